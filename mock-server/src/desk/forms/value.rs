//! What stands in a field, as a person reads it. What cannot be read is shown as it stands.

use std::borrow::Cow;

use careplan::layout::{Field, Format};
use careplan::text::{Lang, Text};
use careplan::value::{Date, ProrataDays, SERVICE_TYPES, YearMonth};
use maud::{Markup, html};

use super::row::Row;
use super::{codes, dates, limits};

const UNKNOWN_CODE: Text = Text::new("（コード不明）", " (unknown code)");
const UNREADABLE: Text = Text::new("（書式に合いません）", " (not of its format)");
const UNTIMED: Text = Text::new("時刻なし", "no time");
const OF_TABLE: Text = Text::new("（利用票・別表に付くもの）", "(belongs to a use table)");
const OF_PLAN: Text = Text::new("（計画書に付くもの）", "(belongs to a care plan)");
const SHORTENED: Text = Text::new("……（長いため、ここまで）", "… (long: shown up to here)");

/// What stands in a field of a row.
pub(super) fn of(row: &Row, ident: &str, lang: Lang) -> Markup {
    row.field(ident).map(|(field, text)| shown(field, text, lang)).unwrap_or_default()
}

/// A text as what its field says it is.
pub(super) fn shown(field: &Field, text: &str, lang: Lang) -> Markup {
    if text.is_empty() {
        return Markup::default();
    }
    let bytes = text.as_bytes();
    match field.format {
        Format::Text | Format::ImageName | Format::Other | Format::Unused => free(text, lang),
        Format::Code => coded(field, text, lang),
        Format::ServiceType => service_type(text, lang),
        Format::DateOrZero if text == "00000000" => html! { (OF_TABLE.get(lang)) },
        Format::MonthOrZero if text == "000000" => html! { (OF_PLAN.get(lang)) },
        Format::Date | Format::DateOrZero => known(Date::parse(bytes).map(|date| dates::day(date, lang)), text, lang),
        Format::BirthDate => known(Date::parse(bytes).map(|date| dates::day_with_era(date, lang)), text, lang),
        Format::Month | Format::MonthOrZero => {
            known(YearMonth::parse(bytes).map(|month| dates::month(month, lang)), text, lang)
        }
        Format::Time | Format::WeekTime => known(clock(text, lang), text, lang),
        Format::Integer => known(grouped(text), text, lang),
        Format::MonthBits => known(ProrataDays::parse(bytes).map(|days| runs(days, lang)), text, lang),
        Format::Version
        | Format::Decimal
        | Format::InsuredNo
        | Format::InsurerNo
        | Format::OfficeNo
        | Format::OfficeNoOrTotal
        | Format::ServiceCode
        | Format::ServiceCodeOrTotal
        | Format::Postal
        | Format::Phone
        | Format::Tais
        | Format::Branch
        | Format::FixedNines => html! { span.nowrap { (clean(text)) } },
    }
}

fn known(read: Option<String>, text: &str, lang: Lang) -> Markup {
    match read {
        Some(read) => html! { span.nowrap { (read) } },
        None => html! { (clean(text)) span.odd { (UNREADABLE.get(lang)) } },
    }
}

/// Free text, its line breaks kept by the style sheet.
pub(super) fn free(text: &str, lang: Lang) -> Markup {
    let shortened = text.char_indices().nth(limits::CHARS).and_then(|(at, _)| text.get(..at));
    html! {
        span.text lang=[(lang == Lang::En).then_some("ja")] { (clean(shortened.unwrap_or(text))) }
        @if shortened.is_some() { span.odd { (SHORTENED.get(lang)) } }
    }
}

/// Control characters have no place in a page; a line break has.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    let odd = |character: char| character.is_control() && !matches!(character, '\n' | '\t');
    if text.contains(odd) {
        text.replace("\r\n", "\n").replace('\r', "\n").replace(odd, "\u{FFFD}").into()
    } else {
        text.into()
    }
}

fn coded(field: &Field, text: &str, lang: Lang) -> Markup {
    match field.codes.and_then(|table| table.label(text.as_bytes())) {
        Some(label) => html! { (codes::label(label, lang)) },
        None => html! { (clean(text)) span.odd { (UNKNOWN_CODE.get(lang)) } },
    }
}

/// A service type with its name.
pub(super) fn service_type(code: &str, lang: Lang) -> Markup {
    match service_type_name(code) {
        Some(name) => html! { (name) " " span.code { (code) } },
        None => html! { (clean(code)) span.odd { (UNKNOWN_CODE.get(lang)) } },
    }
}

/// The name of a service type.
pub(super) fn service_type_name(code: &str) -> Option<&'static str> {
    SERVICE_TYPES.iter().find(|row| row.code == code).map(|row| row.name)
}

/// `9:30`, or a word where no time is shown.
pub(super) fn clock(text: &str, lang: Lang) -> Option<String> {
    if text == "9999" {
        return Some(UNTIMED.get(lang).to_owned());
    }
    let minutes = careplan::value::WeekTime::parse(text.as_bytes())?.minutes()?;
    Some(format!("{}:{:02}", minutes / 60, minutes % 60))
}

/// An integer with its thousands apart.
pub(super) fn grouped(text: &str) -> Option<String> {
    let number: i64 = text.parse().ok()?;
    let digits = number.unsigned_abs().to_string();
    let mut grouped = String::from(if number < 0 { "-" } else { "" });
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    Some(grouped)
}

/// The days of a 日割対象日 as runs: `1～15日`.
fn runs(days: ProrataDays, lang: Lang) -> String {
    let mut runs: Vec<(u8, u8)> = Vec::new();
    for day in (1..=31).filter(|&day| days.includes(day)) {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == day => *last = day,
            _ => runs.push((day, day)),
        }
    }
    let one = |&(first, last): &(u8, u8)| if first == last { first.to_string() } else { format!("{first}～{last}") };
    let all = runs.iter().map(one).collect::<Vec<_>>().join("・");
    match lang {
        Lang::Ja if all.is_empty() => "対象日なし".to_owned(),
        Lang::En if all.is_empty() => "no day".to_owned(),
        Lang::Ja => format!("{all}日"),
        Lang::En => format!("days {all}"),
    }
}
