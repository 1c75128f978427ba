//! Days and months, without a clock: the month of a story comes from its seed.

use careplan::layout::codes::Weekday;
use careplan::value::{Date, YearMonth};

use super::StoryError;
use super::rng::Rng;

/// V4.1 is for services from April 2025 (R1); stories play in two years from the month after, so
/// that what precedes them falls under it too.
const FIRST: (u16, u8) = (2025, 5);
const MONTHS: u16 = 24;

/// A month of the two years.
pub(super) fn month(rng: &mut Rng) -> Result<YearMonth, StoryError> {
    let first = YearMonth::new(FIRST.0, FIRST.1).ok_or_else(ended)?;
    shift(first, i32::from(rng.between(0, MONTHS - 1)))
}

/// The month that lies so many months later.
pub(super) fn shift(month: YearMonth, months: i32) -> Result<YearMonth, StoryError> {
    let count = i32::from(month.year()) * 12 + i32::from(month.month()) - 1 + months;
    let year = u16::try_from(count.div_euclid(12)).map_err(|_| ended())?;
    u8::try_from(count.rem_euclid(12) + 1).ok().and_then(|month| YearMonth::new(year, month)).ok_or_else(ended)
}

/// A day of a month; beyond its end, its last.
pub(super) fn day(month: YearMonth, day: u8) -> Result<Date, StoryError> {
    Date::new(month.year(), month.month(), day.min(month.days())).ok_or_else(ended)
}

/// The last day of the month that lies so many months later.
pub(super) fn month_end(from: YearMonth, months: i32) -> Result<Date, StoryError> {
    day(shift(from, months)?, 31)
}

/// All days of a month.
pub(super) fn days(month: YearMonth) -> Vec<Date> {
    (1..=month.days()).filter_map(|day| Date::new(month.year(), month.month(), day)).collect()
}

/// The days of a month that fall on one of the weekdays; nobody visits at New Year.
pub(super) fn days_on(month: YearMonth, weekdays: &[Weekday]) -> Vec<Date> {
    days(month).into_iter().filter(|date| weekdays.contains(&weekday(*date)) && !is_new_year(*date)).collect()
}

fn is_new_year(date: Date) -> bool {
    matches!((date.year_month().month(), date.day()), (12, 31) | (1, 1..=3))
}

/// The day of the week (Sakamoto's congruence).
pub(super) fn weekday(date: Date) -> Weekday {
    const SHIFTS: [u32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let month = date.year_month();
    let year = u32::from(month.year()) - u32::from(month.month() < 3);
    let shift = SHIFTS.get(usize::from(month.month() - 1)).copied().unwrap_or(0);
    let from_sunday = (year + year / 4 - year / 100 + year / 400 + shift + u32::from(date.day())) % 7;
    match from_sunday {
        1 => Weekday::Monday,
        2 => Weekday::Tuesday,
        3 => Weekday::Wednesday,
        4 => Weekday::Thursday,
        5 => Weekday::Friday,
        6 => Weekday::Saturday,
        _ => Weekday::Sunday,
    }
}

/// `2026年12月`.
pub(super) fn spoken(month: YearMonth) -> String {
    format!("{}年{}月", month.year(), month.month())
}

fn ended() -> StoryError {
    StoryError("the calendar ends".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_are_those_of_the_calendar() {
        for (text, expected) in [
            (b"20250501", Weekday::Thursday),
            (b"20260101", Weekday::Thursday),
            (b"20260228", Weekday::Saturday),
            (b"20240229", Weekday::Thursday),
            (b"20270430", Weekday::Friday),
        ] {
            assert_eq!(weekday(Date::parse(text).unwrap()), expected);
        }
    }

    #[test]
    fn months_are_counted_across_years_and_end_on_their_last_day() {
        let month = YearMonth::new(2025, 11).unwrap();
        assert_eq!(shift(month, 3).unwrap().to_string(), "202602");
        assert_eq!(shift(month, -11).unwrap().to_string(), "202412");
        assert_eq!(month_end(month, 3).unwrap().to_string(), "20260228");
    }

    #[test]
    fn nobody_is_visited_at_new_year() {
        let fridays = days_on(YearMonth::new(2027, 1).unwrap(), &[Weekday::Friday]);
        assert_eq!(fridays.iter().map(|date| date.day()).collect::<Vec<_>>(), [8, 15, 22, 29]);
    }
}
