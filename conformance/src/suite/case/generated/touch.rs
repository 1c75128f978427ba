//! One value of a set becomes another one that its row of the layout allows.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use careplan::layout::{Field, Format, Kind, MaxLen, Required};

use crate::suite::meaning::{Record, Scenario, Value, value_of};

/// Where to, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Touch {
    /// Which of the fields that may be touched.
    pub(super) field: u32,
    /// Which of its records.
    pub(super) record: u32,
    /// What a code or a number becomes.
    pub(super) number: u32,
    /// What a text becomes.
    pub(super) text: String,
}

/// Codes and numbers that bind nothing else: neither a condition of another field nor a sum. Everything
/// else that is no text is the story's: keys, days, units and money agree there.
const LOOSE: &[(Kind, RangeInclusive<u16>)] = &[
    (Kind::Up2kyo, 15..=15),
    (Kind::Upkihon, 10..=10),
    (Kind::Upkihon, 21..=22),
    (Kind::Upkihon, 29..=32),
    (Kind::Upkihon, 34..=40),
    (Kind::UpkihonSub2, 8..=8),
    (Kind::UpkihonSub2, 10..=10),
    (Kind::Upyobo, 26..=26),
    (Kind::Upyobo, 30..=30),
    (Kind::Upyobo, 34..=34),
    (Kind::Upyobo, 38..=38),
    (Kind::Upyobo, 43..=54),
];

/// How a field may be touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// It says something else, and so does whatever said the same: names stay the same everywhere.
    Everywhere,
    /// It alone says something else.
    Alone,
}

fn way(kind: Kind, field: &Field) -> Option<Way> {
    match field.format {
        Format::Text if field.max_len == MaxLen::Free => Some(Way::Everywhere),
        Format::Phone | Format::Postal => Some(Way::Everywhere),
        Format::Code | Format::Integer => {
            let loose = LOOSE.iter().any(|(known, fields)| *known == kind && fields.contains(&field.no));
            loose.then_some(Way::Alone)
        }
        _ => None,
    }
}

/// Whether a field of a record may be touched. What is empty stays so where a text would say what kind
/// of row it is (R112, R131) or stands for a condition.
fn touchable(record: &Record, field: &Field) -> bool {
    match way(record.kind(), field) {
        Some(Way::Everywhere) => !record.text(field.no).is_empty(),
        Some(Way::Alone) => true,
        None => false,
    }
}

/// Touches a scenario; nothing happens where it has nothing that may be touched.
pub(super) fn apply(touch: &Touch, scenario: &mut Scenario) {
    let records = || scenario.units.iter().flat_map(|unit| unit.content.all());
    let fields: BTreeSet<(Kind, u16)> = records()
        .flat_map(|record| record.iter().map(move |(field, _)| (record, field)))
        .filter(|(record, field)| touchable(record, field))
        .map(|(record, field)| (record.kind(), field.no))
        .collect();
    let Some(&(kind, no)) = nth(&fields.iter().collect::<Vec<_>>(), touch.field).copied() else { return };
    let Some(field) = kind.layout().and_then(|layout| layout.field(no)) else { return };
    let of_kind: Vec<&Record> = records().filter(|record| record.kind() == kind && touchable(record, field)).collect();
    let Some(chosen) = nth(&of_kind, touch.record).map(|record| (*record).clone()) else { return };
    let (old, new) = (chosen.text(no), text_for(field, touch));
    let all = scenario.units.iter_mut().flat_map(|unit| unit.content.records.values_mut().flatten());
    for record in all {
        match way(kind, field) {
            Some(Way::Everywhere) => replace(record, field.format, &old, &new),
            _ if *record == chosen => record.set(no, value_of(field, &new)),
            _ => {}
        }
    }
}

/// Every field of the same format that says `old` says `new`.
fn replace(record: &mut Record, format: Format, old: &str, new: &str) {
    let kind = record.kind();
    let same: Vec<u16> = record
        .iter()
        .filter(|(field, value)| {
            field.format == format && way(kind, field).is_some() && value.is_some_and(|value| value.to_string() == old)
        })
        .map(|(field, _)| field.no)
        .collect();
    same.into_iter().for_each(|no| record.set(no, Value::Text(new.to_owned())));
}

/// What a field may say, by its row.
fn text_for(field: &Field, touch: &Touch) -> String {
    let number = touch.number;
    match field.format {
        Format::Text => touch.text.clone(),
        // No area is 000 or 00-0000.
        Format::Postal => format!("000-{:04}", number % 10_000),
        Format::Phone => {
            let forms = ["00-0000-", "(00)0000-", "000000", "000-0000-"];
            format!("{}{:04}", nth(&forms, number).unwrap_or(&""), number / 4 % 10_000)
        }
        Format::Code => {
            let entries = field.codes.map_or(&[][..], |table| table.entries).iter().map(|(code, _)| *code);
            let empty = (field.required == Required::No).then_some("");
            nth(&entries.chain(empty).collect::<Vec<_>>(), number).copied().unwrap_or_default().to_owned()
        }
        _ => match field.max_len {
            MaxLen::Chars(length) => (number % 10_u32.saturating_pow(length.into())).to_string(),
            MaxLen::Free | MaxLen::Unknown => String::new(),
        },
    }
}

/// One of a list by any number.
fn nth<T>(list: &[T], number: u32) -> Option<&T> {
    let end = u32::try_from(list.len()).ok().filter(|end| *end > 0)?;
    list.get(usize::try_from(number % end).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_loose_is_a_code_or_a_number_of_the_layout() {
        for (kind, fields) in LOOSE {
            for no in fields.clone() {
                let field = kind.layout().and_then(|layout| layout.field(no)).expect("a field");
                assert_eq!(way(*kind, field), Some(Way::Alone), "{} No.{no}", kind.code());
            }
        }
    }

    #[test]
    fn what_a_field_may_say_is_of_its_length() {
        let touch = |number| Touch { field: 0, record: 0, number, text: String::new() };
        for kind in Kind::ALL {
            for field in kind.layout().map_or(&[][..], |layout| layout.fields) {
                if let (Some(_), MaxLen::Chars(most)) = (way(*kind, field), field.max_len) {
                    for number in [0, 1, 9_999, 12_345, u32::MAX] {
                        let text = text_for(field, &touch(number));
                        assert!(text.len() <= most.into(), "{} No.{} {text}", kind.code(), field.no);
                    }
                }
            }
        }
    }
}
