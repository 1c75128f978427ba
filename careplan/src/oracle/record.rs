//! Record → canonical bytes → record.

use arbitrary::{Arbitrary, Unstructured};

use super::{Verdict, content, holds, same};
use crate::check::{Limits, check_bytes};
use crate::csv::{Document, content, write_canonical};
use crate::encoding;
use crate::layout::{Kind, Layout};
use crate::record::{AnyRecord, FieldProblem};

/// The most records of a sheet.
const MOST: usize = 3;

/// Records of one kind, made of arbitrary bytes by the layout: each a text for every field.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The layout of the records.
    pub layout: &'static Layout,
    /// The texts of their fields.
    pub records: Vec<Vec<String>>,
}

impl<'a> Arbitrary<'a> for Sheet {
    fn arbitrary(u: &mut Unstructured<'a>) -> arbitrary::Result<Self> {
        let layout = u.choose(Kind::ALL)?.layout().ok_or(arbitrary::Error::IncorrectFormat)?;
        let count = u.int_in_range(1..=MOST)?;
        let record = |u: &mut Unstructured<'a>| layout.fields.iter().map(|field| content::text(field, u)).collect();
        let records = (0..count).map(|_| record(u)).collect::<arbitrary::Result<_>>()?;
        Ok(Self { layout, records })
    }
}

impl Sheet {
    /// The typed records.
    ///
    /// # Errors
    /// Those of the first record that its type refuses, which would be a fault of one of the two.
    pub fn typed(&self) -> Result<Vec<AnyRecord>, Vec<FieldProblem>> {
        self.records.iter().filter_map(|texts| typed(self.layout.kind, texts)).collect()
    }
}

pub(super) fn judge(bytes: &[u8]) -> Verdict {
    // Where the bytes are too few, or name a day that does not exist, nothing is said.
    let Ok(sheet) = Sheet::arbitrary(&mut Unstructured::new(bytes)) else { return Ok(()) };
    let typed = sheet.typed().map_err(|problems| format!("{problems:?} of {sheet:?}"))?;
    let texts: Vec<_> = typed.iter().map(AnyRecord::to_texts).collect();
    same("texts of the records", &texts, &sheet.records)?;
    let canonical = write(&sheet)?;
    let read_back = read(&canonical).ok_or_else(|| format!("{canonical:?} cannot be read"))?;
    same("texts in the file", &read_back, &sheet.records)?;
    checked(&sheet, &canonical)
}

fn typed(kind: Kind, texts: &[String]) -> Option<Result<AnyRecord, Vec<FieldProblem>>> {
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    AnyRecord::from_texts(kind, &texts)
}

fn write(sheet: &Sheet) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    for texts in &sheet.records {
        write_canonical(sheet.layout.fields, texts.iter().map(String::as_str), &mut bytes)
            .map_err(|(no, problem)| format!("No.{no}: {problem}"))?;
    }
    Ok(bytes)
}

/// The texts of every record of a file.
fn read(bytes: &[u8]) -> Option<Vec<Vec<String>>> {
    let document = Document::parse(bytes.to_vec())?;
    let text = |raw| encoding::decode(&content(raw)).ok();
    document.rows().map(|row| row.raw_fields().map(text).collect()).collect()
}

/// Nothing is to be said of the grammar and the encoding of what the canonical writer wrote.
/// Control characters and escape sequences are a hazard and not a matter of the writer; quotes
/// around a comma or a quote in a plain field cannot be helped.
fn checked(sheet: &Sheet, canonical: &[u8]) -> Verdict {
    const ALLOWED: &[&str] = &["bytes/control", "bytes/iso-2022-jp", "csv/plain-quoted"];
    let report = check_bytes(&format!("{}_.CSV", sheet.layout.kind.code()), canonical, Limits::default());
    same("records", &report.records, &(sheet.records.len() as u64))?;
    let said = report
        .findings
        .iter()
        .find(|finding| matches!(finding.rule.area(), "csv" | "bytes") && !ALLOWED.contains(&finding.rule.id));
    holds(said.is_none(), || format!("{said:?} of {sheet:?}"))
}
