//! The calendar itself: for each service a row of planned days and a row of actual days.

use std::collections::BTreeMap;

use careplan::text::{Lang, Text};
use careplan::value::YearMonth;
use maud::{Markup, html};

use super::calendar::{Calendar, Line};
use super::compare::{Comparison, Mark};
use crate::desk::forms::arrange::service_type;
use crate::desk::forms::{dates, label, limits, parts, row, value};

const HOURS: Text = Text::new("提供時間帯", "Hours");
const SERVICE: Text = Text::new("サービス内容", "Service");
const OFFICE: Text = Text::new("サービス事業者 事業所名", "Office");
const DATE: Text = Text::new("日付", "Day");
const WEEKDAY: Text = Text::new("曜日", "Wday");
const TOTAL: Text = Text::new("合計", "Total");
const PLANNED: Text = Text::new("予定", "Plan");
const ACTUAL: Text = Text::new("実績", "Actual");
const SIGNS: Text = Text::new("実績の行の印：", "Signs in the rows of actual use: ");
const UNITS: Text = Text::new("単位", "units");
const OVER_30: Text = Text::new("30日超", "over 30 days");

pub(super) fn grid(
    calendar: &Calendar<'_>,
    month: YearMonth,
    comparison: Option<&Comparison<'_>>,
    lang: Lang,
) -> Markup {
    html! {
        table.grid.calendar {
            @if comparison.is_some() {
                caption { (SIGNS.get(lang))
                    @for mark in Mark::ALL { " " span.nowrap { (mark.sign()) " " (mark.word().get(lang)) } }
                }
            }
            colgroup {
                @for class in ["hours", "service", "office", "label"] { col class=(class); }
                @for _ in 1..=month.days() { col; }
                col.sum;
            }
            thead { (head(month, lang)) }
            // A body of its own for each line: its headings are those of a group of rows.
            @for (index, line) in calendar.lines.iter().take(limits::CALENDAR_LINES).enumerate() {
                tbody {
                    (planned(line, month, lang))
                    (actual(line, index, month, comparison, lang))
                }
            }
        }
    }
}

fn head(month: YearMonth, lang: Lang) -> Markup {
    html! {
        tr {
            @for text in [HOURS, SERVICE, OFFICE] { th scope="col" rowspan="2" { (text.get(lang)) } }
            th scope="row" { (DATE.get(lang)) }
            @for day in 1..=month.days() { th.day.(weekend(month, day)) scope="col" { (day) } }
            th scope="col" rowspan="2" { (TOTAL.get(lang)) }
        }
        tr {
            th scope="row" { (WEEKDAY.get(lang)) }
            @for day in 1..=month.days() {
                td.day.(weekend(month, day)) {
                    (dates::weekday(month, day).map_or("", |weekday| dates::weekday_name(weekday, lang)))
                }
            }
        }
    }
}

fn weekend(month: YearMonth, day: u8) -> &'static str {
    match dates::weekday(month, day) {
        Some(5) => "saturday",
        Some(6) => "sunday",
        _ => "workday",
    }
}

fn planned(line: &Line<'_>, month: YearMonth, lang: Lang) -> Markup {
    html! {
        tr.planned {
            th.hours scope="rowgroup" rowspan="2" { (hours(line, lang)) }
            th.service scope="rowgroup" rowspan="2" { (service(line, lang)) (details(line, lang)) }
            th.office scope="rowgroup" rowspan="2" { (office(line, lang)) }
            th scope="row" { (PLANNED.get(lang)) }
            @for day in 1..=month.days() {
                td.day.(weekend(month, day)) { @if let Some(times) = line.planned.get(&day) { (times) } }
            }
            td.sum { (sum(&line.planned)) }
        }
    }
}

fn actual(line: &Line<'_>, index: usize, month: YearMonth, comparison: Option<&Comparison<'_>>, lang: Lang) -> Markup {
    html! {
        tr.actual {
            th scope="row" { (ACTUAL.get(lang)) }
            @for day in 1..=month.days() {
                @let mark = comparison.and_then(|comparison| comparison.mark(index, day));
                td.day.differs[mark.is_some()].(weekend(month, day)) {
                    @if let Some(times) = line.actual.get(&day) { (times) }
                    @if let Some(mark) = mark {
                        span.sign aria-hidden="true" { (mark.sign()) }
                        span.unseen { " " (mark.word().get(lang)) }
                    }
                }
            }
            td.sum { (sum(&line.actual)) }
        }
    }
}

fn sum(days: &BTreeMap<u8, i64>) -> Markup {
    html! { @if !days.is_empty() { (days.values().copied().fold(0, i64::saturating_add)) } }
}

/// The hours of a line.
pub(super) fn hours(line: &Line<'_>, lang: Lang) -> Markup {
    let Some(row) = line.rows.first() else { return Markup::default() };
    let untimed = row.get("starts_at") == "9999" && row.get("ends_at") == "9999";
    html! {
        (value::of(row, "starts_at", lang))
        @if !untimed { "～" wbr; (value::of(row, "ends_at", lang)) }
    }
}

/// The service of a line: the name of its type and its code.
pub(super) fn service(line: &Line<'_>, lang: Lang) -> Markup {
    let Some(row) = line.rows.first() else { return Markup::default() };
    html! {
        @if let Some(name) = value::service_type_name(service_type(row)) { (name) " " }
        span.code { (value::of(row, "service_code", lang)) }
    }
}

/// What else the rows of a line say: units, equipment, days charged by the day.
fn details(line: &Line<'_>, lang: Lang) -> Markup {
    let Some(row) = line.rows.first() else { return Markup::default() };
    let found = |ident| row::distinct(line.rows.iter().copied(), ident);
    let (units, prorata) = (found("units"), found("prorata_days"));
    let over = row.get("over_30_days");
    html! {
        span.details {
            @if !units.is_empty() { span { (parts::joined(&units, "units", lang)) " " (UNITS.get(lang)) } }
            @for ident in ["equipment_name", "tais_code", "equipment_code", "detail_no"] {
                @if !row.get(ident).is_empty() {
                    span { @if ident == "detail_no" { (label::of(row, ident, lang)) " " } (value::of(row, ident, lang)) }
                }
            }
            @if let Some(first) = prorata.first() {
                span { (label::of(first, "prorata_days", lang)) " " (parts::joined(&prorata, "prorata_days", lang)) }
            }
            @if over == "1" { span { (OVER_30.get(lang)) } }
            @else if !over.is_empty() && over != "0" {
                span { (label::of(row, "over_30_days", lang)) " " (value::of(row, "over_30_days", lang)) }
            }
        }
    }
}

fn office(line: &Line<'_>, lang: Lang) -> Markup {
    let Some(row) = line.rows.first() else { return Markup::default() };
    let names = row::distinct(line.rows.iter().copied(), "office_name");
    html! {
        (parts::joined(&names, "office_name", lang)) " "
        span.code { (value::of(row, "office_no", lang)) }
        @if !row.get("satellite_branch").is_empty() {
            span.details { span {
                (label::of(row, "satellite_branch", lang)) " " (value::of(row, "satellite_branch", lang))
            } }
        }
    }
}
