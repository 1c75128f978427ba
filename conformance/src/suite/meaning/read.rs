//! From files to their meaning. Total over all files: what has no meaning is named.

use std::collections::BTreeMap;

use careplan::csv::{Document, Row, content};
use careplan::encoding;
use careplan::layout::Kind;
use careplan::name::{self, UnitKey};
use careplan::text::Message;

use super::content::{Content, Picture};
use super::record::{Record, fields};
use super::unit::{Scenario, Unit};
use crate::mutation::File;

/// Why files have no meaning, or a meaning no file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file.
    pub file: String,
    /// The record, from 1.
    pub record: Option<usize>,
    /// What is wrong.
    pub message: Message,
}

impl Problem {
    pub(super) fn new(file: &str, record: Option<usize>, ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self { file: file.to_owned(), record, message: Message::new(ja, en) }
    }
}

/// The meaning of files: units by serial, sender and receiver. Files that are none of the exchange
/// are left out; a header row and blank lines are no records.
///
/// # Errors
/// A file that is none of V4.1 by its name, is not MS932 or not of the grammar of CSV, or has
/// another number of fields. A field that does not fit its format is no problem: it stands as text.
pub fn read_files(files: &[File]) -> Result<Scenario, Vec<Problem>> {
    let (mut units, mut problems) = (BTreeMap::<UnitKey, Content>::new(), Vec::new());
    for file in files {
        let parsed = name::parse(&file.name);
        let Some(name) = parsed.name else {
            if parsed.kind.is_some() || file.name.to_ascii_lowercase().ends_with(".csv") {
                problems.push(Problem::new(
                    &file.name,
                    None,
                    "名称が標準仕様に合いません",
                    "the name is not of the standard",
                ));
            }
            continue;
        };
        let content = units.entry(name.unit).or_default();
        if name.kind == Kind::UpkihonImage {
            content.pictures.push(Picture { name: file.name.clone(), bytes: file.bytes.clone() });
            continue;
        }
        match records(name.kind, file) {
            Ok(records) => content.records.entry(name.kind).or_default().extend(records),
            Err(problem) => problems.push(problem),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(Scenario { units: units.into_iter().map(|(key, content)| Unit { key, content }).collect() })
}

/// The records of one CSV.
fn records(kind: Kind, file: &File) -> Result<Vec<Record>, Problem> {
    let document = Document::parse(file.bytes.clone())
        .ok_or_else(|| Problem::new(&file.name, None, "CSV として読めません", "it is no CSV of the exchange"))?;
    let mut records = Vec::new();
    for (at, row) in document.rows().enumerate() {
        let texts = texts(row)
            .ok_or_else(|| Problem::new(&file.name, Some(at + 1), "MS932 として読めません", "it is not MS932"))?;
        let is_header = at == 0 && texts.first().map(String::as_str) == fields(kind).first().map(|field| field.key);
        let is_blank = matches!(texts.as_slice(), [only] if only.is_empty());
        if is_header || is_blank {
            continue;
        }
        if texts.len() != fields(kind).len() {
            return Err(Problem::new(&file.name, Some(at + 1), "項目の数が違います", "the number of fields is wrong"));
        }
        records.push(Record::from_texts(kind, &texts));
    }
    Ok(records)
}

fn texts(row: Row<'_>) -> Option<Vec<String>> {
    row.raw_fields().map(|raw| encoding::decode(&content(raw)).ok()).collect()
}
