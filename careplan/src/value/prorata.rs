//! 日割対象日.

use std::fmt;

use super::macros::field_value;

/// The days of a month that may be charged by the day: 31 characters, `1` for a day that counts
/// (R114). Whether a day exists in the month is a rule's business.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ProrataDays(u32);

impl ProrataDays {
    const DAYS: usize = 31;

    /// Reads 31 characters of 0 and 1.
    #[must_use]
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        if bytes.len() != Self::DAYS {
            return None;
        }
        let bits = bytes.iter().rev().try_fold(0_u32, |bits, byte| match byte {
            b'0' => Some(bits << 1),
            b'1' => Some(bits << 1 | 1),
            _ => None,
        })?;
        Some(Self(bits))
    }

    /// Whether a day of the month, from 1, counts.
    #[must_use]
    pub fn includes(self, day: u8) -> bool {
        day.checked_sub(1).is_some_and(|shift| self.0.checked_shr(u32::from(shift)).unwrap_or(0) & 1 == 1)
    }
}

impl fmt::Display for ProrataDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (1..=31).try_for_each(|day| f.write_str(if self.includes(day) { "1" } else { "0" }))
    }
}

field_value!(ProrataDays);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_character_is_the_first_day() {
        let days = ProrataDays::parse(b"1100000000000000000000000000001").unwrap();
        let counted: Vec<u8> = (0..=u8::MAX).filter(|day| days.includes(*day)).collect();
        assert_eq!(counted, [1, 2, 31]);
    }
}
