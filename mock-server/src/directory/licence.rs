//! ライセンス: one per office number, for a year at a time (relay.md 36). Where it stands follows
//! from the clock alone; nothing runs in the background.

use time::{Date, Month, OffsetDateTime};

use crate::clock::{JST, SimulatedClock, unix_ms};

/// From this moment on, licences that are applied for renew themselves: 2025-06-01 in Japan.
pub const AUTOMATIC_FROM_MS: i64 = 1_748_703_600_000;

/// A licence. All times in milliseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Licence {
    /// When it was applied for.
    pub applied_at: i64,
    /// From when on it is valid.
    pub starts_at: i64,
    /// The first moment after the first term.
    pub ends_at: i64,
    /// Whether each term is followed by the next.
    pub is_automatic: bool,
}

/// Where a licence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// There is none.
    None,
    /// It was applied for, and is not valid yet.
    Applied,
    /// It is valid, up to this moment; then it is renewed, or lapses.
    Active {
        /// Milliseconds since 1970.
        until: i64,
    },
    /// It was valid up to this moment.
    Lapsed {
        /// Milliseconds since 1970.
        since: i64,
    },
}

impl Licence {
    /// A licence of one year that is applied for now and begins after so many milliseconds. It
    /// renews itself if it is applied for on 2025-06-01 or later.
    #[must_use]
    pub fn applied(now_ms: i64, wait_ms: i64) -> Self {
        let starts_at = now_ms.saturating_add(wait_ms);
        let is_automatic = now_ms >= AUTOMATIC_FROM_MS;
        Self { applied_at: now_ms, starts_at, ends_at: a_year_after(starts_at), is_automatic }
    }

    /// The licence of an office that is registered with the environment: valid wherever the clock
    /// is set to.
    #[must_use]
    pub fn of_registered(now_ms: i64) -> Self {
        let starts_at = SimulatedClock::RANGE_MS.0;
        Self { applied_at: now_ms, starts_at, ends_at: a_year_after(starts_at), is_automatic: true }
    }

    /// Where it stands at this time.
    #[must_use]
    pub fn standing(&self, now_ms: i64) -> Standing {
        if now_ms < self.starts_at {
            return Standing::Applied;
        }
        let mut until = self.ends_at;
        while self.is_automatic && until <= now_ms {
            let next = a_year_after(until);
            if next <= until {
                break;
            }
            until = next;
        }
        if now_ms < until { Standing::Active { until } } else { Standing::Lapsed { since: until } }
    }

    /// The same with the terms that have begun taken in, so that it can stop to renew itself
    /// without losing the present one.
    #[must_use]
    pub fn settled(self, now_ms: i64) -> Self {
        match self.standing(now_ms) {
            Standing::Active { until } => Self { ends_at: until, ..self },
            _ => self,
        }
    }
}

/// Where the licence of an office stands, if it has one.
#[must_use]
pub(crate) fn standing(licence: Option<&Licence>, now_ms: i64) -> Standing {
    licence.map_or(Standing::None, |licence| licence.standing(now_ms))
}

/// The same time of the same day a year later, in Japan; 28 February follows on 29 February. The
/// time itself where there is none, beyond the year 9999.
fn a_year_after(ms: i64) -> i64 {
    let Ok(time) = OffsetDateTime::from_unix_timestamp_nanos(i128::from(ms) * 1_000_000) else { return ms };
    let Some(time) = time.checked_to_offset(JST) else { return ms };
    let (year, month, day) = time.to_calendar_date();
    let day = if (month, day) == (Month::February, 29) { 28 } else { day };
    Date::from_calendar_date(year + 1, month, day).map_or(ms, |date| unix_ms(time.replace_date(date)))
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    fn ms(time: OffsetDateTime) -> i64 {
        unix_ms(time)
    }

    #[test]
    fn a_licence_is_applied_for_active_and_lapsed_in_this_order() {
        let applied = ms(datetime!(2024-02-28 9:00 +9));
        let licence = Licence::applied(applied, 86_400_000);
        let end = ms(datetime!(2025-02-28 9:00 +9));
        assert!(!licence.is_automatic, "before 2025-06-01 one renewed by hand");
        assert_eq!(licence.standing(applied), Standing::Applied);
        assert_eq!(licence.standing(licence.starts_at), Standing::Active { until: end });
        assert_eq!(licence.standing(end - 1), Standing::Active { until: end });
        assert_eq!(licence.standing(end), Standing::Lapsed { since: end });
        assert_eq!(standing(None, end), Standing::None);
    }

    #[test]
    fn a_licence_applied_for_since_june_2025_renews_itself_every_year() {
        assert_eq!(AUTOMATIC_FROM_MS, ms(datetime!(2025-06-01 0:00 +9)));
        let licence = Licence::applied(AUTOMATIC_FROM_MS, 0);
        assert!(licence.is_automatic && !Licence::applied(AUTOMATIC_FROM_MS - 1, 0).is_automatic);
        for (now, until) in [
            (datetime!(2026-05-31 23:59:59 +9), datetime!(2026-06-01 0:00 +9)),
            (datetime!(2026-06-01 0:00 +9), datetime!(2027-06-01 0:00 +9)),
            (datetime!(2099-12-31 0:00 +9), datetime!(2100-06-01 0:00 +9)),
        ] {
            assert_eq!(licence.standing(ms(now)), Standing::Active { until: ms(until) });
        }
        let now = ms(datetime!(2030-01-01 0:00 +9));
        let stopped = Licence { is_automatic: false, ..licence.settled(now) };
        assert_eq!(stopped.standing(now), licence.standing(now));
        assert_eq!(stopped.standing(i64::MAX), Standing::Lapsed { since: ms(datetime!(2030-06-01 0:00 +9)) });
    }

    #[test]
    fn a_registered_office_has_a_licence_wherever_the_clock_stands() {
        let (first, last) = SimulatedClock::RANGE_MS;
        let licence = Licence::of_registered(last);
        for now in [first, AUTOMATIC_FROM_MS, last] {
            assert!(matches!(licence.standing(now), Standing::Active { .. }), "{now}");
        }
    }

    #[test]
    fn no_time_is_too_early_or_too_late_to_ask() {
        for applied in [i64::MIN, 0, i64::MAX] {
            for wait in [0, i64::MAX] {
                let licence = Licence { is_automatic: true, ..Licence::applied(applied, wait) };
                for now in [i64::MIN, 0, i64::MAX] {
                    let _any = licence.settled(now).standing(now);
                }
            }
        }
    }
}
