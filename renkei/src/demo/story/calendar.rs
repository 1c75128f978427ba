//! The days of the story: it plays in the month after the clock's.

use careplan::layout::codes::Weekday;
use careplan::value::{Date, YearMonth};
use time::macros::{datetime, offset};
use time::{Duration, OffsetDateTime, PrimitiveDateTime};

/// V4.1 is for services from April 2025 (R1): the story begins no earlier than the month before.
const EARLIEST: PrimitiveDateTime = datetime!(2025-03-20 10:00:00);

/// When everything happens, in Japanese time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Calendar {
    now: PrimitiveDateTime,
    today: Date,
    month: YearMonth,
}

impl Calendar {
    /// `None` where the calendar of the standard (years of four digits) ends.
    pub(crate) fn at(now: OffsetDateTime) -> Option<Self> {
        let now = now.to_offset(offset!(+9));
        let now = PrimitiveDateTime::new(now.date(), now.time()).max(EARLIEST);
        let today = date(now)?;
        Some(Self { now, today, month: shifted(today.year_month(), 1)? })
    }

    /// The month that is planned.
    pub(crate) const fn month(&self) -> YearMonth {
        self.month
    }

    /// The day on which the plan is made.
    pub(super) const fn today(&self) -> Date {
        self.today
    }

    /// The day on which the actuals are made: the second of the month after.
    pub(super) fn actuals_on(&self) -> Option<Date> {
        self.day_of(1, 2)
    }

    /// ファイル連番 of the plan's set.
    pub(super) fn plan_serial(&self) -> Option<String> {
        serial(self.now)
    }

    /// ファイル連番 of the use table's set, one minute later.
    pub(super) fn use_serial(&self) -> Option<String> {
        serial(self.now.checked_add(Duration::MINUTE)?)
    }

    /// ファイル連番 of the actuals.
    pub(super) fn actuals_serial(&self) -> Option<String> {
        Some(format!("{}173000", self.actuals_on()?))
    }

    /// A day of the month that lies so many months from the planned one; the 31st is its last.
    pub(super) fn day_of(&self, months: i32, day: u8) -> Option<Date> {
        let month = shifted(self.month, months)?;
        Date::new(month.year(), month.month(), day.min(month.days()))
    }

    /// `2026年12月` of the month that lies so many months from the planned one.
    pub(super) fn spoken(&self, months: i32) -> Option<String> {
        let month = shifted(self.month, months)?;
        Some(format!("{}年{}月", month.year(), month.month()))
    }

    /// The days of the planned month that fall on one of the weekdays; nobody works at New Year.
    pub(super) fn days_on(&self, weekdays: &[Weekday]) -> Vec<Date> {
        (1..=self.month.days())
            .filter_map(|day| Date::new(self.month.year(), self.month.month(), day))
            .filter(|date| weekday(*date).is_some_and(|day| weekdays.contains(&day)) && !is_new_year(*date))
            .collect()
    }
}

/// The day of the week of a day.
pub(crate) fn weekday(date: Date) -> Option<Weekday> {
    let month = date.year_month();
    let name = time::Month::try_from(month.month()).ok()?;
    let day = time::Date::from_calendar_date(i32::from(month.year()), name, date.day()).ok()?;
    Weekday::ALL.get(usize::from(day.weekday().number_days_from_monday())).copied()
}

fn is_new_year(date: Date) -> bool {
    matches!((date.year_month().month(), date.day()), (12, 31) | (1, 1..=3))
}

fn date(time: PrimitiveDateTime) -> Option<Date> {
    Date::new(u16::try_from(time.year()).ok()?, time.month().into(), time.day())
}

fn serial(time: PrimitiveDateTime) -> Option<String> {
    Some(format!("{}{:02}{:02}{:02}", date(time)?, time.hour(), time.minute(), time.second()))
}

fn shifted(month: YearMonth, months: i32) -> Option<YearMonth> {
    let count = i32::from(month.year()) * 12 + i32::from(month.month()) - 1 + months;
    YearMonth::new(u16::try_from(count.div_euclid(12)).ok()?, u8::try_from(count.rem_euclid(12) + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_month_after_the_clock_is_planned_in_japanese_time() {
        let calendar = Calendar::at(datetime!(2026-12-31 14:59:30 UTC)).unwrap();
        assert_eq!(calendar.month().to_string(), "202701");
        assert_eq!(calendar.plan_serial().unwrap(), "20261231235930");
        assert_eq!(calendar.use_serial().unwrap(), "20270101000030");
        assert_eq!(calendar.actuals_serial().unwrap(), "20270202173000");
        let later = Calendar::at(datetime!(2026-12-31 15:00 UTC)).unwrap();
        assert_eq!(later.month().to_string(), "202702");
    }

    #[test]
    fn no_month_is_earlier_than_the_version_and_none_later_than_the_calendar() {
        assert_eq!(Calendar::at(datetime!(1970-01-01 0:00 UTC)).unwrap().month().to_string(), "202504");
        assert!(Calendar::at(datetime!(9999-12-15 0:00 UTC)).is_none());
    }

    #[test]
    fn weekdays_are_those_of_the_calendar_without_new_year() {
        let calendar = Calendar::at(datetime!(2026-12-10 0:00 UTC)).unwrap();
        let days = |weekday| calendar.days_on(&[weekday]).iter().map(|date| date.day()).collect::<Vec<_>>();
        assert_eq!(days(Weekday::Friday), [8, 15, 22, 29], "the first is New Year");
        assert_eq!(days(Weekday::Monday), [4, 11, 18, 25]);
    }
}
