//! Fields: what cases of the corpus say of each, and what is said of contents put into it.

use std::collections::BTreeSet;

use careplan::check::check_bytes;
use careplan::csv::{Document, inside};
use careplan::diagnostic::Severity;
use careplan::layout::{Field, Kind};
use rayon::prelude::*;

use super::Tally;
use super::content::{right, wrong};
use super::judged::{Judged, limits};
use crate::mutation::File;

/// One rule, tried on one field by a content that was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Probed {
    /// The id of the rule that had to speak of a wrong content.
    pub rule: &'static str,
    /// Whether it did, at the field.
    pub is_found: bool,
}

/// One field of one kind.
#[derive(Debug)]
pub struct FieldCoverage {
    /// The row of the layout.
    pub field: &'static Field,
    /// Cases of the corpus: conformant ones in which it is filled and left alone, and those in
    /// which something is found in it.
    pub corpus: Tally,
    /// Whether a right content was put into it and left alone; false where no valid file has it.
    pub is_taken: bool,
    /// The wrong contents that were put into it; empty where no valid file has it.
    pub probed: Vec<Probed>,
}

impl FieldCoverage {
    /// Whether there is a case, committed or made, that passes.
    #[must_use]
    pub const fn has_passing(&self) -> bool {
        self.is_taken || self.corpus.passing > 0
    }

    /// Whether there is a case, committed or made, that fails.
    #[must_use]
    pub fn has_failing(&self) -> bool {
        self.corpus.failing > 0 || self.probed.iter().any(|probed| probed.is_found)
    }
}

/// One kind and its fields.
#[derive(Debug)]
pub struct KindCoverage {
    /// The kind.
    pub kind: Kind,
    /// Files of the corpus.
    pub files: u64,
    /// Cases of the corpus that hold it: conformant ones and those with a defect.
    pub cases: Tally,
    /// Its fields; none for the family picture.
    pub fields: Vec<FieldCoverage>,
}

pub(super) fn measure(judged: &[Judged<'_>]) -> Vec<KindCoverage> {
    Kind::ALL.par_iter().map(|&kind| of_kind(kind, judged)).collect()
}

fn of_kind(kind: Kind, judged: &[Judged<'_>]) -> KindCoverage {
    let with_kind = || judged.iter().filter(|case| case.has(kind));
    let passing = with_kind().filter(|case| case.is_conformant).count() as u64;
    let files = with_kind().flat_map(|case| &case.kinds).filter(|&&known| known == Some(kind)).count() as u64;
    let mut fields: Vec<FieldCoverage> = kind
        .layout()
        .map_or(&[][..], |layout| layout.fields)
        .iter()
        .map(|field| FieldCoverage { field, corpus: Tally::default(), is_taken: false, probed: Vec::new() })
        .collect();
    for case in with_kind() {
        count(case, kind, &mut fields);
    }
    if let Some(ground) = ground(kind, judged) {
        fields.iter_mut().for_each(|field| ground.try_on(field));
    }
    let cases = Tally { passing, failing: with_kind().count() as u64 - passing };
    KindCoverage { kind, files, cases, fields }
}

/// Counts one case of the corpus for the fields of a kind.
fn count(case: &Judged<'_>, kind: Kind, fields: &mut [FieldCoverage]) {
    let at_kind = || case.said.iter().filter(|said| case.kind_of(said) == Some(kind));
    let found: BTreeSet<u16> = at_kind().filter_map(|said| said.field).collect();
    let blamed: BTreeSet<u16> =
        at_kind().filter(|said| said.severity > Severity::Info).filter_map(|said| said.field).collect();
    let filled = if case.is_conformant { filled(case, kind) } else { BTreeSet::new() };
    for field in fields {
        let no = field.field.no;
        field.corpus.failing += u64::from(found.contains(&no));
        field.corpus.passing += u64::from(filled.contains(&no) && !blamed.contains(&no));
    }
}

/// The fields of a kind that hold something in a file of a case.
fn filled(case: &Judged<'_>, kind: Kind) -> BTreeSet<u16> {
    let files = case.files.iter().zip(&case.kinds).filter(|(_, known)| **known == Some(kind));
    let documents = files.filter_map(|(file, _)| Document::parse(file.bytes.clone()));
    let mut filled = BTreeSet::new();
    for document in documents {
        for row in document.rows() {
            filled.extend((1..).zip(row.raw_fields()).filter(|(_, raw)| !inside(raw).is_empty()).map(|(no, _)| no));
        }
    }
    filled
}

/// A valid file that contents are put into: its first record, and what comes behind.
struct Ground<'a> {
    name: &'a str,
    first: Vec<&'a [u8]>,
    rest: &'a [u8],
}

/// The smallest file of a kind in a conformant case.
fn ground<'a>(kind: Kind, judged: &[Judged<'a>]) -> Option<Ground<'a>> {
    let files = judged.iter().filter(|case| case.is_conformant).flat_map(|case| case.files.iter().zip(&case.kinds));
    let of_kind = files.filter(|(_, known)| **known == Some(kind)).map(|(file, _)| file);
    of_kind.min_by_key(|file| (file.bytes.len(), &file.name)).and_then(|file| Ground::of(kind, file))
}

