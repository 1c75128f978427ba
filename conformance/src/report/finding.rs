//! Parts of a finding as all reports name them.

use careplan::check::{FileClass, FileReport};
use careplan::diagnostic::{Finding, Severity};
use careplan::text::Lang;

use super::words;
use crate::judge::{CheckOutcome, JudgedFile};

/// `記録 3・No.10 サービス利用日（行 4）`; empty where the finding is about no place.
pub(super) fn place(finding: &Finding, lang: Lang) -> String {
    let mut parts = Vec::new();
    if let Some(record) = finding.place.record {
        parts.push(format!("{} {record}", words::RECORD.get(lang)));
    }
    if let Some(field) = finding.place.field {
        parts.push(format!("No.{} {}", field.no, field.name));
    }
    let place = parts.join(words::BETWEEN.get(lang));
    match (finding.place.line, lang) {
        (Some(line), _) if place.is_empty() => format!("{} {line}", words::LINE.get(lang)),
        (Some(line), Lang::Ja) => format!("{place}（{} {line}）", words::LINE.ja),
        (Some(line), Lang::En) => format!("{place} ({} {line})", words::LINE.en),
        (None, _) => place,
    }
}

/// The clause, with the entry of the interpretation ledger where the finding depends on one.
pub(super) fn clause(finding: &Finding, lang: Lang) -> String {
    match (finding.reading, lang) {
        (None, _) => finding.source.clone().into_owned(),
        (Some(reading), Lang::Ja) => format!("{}（解釈 {}：{}）", finding.source, reading.id, reading.title.ja),
        (Some(reading), Lang::En) => format!("{} (reading {}: {})", finding.source, reading.id, reading.title.en),
    }
}

/// `UPPLAN 第6表 予定`.
pub(super) fn kind(report: &FileReport, lang: Lang) -> String {
    match (report.kind, report.class) {
        (Some(kind), _) => format!("{} {}", kind.code(), kind.title().get(lang)),
        (None, FileClass::Other) => words::NO_EXCHANGE.get(lang).to_owned(),
        (None, _) => words::NO_KIND.get(lang).to_owned(),
    }
}

/// Findings of a file that were counted but not listed.
pub(super) fn unlisted(listed: usize, counted: u64) -> Option<u64> {
    counted.checked_sub(listed as u64).filter(|more| *more > 0)
}

/// Findings in the order of reading: errors first, then as they stand in the file.
pub(super) fn by_weight<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Vec<&'a Finding> {
    let mut sorted: Vec<_> = findings.into_iter().collect();
    sorted.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    sorted
}

/// The word for a severity.
pub(super) const fn severity(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => words::ERROR.get(lang),
        Severity::Warning => words::WARNING.get(lang),
        Severity::Info => words::INFO.get(lang),
    }
}

/// Every listed finding of an outcome with the file it points at.
pub(super) fn all(outcome: &CheckOutcome) -> impl Iterator<Item = (&Finding, Option<&JudgedFile>)> {
    let of_files = outcome.files.iter().flat_map(|file| file.report.findings.iter().map(move |f| (f, Some(file))));
    let of_sets = outcome.sets.iter().flat_map(move |set| {
        let first = set.files.first().copied();
        set.findings.iter().map(move |f| (&f.finding, f.file.or(first).and_then(|index| outcome.files.get(index))))
    });
    of_files.chain(of_sets)
}
