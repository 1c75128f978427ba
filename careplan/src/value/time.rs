//! Times of day, `HHMM`.

use std::fmt;

use super::digits;
use super::macros::field_value;

/// A time up to `LAST` (itself `HHMM` read as a number), or `9999`: none is shown (R113).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockTime<const LAST: u16>(u16);

/// Of a use table: to the end of the day, which some write as 2400 (reading 41).
pub type ServiceTime = ClockTime<2400>;

/// Of the weekly plan: the form runs on into the next morning, so hours beyond 24 and a missing
/// time are taken (reading 31).
pub type WeekTime = ClockTime<2959>;

impl<const LAST: u16> ClockTime<LAST> {
    /// `9999`.
    pub const UNTIMED: Self = Self(9999);

    /// Reads four digits.
    #[must_use]
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let value = digits(bytes).filter(|_| bytes.len() == 4)?;
        let time = Self(u16::try_from(value).ok()?);
        (time == Self::UNTIMED || (time.0 <= LAST && time.0 % 100 < 60)).then_some(time)
    }

    /// Minutes since midnight of the day it belongs to; `None` where no time is shown.
    #[must_use]
    pub fn minutes(self) -> Option<u16> {
        (self != Self::UNTIMED).then_some(self.0 / 100 * 60 + self.0 % 100)
    }
}

impl<const LAST: u16> fmt::Display for ClockTime<LAST> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

field_value!(ServiceTime, WeekTime);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_counts_from_midnight_and_9999_is_none() {
        assert_eq!(ServiceTime::parse(b"0930").and_then(ServiceTime::minutes), Some(570));
        assert_eq!(WeekTime::parse(b"2530").and_then(WeekTime::minutes), Some(1530));
        assert_eq!(ServiceTime::parse(b"9999").and_then(ServiceTime::minutes), None);
    }
}
