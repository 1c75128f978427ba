//! The simulated time as people read it.

use careplan::text::{Lang, Message};
use time::{OffsetDateTime, Weekday};

use crate::clock::JST;

/// `2025年3月17日（月）18:00` / `Mon 2025-03-17 18:00`, in Japan's time.
pub(crate) fn moment(unix_ms: i64) -> Message {
    let Some(time) = local(unix_ms) else { return Message::default() };
    let (date, weekday, hour, minute) = (time.date(), time.weekday(), time.hour(), time.minute());
    let (year, month, day) = date.to_calendar_date();
    let month = u8::from(month);
    Message::new(
        format!("{year}年{month}月{day}日（{}）{hour}:{minute:02}", short(weekday, Lang::Ja)),
        format!("{} {year}-{month:02}-{day:02} {hour}:{minute:02}", short(weekday, Lang::En)),
    )
}

/// `2025年3月17日` / `2025-03-17`, in Japan's time.
pub(crate) fn day(unix_ms: i64) -> Message {
    let Some(time) = local(unix_ms) else { return Message::default() };
    let (year, month, day) = time.to_calendar_date();
    let month = u8::from(month);
    Message::new(format!("{year}年{month}月{day}日"), format!("{year}-{month:02}-{day:02}"))
}

/// `2025-03-17T18:00`, as a field of a form has it.
pub(crate) fn typed(unix_ms: i64) -> String {
    let Some(time) = local(unix_ms) else { return String::new() };
    let (date, hour, minute) = (time.date(), time.hour(), time.minute());
    format!("{date}T{hour:02}:{minute:02}")
}

/// `3月17日（月）18:00` / `Mon 03-17 18:00`: where the year is said elsewhere.
pub(crate) fn within_year(unix_ms: i64) -> Message {
    let Some(time) = local(unix_ms) else { return Message::default() };
    let (weekday, hour, minute) = (time.weekday(), time.hour(), time.minute());
    let (month, day) = (u8::from(time.month()), time.day());
    Message::new(
        format!("{month}月{day}日（{}）{hour}:{minute:02}", short(weekday, Lang::Ja)),
        format!("{} {month:02}-{day:02} {hour}:{minute:02}", short(weekday, Lang::En)),
    )
}

/// A moment in Japan's time; `None` beyond what calendars know.
pub(crate) fn local(unix_ms: i64) -> Option<OffsetDateTime> {
    let time = OffsetDateTime::from_unix_timestamp_nanos(i128::from(unix_ms) * 1_000_000).ok()?;
    time.checked_to_offset(JST)
}

const fn short(weekday: Weekday, lang: Lang) -> &'static str {
    let (ja, en) = match weekday {
        Weekday::Monday => ("月", "Mon"),
        Weekday::Tuesday => ("火", "Tue"),
        Weekday::Wednesday => ("水", "Wed"),
        Weekday::Thursday => ("木", "Thu"),
        Weekday::Friday => ("金", "Fri"),
        Weekday::Saturday => ("土", "Sat"),
        Weekday::Sunday => ("日", "Sun"),
    };
    match lang {
        Lang::Ja => ja,
        Lang::En => en,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_told_with_its_weekday() {
        let told = moment(1_742_202_009_125);
        assert_eq!(told.ja, "2025年3月17日（月）18:00");
        assert_eq!(told.en, "Mon 2025-03-17 18:00");
        assert_eq!(typed(1_742_202_009_125), "2025-03-17T18:00");
        let told = day(1_742_202_009_125);
        assert_eq!((told.ja.as_str(), told.en.as_str()), ("2025年3月17日", "2025-03-17"));
        let told = within_year(1_742_202_009_125);
        assert_eq!((told.ja.as_str(), told.en.as_str()), ("3月17日（月）18:00", "Mon 03-17 18:00"));
    }
}
