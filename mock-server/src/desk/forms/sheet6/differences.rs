//! The list of differences above the calendar, in words.

use careplan::text::{Lang, Text};
use maud::{Markup, html};

use super::calendar::{Calendar, Line};
use super::compare::{Comparison, Difference, Mark};
use super::grid;
use crate::desk::forms::{dates, limits, value};

const TITLE: Text = Text::new("予定と実績の違い", "Planned and actual: differences");
const NONE: Text = Text::new("違いはありません。予定のとおりです。", "None: everything as planned.");
const UNHEARD: Text = Text::new(
    "実績がまだないため、比べていない事業所・サービス：",
    "Not compared, because no actual use of it is here yet: ",
);
const PLANNED: Text = Text::new("予定", "planned");
const ACTUAL: Text = Text::new("実績", "actual");
const TIMES: Text = Text::new("回", "×");
const AND: Text = Text::new("、", ", ");

/// The list; nothing where planned and actual use are not both there.
pub(super) fn list(calendar: &Calendar<'_>, comparison: Option<&Comparison<'_>>, lang: Lang) -> Markup {
    let Some(comparison) = comparison else { return Markup::default() };
    let all = &comparison.differences;
    // Days of the same service that differ in the same way share a line.
    let groups: Vec<&[Difference]> =
        all.chunk_by(|one, other| one.mark == other.mark && one.lines == other.lines).collect();
    html! {
        div.differences {
            h4 { (TITLE.get(lang)) }
            @if all.is_empty() { p { (NONE.get(lang)) } }
            @else {
                ul { @for days in groups.iter().take(10 * limits::NOTES) { (entry(calendar, days, lang)) } }
                @if groups.len() > 10 * limits::NOTES { p { "…" } }
            }
            @if !comparison.unheard.is_empty() {
                p { (UNHEARD.get(lang))
                    @for (at, (office, service)) in comparison.unheard.iter().take(10 * limits::NOTES).enumerate() {
                        @if at > 0 { (AND.get(lang)) }
                        (office_name(calendar, office)) " " (value::service_type(service, lang))
                    }
                }
            }
        }
    }
}

fn entry(calendar: &Calendar<'_>, days: &[Difference], lang: Lang) -> Markup {
    let Some(first) = days.first() else { return Markup::default() };
    let lines: Vec<&Line<'_>> = first.lines.iter().filter_map(|index| calendar.lines.get(*index)).collect();
    let Some(line) = lines.first() else { return Markup::default() };
    let hours = |is_there: fn(&Line<'_>, u8) -> bool| {
        lines.iter().find(|line| is_there(line, first.day)).map(|line| grid::hours(line, lang))
    };
    html! {
        li {
            strong.sign { (first.mark.sign()) " " (first.mark.word().get(lang)) } " "
            (grid::service(line, lang)) ": "
            span.days { @for (at, difference) in days.iter().enumerate() {
                @if at > 0 { (AND.get(lang)) }
                (day(calendar, difference.day, lang))
                @if difference.mark == Mark::Times {
                    " " (PLANNED.get(lang)) (difference.planned) (TIMES.get(lang))
                    "→" (ACTUAL.get(lang)) (difference.actual) (TIMES.get(lang))
                }
            } }
            @if first.mark == Mark::Hours {
                @if let Some(hours) = hours(|line, day| line.planned.contains_key(&day)) {
                    " " (PLANNED.get(lang)) " " (hours)
                }
                @if let Some(hours) = hours(|line, day| line.actual.contains_key(&day)) {
                    " → " (ACTUAL.get(lang)) " " (hours)
                }
            }
        }
    }
}

fn day(calendar: &Calendar<'_>, day: u8, lang: Lang) -> Markup {
    let weekday = calendar.month.and_then(|month| dates::weekday(month, day)).unwrap_or_default();
    let name = dates::weekday_name(weekday, lang);
    html! {
        span.nowrap { @match lang {
            Lang::Ja => { (day) "日（" (name) "）" },
            Lang::En => { (name) " " (day) },
        } }
    }
}

/// The name of an office, where a row has it, with its number.
fn office_name(calendar: &Calendar<'_>, office: &str) -> Markup {
    let line = calendar.lines.iter().find(|line| line.get("office_no") == office);
    html! {
        @if let Some(line) = line { (value::clean(line.get("office_name"))) " " }
        span.code { (value::clean(office)) }
    }
}
