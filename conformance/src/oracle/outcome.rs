//! What must hold of every outcome of a check, and of all its reports.

use std::path::Path;

use careplan::oracle::{Verdict, holds, same};
use careplan::text::Lang;

use crate::input::limits;
use crate::judge::{CheckOutcome, CheckRun, Quiet};
use crate::report::{Format, Options, write};

/// Checks a path.
pub(super) fn check(path: &Path) -> CheckOutcome {
    CheckRun { paths: vec![path.to_path_buf()], threads: Some(1), deny_warnings: false }.run(&Quiet)
}

/// Checks a path twice and holds the outcomes against each other and against themselves.
pub(super) fn sound(path: &Path) -> Result<CheckOutcome, String> {
    let outcome = check(path);
    let again = check(path);
    same("the report, twice", &text(&again, Format::Json, Lang::Ja)?, &text(&outcome, Format::Json, Lang::Ja)?)?;
    for format in Format::ALL {
        for lang in [Lang::Ja, Lang::En] {
            let report = text(&outcome, *format, lang)?;
            readable(*format, &report)?;
        }
    }
    bounded(&outcome)?;
    let said_why = outcome.problems > 0 || outcome.files.iter().any(|file| file.report.undecided);
    same("undecided", &(outcome.verdict.exit_code() == 2), &said_why)?;
    Ok(outcome)
}

fn text(outcome: &CheckOutcome, format: Format, lang: Lang) -> Result<String, String> {
    let mut bytes = Vec::new();
    let options = Options { lang, verbose: true, width: Some(60), ..Options::default() };
    write(format, outcome, &options, &mut bytes).map_err(|error| format!("{format:?}: {error}"))?;
    String::from_utf8(bytes).map_err(|error| format!("{format:?}: {error}"))
}

/// What people read lets no character through that moves a cursor or turns a line around; what
/// programs read is of its grammar, and holds names as they are.
fn readable(format: Format, report: &str) -> Verdict {
    let has = |is: fn(char) -> bool| report.chars().find(|&c| !matches!(c, '\n' | '\t') && is(c));
    match format {
        Format::Text | Format::Markdown | Format::Html => {
            let hostile = has(crate::shown::is_hostile);
            holds(hostile.is_none(), || format!("{hostile:?} in {format:?}"))
        }
        Format::Junit => {
            let control = has(char::is_control);
            holds(control.is_none(), || format!("{control:?} in {format:?}"))
        }
        Format::Json | Format::Sarif | Format::Ctrf => {
            let read: Result<serde::de::IgnoredAny, _> = serde_json::from_str(report);
            holds(read.is_ok(), || format!("{format:?} is no JSON: {report}"))
        }
    }
}

/// Lists end where the limits say.
fn bounded(outcome: &CheckOutcome) -> Verdict {
    let listed: usize = outcome.files.iter().map(|file| file.report.findings.len()).sum();
    holds(listed <= 3 * limits::LISTED + outcome.files.len(), || format!("{listed} findings listed"))?;
    holds(outcome.findings.len() <= limits::REASONS, || format!("{} reasons listed", outcome.findings.len()))?;
    holds(outcome.problems >= outcome.findings.len() as u64, || "more reasons listed than counted".to_owned())
}
