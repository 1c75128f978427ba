//! What can be done to the simulated date. One row for each step.

use careplan::text::Text;
use serde::Deserialize;
use time::{Duration, OffsetDateTime, PrimitiveDateTime, Time};

use crate::clock::{ClockSetting, JST, unix_ms};
use crate::desk::dates;
use crate::desk::trouble::{BAD_DATE, ROOM_FAILED, Trouble, UNREADABLE};
use crate::state::AppState;

/// When offices open: the first moment of a new month that people look at.
const MORNING: Time = match Time::from_hms(9, 0, 0) {
    Ok(morning) => morning,
    Err(_) => Time::MIDNIGHT,
};
/// What a browser gives for a date and a time.
const TYPED: &[time::format_description::StaticFormatDescription] = &[
    time::macros::format_description!("[year]-[month]-[day]T[hour]:[minute]"),
    time::macros::format_description!("[year]-[month]-[day]T[hour]:[minute]:[second]"),
];

/// One step of the date.
pub(super) struct Step {
    /// A slug, the value of its button.
    pub(super) id: &'static str,
    pub(super) name: Text,
    /// From the present in Japan; `None` beyond what calendars know.
    to: fn(OffsetDateTime) -> Option<OffsetDateTime>,
}

pub(super) static STEPS: &[Step] = &[
    Step { id: "hour", name: Text::new("1時間進める", "+1 hour"), to: |now| now.checked_add(Duration::HOUR) },
    Step { id: "day", name: Text::new("1日進める", "+1 day"), to: |now| now.checked_add(Duration::DAY) },
    Step { id: "month-end", name: Text::new("月末へ", "To the end of the month"), to: month_end },
    Step { id: "next-month", name: Text::new("翌月1日の朝へ", "To the 1st of the next month"), to: next_month },
];

/// Standing still, going on, another date: what the other buttons say.
pub(super) const FREEZE: &str = "freeze";
pub(super) const GO_ON: &str = "go-on";
pub(super) const SET: &str = "set";

/// The last day of the month, at the same time of day.
fn month_end(now: OffsetDateTime) -> Option<OffsetDateTime> {
    now.replace_day(now.month().length(now.year())).ok()
}

/// The first day of the next month, in the morning.
fn next_month(now: OffsetDateTime) -> Option<OffsetDateTime> {
    Some(month_end(now)?.checked_add(Duration::DAY)?.replace_time(MORNING))
}

/// What is asked of a clock.
#[derive(Clone, Debug, Deserialize)]
pub(in crate::desk) struct Asked {
    /// The value of the button.
    #[serde(rename = "move")]
    step: String,
    /// The date and time of the field, in Japan.
    #[serde(default)]
    date: String,
}

/// Moves the clock of an environment; one that stands still goes on to stand still.
///
/// # Errors
/// When the date cannot be read, or the clock cannot be set to it.
pub(in crate::desk) async fn apply(state: &AppState, asked: &Asked) -> Result<(), &'static Trouble> {
    let now_ms = state.now_ms();
    let is_frozen = matches!(state.clock().setting(), ClockSetting::Frozen { .. });
    let (to, frozen) = match asked.step.as_str() {
        FREEZE => (now_ms, true),
        GO_ON => (now_ms, false),
        SET => (typed(&asked.date).ok_or(&BAD_DATE)?, is_frozen),
        step => {
            let step = STEPS.iter().find(|row| row.id == step).ok_or(&UNREADABLE)?;
            let now = dates::local(now_ms).ok_or(&BAD_DATE)?;
            (unix_ms((step.to)(now).ok_or(&BAD_DATE)?), is_frozen)
        }
    };
    let setting = state.clock().at(to, frozen).ok_or(&BAD_DATE)?;
    state.set_clock(setting).await.map_err(|problem| {
        tracing::error!(%problem, "the clock of a room");
        &ROOM_FAILED
    })
}

fn typed(text: &str) -> Option<i64> {
    let read = TYPED.iter().find_map(|format| PrimitiveDateTime::parse(text.trim(), format).ok())?;
    Some(unix_ms(read.assume_offset(JST)))
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    #[test]
    fn steps_end_where_people_expect_them() {
        let to = |id: &str, now| (STEPS.iter().find(|step| step.id == id).unwrap().to)(now).unwrap();
        let now = datetime!(2025-01-31 18:30 +9);
        assert_eq!(to("hour", now), datetime!(2025-01-31 19:30 +9));
        assert_eq!(to("day", now), datetime!(2025-02-01 18:30 +9));
        assert_eq!(to("month-end", now), now);
        assert_eq!(to("month-end", datetime!(2024-02-03 8:00 +9)), datetime!(2024-02-29 8:00 +9));
        assert_eq!(to("next-month", now), datetime!(2025-02-01 9:00 +9));
        assert_eq!(to("next-month", datetime!(2025-12-05 1:00 +9)), datetime!(2026-01-01 9:00 +9));
    }

    #[test]
    fn a_date_is_read_as_browsers_write_it_and_nothing_else() {
        assert_eq!(typed("2025-04-01T09:00"), Some(unix_ms(datetime!(2025-04-01 9:00 +9))));
        assert_eq!(typed("2025-04-01T09:00:30"), Some(unix_ms(datetime!(2025-04-01 9:00:30 +9))));
        for text in ["", "2025-02-30T09:00", "2025-04-01", "明日", "99999-01-01T00:00"] {
            assert_eq!(typed(text), None, "{text}");
        }
    }
}
