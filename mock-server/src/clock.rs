//! The clock is passed in: a trainer may sit in another month.

use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use time::format_description::StaticFormatDescription;
use time::macros::{format_description, offset};
use time::{OffsetDateTime, UtcOffset};

/// Japan's offset; there is no summer time.
pub const JST: UtcOffset = offset!(+9);

/// RFC 3339, always with three digits of a second.
const STAMP: StaticFormatDescription = format_description!(
    "[year]-[month]-[day]T[hour]:[minute]:[second].[subsecond digits:3][offset_hour sign:mandatory]:[offset_minute]"
);

/// Gives the time by which everything in the environment happens.
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

/// How the simulated clock runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "mode")]
pub enum ClockSetting {
    /// With the clock underneath.
    #[default]
    Real,
    /// As fast as the clock underneath, so many milliseconds ahead of it.
    Running {
        /// Milliseconds; negative if behind.
        ahead_ms: i64,
    },
    /// Standing still.
    Frozen {
        /// Milliseconds since 1970.
        at_ms: i64,
    },
    /// So many times as fast as the clock underneath, up to a moment at which it stands still: days
    /// go by in a lesson, and what is to happen then does not go by with them.
    Paced {
        /// From this time on, milliseconds since 1970.
        at_ms: i64,
        /// The clock underneath at that time.
        since_ms: i64,
        /// How many times as fast.
        pace: u32,
        /// Where it stands still.
        until_ms: i64,
    },
}

/// A clock that can be set, moved and stopped; clones share it.
#[derive(Clone, Debug)]
pub struct SimulatedClock {
    under: Arc<dyn Clock>,
    setting: Arc<RwLock<ClockSetting>>,
}

impl SimulatedClock {
    /// The first and the last time that can be set: 2000-01-01 and 2099-12-31, within the life of
    /// the CA.
    pub const RANGE_MS: (i64, i64) = (946_652_400_000, 4_102_326_000_000);

    /// Runs with the clock underneath until it is set.
    #[must_use]
    pub fn over(under: Arc<dyn Clock>) -> Self {
        Self { under, setting: Arc::default() }
    }

    /// Milliseconds since 1970.
    #[must_use]
    pub fn now_ms(&self) -> i64 {
        self.under(self.setting())
    }

    /// The time that it would be under a setting.
    #[must_use]
    pub(crate) fn under(&self, setting: ClockSetting) -> i64 {
        match setting {
            ClockSetting::Real => self.under_ms(),
            ClockSetting::Running { ahead_ms } => self.under_ms().saturating_add(ahead_ms),
            ClockSetting::Frozen { at_ms } => at_ms,
            ClockSetting::Paced { at_ms, since_ms, pace, until_ms } => {
                let gone = self.under_ms().saturating_sub(since_ms).max(0);
                at_ms.saturating_add(gone.saturating_mul(i64::from(pace))).min(until_ms)
            }
        }
    }

    /// Milliseconds since 1970, by the clock underneath.
    #[must_use]
    pub fn under_ms(&self) -> i64 {
        unix_ms(self.under.now())
    }

    /// The setting under which the clock goes on from that time, or stands still at it. `None`
    /// outside [`Self::RANGE_MS`].
    #[must_use]
    pub fn at(&self, ms: i64, frozen: bool) -> Option<ClockSetting> {
        let (first, last) = Self::RANGE_MS;
        (first..=last).contains(&ms).then(|| {
            if frozen {
                ClockSetting::Frozen { at_ms: ms }
            } else {
                ClockSetting::Running { ahead_ms: ms - self.under_ms() }
            }
        })
    }

    /// The setting under which the clock runs so many times as fast from the present on, up to that
    /// time. `None` where that lies outside [`Self::RANGE_MS`] or in the past.
    #[must_use]
    pub fn paced(&self, pace: u32, until_ms: i64) -> Option<ClockSetting> {
        let at_ms = self.now_ms();
        let can_be = at_ms >= Self::RANGE_MS.0 && (at_ms..=Self::RANGE_MS.1).contains(&until_ms);
        can_be.then(|| ClockSetting::Paced { at_ms, since_ms: self.under_ms(), pace, until_ms })
    }

    /// How it runs.
    #[must_use]
    pub fn setting(&self) -> ClockSetting {
        *self.setting.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes it run so.
    pub fn set(&self, setting: ClockSetting) {
        *self.setting.write().unwrap_or_else(PoisonError::into_inner) = setting;
    }
}

impl Clock for SimulatedClock {
    fn now(&self) -> OffsetDateTime {
        OffsetDateTime::from_unix_timestamp_nanos(i128::from(self.now_ms()) * 1_000_000)
            .unwrap_or(OffsetDateTime::UNIX_EPOCH)
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

/// Reads what [`jst`] writes: milliseconds since 1970.
#[must_use]
pub fn parse_jst(text: &str) -> Option<i64> {
    OffsetDateTime::parse(text, STAMP).ok().map(unix_ms)
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
    fn a_simulated_clock_can_be_set_moved_and_stopped() {
        let clock = SimulatedClock::over(Arc::new(SystemClock));
        let month_end = 1_748_617_200_000;
        clock.set(clock.at(month_end, true).unwrap());
        assert_eq!(clock.now_ms(), month_end);
        clock.set(clock.at(month_end + 1, false).unwrap());
        assert!((month_end + 1..month_end + 60_000).contains(&clock.now_ms()));
        assert_eq!(clock.at(0, true), None, "before the life of the CA");
        assert_eq!(clock.at(i64::MAX, false), None);
        let text = serde_json::to_string(&clock.setting()).unwrap();
        assert_eq!(serde_json::from_str::<ClockSetting>(&text).unwrap(), clock.setting());
    }

    #[test]
    fn a_paced_clock_runs_ahead_and_stops_where_it_is_told_to() {
        let clock = SimulatedClock::over(Arc::new(SystemClock));
        let start = 1_748_617_200_000;
        clock.set(clock.at(start, true).unwrap());
        let setting = clock.paced(1_000_000_000, start + 86_400_000).unwrap();
        clock.set(setting);
        std::thread::sleep(std::time::Duration::from_millis(2));
        assert_eq!(clock.now_ms(), start + 86_400_000, "a day has gone by, and no more");
        assert_eq!(clock.paced(1, start), None, "not into the past");
        let text = serde_json::to_string(&setting).unwrap();
        assert_eq!(serde_json::from_str::<ClockSetting>(&text).unwrap(), setting);
        let ClockSetting::Paced { at_ms, since_ms, pace, .. } = setting else { panic!("{setting:?}") };
        clock.set(ClockSetting::Paced { at_ms, since_ms: since_ms + 1_000_000, pace, until_ms: i64::MAX });
        assert_eq!(clock.now_ms(), start, "a clock underneath that was set back does not take it along");
    }

    #[test]
    fn a_stamp_survives_the_way_to_milliseconds() {
        let now = SystemClock.now();
        assert_eq!(unix_ms(now), i64::try_from(now.unix_timestamp_nanos() / 1_000_000).unwrap());
    }
}
