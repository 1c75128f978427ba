//! The layout as JSON, for adapters: which fields a record has, and of what type they are.

use careplan::layout::{Kind, MaxLen, Required};
use serde::Serialize;

use super::section::Section;
use super::value::{Shape, shape};

#[derive(Serialize)]
struct Layout {
    schema: &'static str,
    kinds: Vec<KindEntry>,
}

#[derive(Serialize)]
struct KindEntry {
    kind: Kind,
    section: &'static str,
    title_ja: &'static str,
    title_en: &'static str,
    /// Whether the name of the file carries a month.
    month_in_name: bool,
    fields: Vec<FieldEntry>,
}

#[derive(Serialize)]
struct FieldEntry {
    no: u16,
    key: &'static str,
    #[serde(rename = "type")]
    shape: Shape,
    /// The word of the annex for its format.
    format: &'static str,
    /// Whether it stands in quotes (フリーテキスト).
    quoted: bool,
    max_len: Option<u16>,
    required: bool,
    /// The codes that it may hold; empty where any value of its type will do.
    codes: Vec<&'static str>,
}

/// `renkei.layout/1`: every kind with its fields, from the one declaration.
///
/// # Errors
/// Never in practice: every part is plain text.
pub fn layout_json() -> serde_json::Result<String> {
    let kinds = Section::ALL.iter().flat_map(|section| section.kinds().iter().map(move |kind| (section, *kind)));
    let kinds = kinds.map(|(section, kind)| entry(*section, kind)).collect();
    serde_json::to_string(&Layout { schema: "renkei.layout/1", kinds })
}

fn entry(section: Section, kind: Kind) -> KindEntry {
    let title = kind.title();
    let fields = super::record::fields(kind).iter().map(|field| FieldEntry {
        no: field.no,
        key: field.key,
        shape: shape(field.format),
        format: field.format.spec_name(),
        quoted: field.format.is_free_text(),
        max_len: match field.max_len {
            MaxLen::Chars(chars) => Some(chars),
            MaxLen::Free | MaxLen::Unknown => None,
        },
        required: field.required == Required::Yes,
        codes: field.codes.map_or_else(Vec::new, |table| table.entries.iter().map(|(code, _)| *code).collect()),
    });
    KindEntry {
        kind,
        section: section.as_str(),
        title_ja: title.ja,
        title_en: title.en,
        month_in_name: kind.month_in_name(),
        fields: fields.collect(),
    }
}
