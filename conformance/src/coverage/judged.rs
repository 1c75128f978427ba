//! One case of the corpus and what the checker says of it, information included.

use careplan::check::{FileReport, Limits, SetMember, check_bytes, check_sets};
use careplan::diagnostic::{Finding, Severity};
use careplan::layout::Kind;

use crate::mutation::{CorpusCase, Expect, File};

/// How everything here is judged: planned and actual use of a case are compared too.
pub(super) fn limits() -> Limits {
    Limits { compare_uses: true, ..Limits::default() }
}

/// One finding.
#[derive(Clone, Copy, Debug)]
pub(super) struct Said {
    pub(super) rule: &'static str,
    pub(super) severity: Severity,
    /// Index of the file; `None` = the set as a whole.
    pub(super) file: Option<usize>,
    /// The No. of the field.
    pub(super) field: Option<u16>,
}

/// A case after its check; each folder is one run.
#[derive(Debug)]
pub(super) struct Judged<'a> {
    pub(super) files: &'a [File],
    pub(super) is_conformant: bool,
    /// The kind of each file, as far as its name tells.
    pub(super) kinds: Vec<Option<Kind>>,
    pub(super) said: Vec<Said>,
}

pub(super) fn judge(case: &CorpusCase) -> Judged<'_> {
    let files = &case.base.files;
    let reports: Vec<FileReport> = files.iter().map(|file| check_bytes(&file.name, &file.bytes, limits())).collect();
    let members: Vec<SetMember<'_>> = files
        .iter()
        .zip(&reports)
        .map(|(file, report)| SetMember { folder: "", file_name: &file.name, report })
        .collect();
    let mut said: Vec<Said> = Vec::new();
    for (index, report) in reports.iter().enumerate() {
        said.extend(report.findings.iter().map(|finding| say(finding, Some(index))));
    }
    for set in check_sets(&members) {
        said.extend(set.findings.iter().map(|found| say(&found.finding, found.file)));
    }
    Judged {
        files,
        is_conformant: case.expect == Expect::Conformant,
        kinds: reports.iter().map(|report| report.kind).collect(),
        said,
    }
}

fn say(finding: &Finding, file: Option<usize>) -> Said {
    Said { rule: finding.rule.id, severity: finding.severity, file, field: finding.place.field.map(|field| field.no) }
}

impl Judged<'_> {
    /// The kind of the file that a finding points at; `None` where it has none.
    pub(super) fn kind_of(&self, said: &Said) -> Option<Kind> {
        self.kinds.get(said.file?).copied().flatten()
    }

    pub(super) fn has(&self, kind: Kind) -> bool {
        self.kinds.contains(&Some(kind))
    }
}
