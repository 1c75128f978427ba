//! The fingerprint by which a code-scanning page knows a finding again (`renkei/v1`).
//!
//! SHA-256, cut to 16 bytes, over these parts, each ended by a zero byte:
//! 1. the id of the rule;
//! 2. the name of the file without the serial (kind, year-month, both ends), so that a new export
//!    of the same data keeps it; the name as it is where it does not follow the naming rule;
//! 3. the No. of the field;
//! 4. what was found, in Japanese, digits as `#`: it may name a record by its number;
//! 5. the fields of the record, private ones as their shape only: a hash of a name or an insured
//!    number could be guessed back.
//!
//! Behind it stands `:1`, and `:2` and so on for findings of one run that are alike in all this. No
//! line, record number or byte offset takes part: records may move, and others come and go.

use std::collections::HashMap;
use std::fmt::Write as _;

use careplan::diagnostic::Finding;
use careplan::layout::Kind;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::judge::JudgedFile;
use crate::report::mask::shape_of;
use crate::report::record::{self, Bytes};
use crate::shown::text_of_ms932;

/// Bytes of the hash that are kept.
const KEPT: usize = 16;

/// `partialFingerprints` of the form.
#[derive(Serialize)]
pub(super) struct Fingerprints {
    #[serde(rename = "renkei/v1")]
    v1: String,
}

/// Makes the fingerprints of one run, in the order of its findings.
#[derive(Default)]
pub(super) struct Fingerprinter {
    seen: HashMap<String, u64>,
}

impl Fingerprinter {
    pub(super) fn of(&mut self, finding: &Finding, file: Option<(&JudgedFile, &mut Bytes<'_>)>) -> Fingerprints {
        let hash = hash(finding, file);
        let times = self.seen.entry(hash.clone()).or_default();
        *times += 1;
        Fingerprints { v1: format!("{hash}:{times}") }
    }
}

fn hash(finding: &Finding, file: Option<(&JudgedFile, &mut Bytes<'_>)>) -> String {
    let mut hash = Sha256::new();
    let mut part = |bytes: &[u8]| {
        hash.update(bytes);
        hash.update([0]);
    };
    part(finding.rule.id.as_bytes());
    part(file.as_ref().map(|(file, _)| name_without_serial(file)).unwrap_or_default().as_bytes());
    part(finding.place.field.map(|field| field.no).unwrap_or_default().to_string().as_bytes());
    part(finding.found.ja.replace(|c: char| c.is_ascii_digit(), "#").as_bytes());
    part(file.map(|(file, bytes)| record_shape(finding, file, bytes)).unwrap_or_default().as_bytes());
    hash.finalize().iter().take(KEPT).fold(String::with_capacity(2 * KEPT), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn name_without_serial(file: &JudgedFile) -> String {
    let name = &file.item.file_name;
    match file.report.name.as_ref() {
        Some(parts) => name.replacen(parts.unit.serial.as_str(), "", 1),
        None => name.clone(),
    }
}

fn record_shape(finding: &Finding, file: &JudgedFile, bytes: &mut Bytes<'_>) -> String {
    let layout = file.report.kind.and_then(Kind::layout);
    let mut shape = String::new();
    if let Some(around) = record::around(bytes, finding) {
        record::each_field(around.bytes(), layout, |part| {
            let text = text_of_ms932(part.raw);
            if part.is_public() {
                shape.push_str(&text);
            } else {
                shape.extend(text.chars().map(shape_of));
            }
            shape.push(',');
        });
    }
    shape
}
