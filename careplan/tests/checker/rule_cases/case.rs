//! A case of a rule: files of which it speaks, and a near miss of which it does not.

use std::collections::BTreeSet;

use careplan::check::{Limits, SetMember, check_bytes, check_sets};
use careplan::diagnostic::{Finding, Severity};
use careplan::layout::Kind;

use crate::golden::{Sheet, name};

/// Small enough that rules about limits have small cases.
const LIMITS: Limits = Limits { per_rule: 5, per_file: 40, record: 4 << 10, keys: 4, compare_uses: true };

/// A named file.
pub(super) struct File {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

/// One row of the table.
pub(super) struct Case {
    /// The id of the rule.
    pub(super) rule: &'static str,
    /// How much its finding weighs in the failing case.
    pub(super) severity: Severity,
    /// Files of which the rule speaks.
    pub(super) fails: fn() -> Vec<File>,
    /// Nearly the same files, of which it does not.
    pub(super) passes: fn() -> Vec<File>,
}

/// Makes a row.
pub(super) const fn case(
    rule: &'static str,
    severity: Severity,
    fails: fn() -> Vec<File>,
    passes: fn() -> Vec<File>,
) -> Case {
    Case { rule, severity, fails, passes }
}

/// A golden file of two records.
pub(super) fn golden(kind: Kind) -> Sheet {
    Sheet::new(kind, 2)
}

/// One file.
pub(super) fn one(sheet: Sheet) -> Vec<File> {
    vec![File { bytes: sheet.bytes(), name: sheet.name }]
}

/// Golden contents under another name.
pub(super) fn named(kind: Kind, name: &str) -> Vec<File> {
    one(golden(kind).named(name))
}

/// A golden file with another content of one field of its second record.
pub(super) fn field(kind: Kind, no: u16, text: &str) -> Vec<File> {
    one(golden(kind).with(2, no, text))
}

/// A golden file with other bytes between two commas of its second record.
pub(super) fn raw(kind: Kind, no: u16, bytes: &[u8]) -> Vec<File> {
    one(golden(kind).with_raw(2, no, bytes))
}

/// A golden file whose bytes are changed as a whole.
pub(super) fn bytes(kind: Kind, change: impl FnOnce(Vec<u8>) -> Vec<u8>) -> Vec<File> {
    vec![File { name: name(kind), bytes: change(golden(kind).bytes()) }]
}

/// The golden files of some kinds, one record each; a picture is the beginning of a JPEG.
pub(super) fn set(kinds: &[Kind]) -> Vec<File> {
    let file = |&kind: &Kind| match kind.layout() {
        Some(_) => File { name: name(kind), bytes: Sheet::new(kind, 1).bytes() },
        None => File { name: name(kind), bytes: vec![0xFF, 0xD8, 0xFF, 0xE0] },
    };
    kinds.iter().map(file).collect()
}

/// Several sheets of one set.
pub(super) fn sheets(sheets: impl IntoIterator<Item = Sheet>) -> Vec<File> {
    sheets.into_iter().flat_map(one).collect()
}

/// What the checker says of the files and of the sets they make: rule ids and weights.
pub(super) fn said(files: &[File]) -> BTreeSet<(&'static str, Severity)> {
    findings(files).iter().map(|finding| (finding.rule.id, finding.severity)).collect()
}

/// All findings of the files and of the sets they make.
pub(super) fn findings(files: &[File]) -> Vec<Finding> {
    let mut reports: Vec<_> = files.iter().map(|file| check_bytes(&file.name, &file.bytes, LIMITS)).collect();
    let members: Vec<_> = files
        .iter()
        .zip(&reports)
        .map(|(file, report)| SetMember { folder: "", file_name: &file.name, report })
        .collect();
    let sets = check_sets(&members);
    let of_files = reports.iter_mut().flat_map(|report| std::mem::take(&mut report.findings));
    of_files.chain(sets.into_iter().flat_map(|set| set.findings.into_iter().map(|found| found.finding))).collect()
}
