//! A content in words, field by field: what a person types into the software.

use careplan::layout::{Field, Format};
use careplan::text::{Lang, Text};

use super::identity::shown;
use crate::shown::visible;
use crate::suite::meaning::{Content, Value};

/// What a person types: what is filled, and not of the file alone.
fn is_typed(field: &Field, value: &Value) -> bool {
    !matches!(field.format, Format::Version | Format::Unused) && !value.to_string().is_empty()
}

const PICTURES: Text = Text::new("画像", "pictures");

/// Every record with the fields that are filled, a line each.
#[must_use]
pub fn listing(content: &Content, lang: Lang) -> String {
    let mut text = String::new();
    for (kind, records) in &content.records {
        for (no, record) in (1..).zip(records) {
            text.push_str(&format!("■ {} {no}/{}\n", kind.title().get(lang), records.len()));
            let filled = record.iter().filter_map(|(field, value)| Some((field, value?)));
            for (field, value) in filled.filter(|(field, value)| is_typed(field, value)) {
                let value = shown(field, value).get(lang).replace("\r\n", "⏎");
                text.push_str(&format!("  No.{} {}: {}\n", field.no, field.name, visible(&value)));
            }
            text.push('\n');
        }
    }
    if !content.pictures.is_empty() {
        text.push_str(&format!("■ {}\n", PICTURES.get(lang)));
        content.pictures.iter().for_each(|picture| text.push_str(&format!("  {}\n", visible(&picture.name))));
    }
    text
}
