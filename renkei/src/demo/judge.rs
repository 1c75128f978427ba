//! The files of the demonstration before the checker, and the reports of it all.

use std::io;
use std::path::PathBuf;

use careplan::text::{Lang, Message};
use conformance::judge::{CheckOutcome, CheckRun, Quiet, Verdict};
use conformance::report::{self, Format, Options};

use super::folder::OutFolder;
use super::table::Mark;
use crate::relay::Trouble;

/// Where the reports go, below the folder of the demonstration.
pub(super) const REPORTS: &[(Format, &str)] = &[(Format::Html, "report.html"), (Format::Junit, "report.junit.xml")];

/// Judges files.
pub(super) fn check(paths: &[PathBuf]) -> CheckOutcome {
    CheckRun { paths: paths.to_vec(), threads: None, deny_warnings: false }.run(&Quiet)
}

/// The mark and the sentence for files that were judged.
pub(super) fn told(outcome: &CheckOutcome) -> (Mark, Message) {
    let mark = if outcome.verdict == Verdict::Conformant { Mark::Done } else { Mark::Failed };
    let (files, records, found) = (outcome.totals.files, outcome.totals.records, outcome.totals.findings);
    let message = Message::new(
        format!("{files} ファイル、{records} 記録：誤り {}、警告 {}", found.errors, found.warnings),
        format!("files {files}, records {records}: errors {}, warnings {}", found.errors, found.warnings),
    );
    (mark, message)
}

/// Writes the reports into the folder.
pub(super) fn write_reports(outcome: &CheckOutcome, out: &mut OutFolder, lang: Lang) -> Result<Vec<PathBuf>, Trouble> {
    let mut reports = Vec::new();
    for (format, name) in REPORTS {
        reports.push((*format, Some(out.claim(name)?)));
    }
    let options = Options { lang, ..Options::default() };
    report::write_all(outcome, &reports, &options, &mut io::sink()).map_err(|(path, error)| match path {
        Some(path) => Trouble::file(&path, &error),
        None => error.into(),
    })?;
    Ok(reports.into_iter().filter_map(|(_, path)| path).collect())
}