impl<'a> Ground<'a> {
    fn of(kind: Kind, file: &'a File) -> Option<Self> {
        let layout = kind.layout()?;
        let mut ground = None;
        careplan::csv::Scanner::default().scan(&file.bytes, true, |record| {
            if ground.is_none() && record.fields == layout.fields.len() {
                let end = record.start + record.bytes.len();
                let here = file.bytes.get(record.start..end).unwrap_or_default();
                let first = record.iter().filter_map(|(at, raw)| here.get(at..at + raw.len())).collect();
                ground = file.bytes.get(end..).map(|rest| Self { name: &file.name, first, rest });
            }
        });
        ground
    }

    /// The file with other bytes in one field of its first record.
    fn with(&self, no: u16, raw: &[u8]) -> Vec<u8> {
        let fields = (1..).zip(&self.first).map(|(at, old)| if at == no { raw } else { old });
        [&fields.collect::<Vec<_>>().join(&b','), self.rest].concat()
    }

    /// Puts every content into one field. Rules of single fields look at the file alone, so the
    /// rest of the set is not judged again.
    fn try_on(&self, coverage: &mut FieldCoverage) {
        let field = coverage.field;
        let of_right = self.said_of(field.no, &right(field));
        coverage.is_taken = of_right.iter().all(|(rule, severity)| *severity == Severity::Info || !is_of_field(rule));
        // A rule that speaks of the right content as well proves nothing.
        let says = |said: &[(&str, Severity)], rule| said.iter().any(|(said, _)| *said == rule);
        let found = |rule, raw: &[u8]| says(&self.said_of(field.no, raw), rule) && !says(&of_right, rule);
        coverage.probed =
            wrong(field).iter().map(|it| Probed { rule: it.rule, is_found: found(it.rule, &it.raw) }).collect();
    }

    /// What is said of one field of the first record: rules and weights.
    fn said_of(&self, no: u16, raw: &[u8]) -> Vec<(&'static str, Severity)> {
        let report = check_bytes(self.name, &self.with(no, raw), limits());
        let findings = report.findings.iter().filter(|finding| {
            finding.place.record == Some(1) && finding.place.field.is_some_and(|field| field.no == no)
        });
        findings.map(|finding| (finding.rule.id, finding.severity)).collect()
    }
}

/// Whether a rule judges a field by itself; others compare it with its neighbours, to which a
/// content that was made need not fit.
fn is_of_field(rule: &str) -> bool {
    rule.starts_with("bytes/")
        || rule.starts_with("csv/")
        || rule.starts_with("field/")
        || rule.starts_with("file/version")
}
