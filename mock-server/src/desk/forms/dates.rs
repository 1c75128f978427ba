//! Days and months in words.

use careplan::text::Lang;
use careplan::value::{Date, YearMonth};
use time::Weekday;

/// First day of an era and its name, the newest first.
const ERAS: [((u16, u8, u8), &str); 5] = [
    ((2019, 5, 1), "令和"),
    ((1989, 1, 8), "平成"),
    ((1926, 12, 25), "昭和"),
    ((1912, 7, 30), "大正"),
    ((1868, 1, 25), "明治"),
];

/// The days of the week from Monday, as forms head their columns.
pub(super) const WEEKDAYS: [(&str, &str); 7] =
    [("月", "Mon"), ("火", "Tue"), ("水", "Wed"), ("木", "Thu"), ("金", "Fri"), ("土", "Sat"), ("日", "Sun")];

/// `2026年10月5日`, or the same as ISO 8601 writes it.
pub(super) fn day(date: Date, lang: Lang) -> String {
    let (year, month, day) = (date.year_month().year(), date.year_month().month(), date.day());
    match lang {
        Lang::Ja => format!("{year}年{month}月{day}日"),
        Lang::En => format!("{year:04}-{month:02}-{day:02}"),
    }
}

/// A day with its era, as births are told.
pub(super) fn day_with_era(date: Date, lang: Lang) -> String {
    match (lang, era(date)) {
        (Lang::Ja, Some(era)) => format!("{}（{era}）", day(date, lang)),
        _ => day(date, lang),
    }
}

/// `2026年10月（令和8年）`.
pub(super) fn month(month: YearMonth, lang: Lang) -> String {
    let (year, number) = (month.year(), month.month());
    let era = Date::new(year, number, 1).and_then(era);
    match (lang, era) {
        (Lang::Ja, Some(era)) => format!("{year}年{number}月（{era}）"),
        (Lang::Ja, None) => format!("{year}年{number}月"),
        (Lang::En, _) => format!("{year:04}-{number:02}"),
    }
}

/// `令和8年`; the first year is 元年.
fn era(date: Date) -> Option<String> {
    let begun = |(year, month, day)| Date::new(year, month, day).is_some_and(|first| first <= date);
    let ((first, ..), name) = ERAS.into_iter().find(|(first, _)| begun(*first))?;
    match date.year_month().year() - first + 1 {
        1 => Some(format!("{name}元年")),
        year => Some(format!("{name}{year}年")),
    }
}

/// The weekday of a day, counted from Monday, 0.
pub(super) fn weekday(month: YearMonth, day: u8) -> Option<usize> {
    let name = time::Month::try_from(month.month()).ok()?;
    let date = time::Date::from_calendar_date(i32::from(month.year()), name, day).ok()?;
    Some(usize::from(Weekday::number_days_from_monday(date.weekday())))
}

/// The short name of a weekday.
pub(super) fn weekday_name(weekday: usize, lang: Lang) -> &'static str {
    WEEKDAYS.get(weekday).map_or("", |(ja, en)| match lang {
        Lang::Ja => ja,
        Lang::En => en,
    })
}
