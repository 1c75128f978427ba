//! By what a person finds a record on a screen.

use std::collections::{BTreeMap, BTreeSet};

use careplan::layout::{Field, Kind};
use careplan::text::Message;

use super::table::{Asked, asked};
use crate::suite::meaning::{Content, Record, Shape, Value, shape};

/// Kind, 保険者番号, 被保険者番号 and what else tells a record from the others.
pub(super) type Identity = (Kind, Vec<String>);

/// The identity of a record; `None` for kinds of which nothing is asked.
pub(super) fn identity(record: &Record) -> Option<Identity> {
    let row = asked(record.kind())?;
    let parts = [2, 3].iter().chain(row.at).map(|no| record.text(*no)).collect();
    Some((record.kind(), parts))
}

/// The identities of a content.
pub(super) fn identities(content: &Content) -> BTreeSet<Identity> {
    content.all().filter_map(identity).collect()
}

/// The records that a person can find: no other one has the same identity.
pub(super) fn findable(content: &Content) -> Vec<&Record> {
    let mut counts: BTreeMap<Identity, usize> = BTreeMap::new();
    content.all().filter_map(identity).for_each(|it| *counts.entry(it).or_default() += 1);
    let is_alone = |record: &&Record| identity(record).is_some_and(|it| counts.get(&it) == Some(&1));
    content.all().filter(is_alone).collect()
}

/// Where a person looks: the sheet, the person, and what tells the row from the others.
pub(super) fn place(record: &Record) -> Message {
    let title = record.kind().title();
    let at = asked(record.kind()).map_or(&[][..], |row: &Asked| row.at);
    let parts: Vec<String> = record
        .iter()
        .filter(|(field, _)| field.no == 3 || at.contains(&field.no))
        .filter_map(|(field, value)| Some((field, value?)))
        .filter(|(_, value)| is_filled(value))
        .map(|(field, value)| format!("{} {}", field.name, shown(field, value).ja))
        .collect();
    Message::new(format!("{}：{}", title.ja, parts.join("、")), format!("{}: {}", title.en, parts.join(", ")))
}

/// Whether it is more than a placeholder such as `00000000`.
pub(super) fn is_filled(value: &Value) -> bool {
    let text = value.to_string();
    let is_placeholder = text.len() >= 6 && text.bytes().all(|byte| byte == b'0');
    !text.trim().is_empty() && !is_placeholder
}

/// A value as people write it: dates in Japanese, codes with their label.
pub(super) fn shown(field: &Field, value: &Value) -> Message {
    let text = value.to_string();
    let parts: Vec<&str> = text.split('-').collect();
    let number = |part: &str| part.trim_start_matches('0').to_owned();
    match (shape(field.format), parts.as_slice()) {
        (Shape::Date, [year, month, day]) => {
            Message::new(format!("{year}年{}月{}日", number(month), number(day)), text.clone())
        }
        (Shape::Month, [year, month]) => Message::new(format!("{year}年{}月", number(month)), text.clone()),
        _ => match field.codes.and_then(|codes| codes.label(text.as_bytes())) {
            Some(label) => Message::new(format!("{label}（{text}）"), format!("{label} ({text})")),
            None => Message::new(text.clone(), text.clone()),
        },
    }
}
