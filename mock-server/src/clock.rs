//! The clock is passed in: a trainer may sit in another month.

use std::fmt;
use std::time::SystemTime;

use time::format_description::StaticFormatDescription;
use time::macros::{format_description, offset};
use time::{OffsetDateTime, UtcOffset};

/// Japan's offset; there is no summer time.
pub const JST: UtcOffset = offset!(+9);

/// RFC 3339, always with three digits of a second.
const STAMP: StaticFormatDescription = format_description!(
    "[year]-[month]-[day]T[hour]:[minute]:[second].[subsecond digits:3][offset_hour sign:mandatory]:[offset_minute]"
);

/// Gives the time that messages are stamped with.
///
/// Certificates do not follow it: the other end of a handshake only knows the real time.
pub trait Clock: fmt::Debug + Send + Sync + 'static {
    /// The present, in any offset.
    fn now(&self) -> OffsetDateTime;
}

/// The clock of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> OffsetDateTime {
        SystemTime::now().into()
    }
}

/// Milliseconds since 1970 as RFC 3339 in Japan's time, whole milliseconds kept.
#[must_use]
pub fn jst(unix_ms: i64) -> String {
    OffsetDateTime::from_unix_timestamp_nanos(i128::from(unix_ms) * 1_000_000)
        .ok()
        .and_then(|time| time.to_offset(JST).format(&STAMP).ok())
        .unwrap_or_default()
}

/// Milliseconds since 1970.
#[must_use]
pub fn unix_ms(time: OffsetDateTime) -> i64 {
    i64::try_from(time.unix_timestamp_nanos() / 1_000_000).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_written_in_japanese_time() {
        assert_eq!(jst(1_742_202_009_125), "2025-03-17T18:00:09.125+09:00");
        assert_eq!(jst(0), "1970-01-01T09:00:00.000+09:00");
    }

    #[test]
    fn a_stamp_survives_the_way_to_milliseconds() {
        let now = SystemClock.now();
        assert_eq!(unix_ms(now), i64::try_from(now.unix_timestamp_nanos() / 1_000_000).unwrap());
    }
}
