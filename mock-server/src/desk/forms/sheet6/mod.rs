//! 第6表 サービス利用票: the calendar with a row for what was planned and one for what was done.

mod calendar;
mod compare;
mod differences;
mod grid;

use careplan::layout::Kind;
use careplan::text::{Lang, Message, Text};
use maud::{Markup, html};

use self::calendar::Calendar;
use self::compare::Comparison;
use super::arrange::Sheet;
use super::form::View;
use super::row::{self, Row};
use super::{hidden, label, limits, parts, value};

const PLANNED_ON: Text = Text::new("（予定）", " (planned)");
const ACTUAL_ON: Text = Text::new("（実績）", " (actual)");
const MONTH_OF: Text = Text::new("分", "");
const UNPLACED: Text =
    Text::new("利用日か回数が読めず、カレンダーに置けない行", "Rows whose day or count cannot be put on the calendar");
const LINE: Text = Text::new("ファイルの行", "Line of the file");

/// What the supplement adds to the head of the form.
const OF_USER: [&str; 10] = [
    "name_kana",
    "birth_date",
    "sex",
    "certification_status",
    "care_level",
    "previous_care_level",
    "care_level_changed_on",
    "benefit_limit",
    "limit_starts_on",
    "limit_ends_on",
];

/// What its own rows add.
const OF_ROWS: [&str; 3] = ["planner_office_no", "planner_name", "short_stay_days_before"];

pub(super) fn draw(sheet: &Sheet<'_>, view: &View<'_>) -> Markup {
    let lang = view.lang;
    let (planned, actual): (Vec<&Row>, Vec<&Row>) = sheet.rows.iter().partition(|row| row.kind() == Kind::Upplan);
    let calendar = Calendar::new(&planned, &actual);
    // What was not read would look as if it had not been done.
    let comparison = (!planned.is_empty() && !actual.is_empty() && !view.pile.cut).then(|| Comparison::new(&calendar));
    let under = html! {
        @if let Some(row) = sheet.rows.first() { (value::of(row, "target_month", lang)) (MONTH_OF.get(lang)) }
    };
    let made = html! { (made(&planned, PLANNED_ON, lang)) (made(&actual, ACTUAL_ON, lang)) };
    html! {
        (parts::head(sheet, view, &under, &made))
        dl.who {
            @if let Some(row) = sheet.supplement { @for ident in OF_USER { (parts::several(&[row], ident, lang)) } }
            @for ident in OF_ROWS { (parts::several(&sheet.rows, ident, lang)) }
        }
        (differences::list(&calendar, comparison.as_ref(), lang))
        @if let Some(month) = calendar.month {
            (parts::wide(sheet.form.title.get(lang), &grid::grid(&calendar, month, comparison.as_ref(), lang)))
        }
        @if calendar.lines.len() > limits::CALENDAR_LINES { p.odd { (cut(calendar.lines.len()).get(lang)) } }
        (unplaced(&calendar, lang))
        (parts::colophon(&sheet.rows, hidden::SMALL_PRINT, lang))
    }
}

/// When the planned or the actual rows were made.
fn made(rows: &[&Row], whose: Text, lang: Lang) -> Markup {
    let found = row::distinct(rows.iter().copied(), "created_on");
    html! {
        @if let Some(first) = found.first() {
            div {
                dt { (label::of(first, "created_on", lang)) (whose.get(lang)) }
                dd { (parts::joined(&found, "created_on", lang)) }
            }
        }
    }
}

fn cut(all: usize) -> Message {
    let shown = limits::CALENDAR_LINES;
    Message::new(
        format!("行が多いため、全{all}行のうち先頭の{shown}行をカレンダーに描いています。"),
        format!("Of {all} lines, the calendar shows the first {shown}."),
    )
}

fn unplaced(calendar: &Calendar<'_>, lang: Lang) -> Markup {
    const SHOWN: [&str; 8] =
        ["service_date", "starts_at", "ends_at", "service_count", "service_code", "units", "office_no", "office_name"];
    let Some(first) = calendar.unplaced.first() else { return Markup::default() };
    html! {
        table.grid {
            caption { (UNPLACED.get(lang)) }
            thead { tr { th scope="col" { (LINE.get(lang)) } @for ident in SHOWN { th scope="col" { (label::of(first, ident, lang)) } } } }
            tbody { @for row in calendar.unplaced.iter().take(limits::CALENDAR_LINES) {
                tr { td.number { (row.line) } @for ident in SHOWN { td { (value::of(row, ident, lang)) } } }
            } }
        }
    }
}
