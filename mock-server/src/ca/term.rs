//! How long certificates live, and when their end is told (relay.md 34).

/// Milliseconds of a day.
pub const DAY_MS: i64 = 86_400_000;
/// Real certificates live three years: 1,096 days with a leap day.
pub const VALIDITY_MS: i64 = 1_096 * DAY_MS;
/// From how many days before its end an office is told to renew its certificate.
pub const NOTICE_DAYS: i64 = 90;

/// Whole days until the end of a certificate, counted down: 0 on its last day, negative once it
/// has expired. Both times in milliseconds since 1970.
#[must_use]
pub const fn days_left(not_after: i64, now_ms: i64) -> i64 {
    not_after.saturating_sub(now_ms).div_euclid(DAY_MS)
}

/// Whether the office is to be told to renew: 90 days are left, or fewer, or none.
#[must_use]
pub const fn renewal_due(not_after: i64, now_ms: i64) -> bool {
    days_left(not_after, now_ms) <= NOTICE_DAYS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_down_to_the_end_and_beyond() {
        let end = 1_000 * DAY_MS;
        assert_eq!(days_left(end, end - DAY_MS), 1);
        assert_eq!(days_left(end, end - DAY_MS + 1), 0);
        assert_eq!((days_left(end, end), days_left(end, end + 1)), (0, -1));
        assert_eq!(days_left(i64::MAX, i64::MIN), i64::MAX / DAY_MS);
    }

    #[test]
    fn the_notice_begins_when_90_days_are_left() {
        let end = 1_000 * DAY_MS;
        assert!(!renewal_due(end, end - 91 * DAY_MS));
        assert!(
            renewal_due(end, end - 91 * DAY_MS + 1) && renewal_due(end, end - 90 * DAY_MS) && renewal_due(end, end + 1)
        );
    }
}
