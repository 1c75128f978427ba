//! Reports of a run: one file per format, all from the same outcome.

mod ctrf;
mod html;
mod json;
mod junit;
mod markdown;
mod matrix;
mod sarif;
mod text;
mod words;

use std::io::{self, Write};

pub(super) use text::table;

use careplan::text::Lang;

use super::run::{CaseResult, SuiteOutcome};
use super::verdict::Verdict;
use crate::report::{Format, Options};
use crate::shown::visible;

/// Writes one report.
///
/// # Errors
/// What the writer says: a full disk, a closed pipe.
pub fn write(format: Format, outcome: &SuiteOutcome, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Text => text::write(outcome, options, out),
        Format::Json => json::write(outcome, out),
        Format::Junit => junit::write(outcome, options.lang, out),
        Format::Sarif => sarif::write(outcome, options.lang, out),
        Format::Ctrf => ctrf::write(outcome, options.lang, out),
        Format::Markdown => markdown::write(outcome, options.lang, out),
        Format::Html => html::write(outcome, options.lang, out),
    }?;
    out.flush()
}

/// How a case stands in reports that know only passed, failed and skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Passed,
    /// It makes the run fail.
    Failed,
    /// It could not be judged.
    Broken,
    /// Known, not scored, not to be seen from outside, or a function that need not be there.
    Skipped,
}

fn standing(result: &CaseResult) -> Standing {
    match result.verdict {
        Verdict::Pass => Standing::Passed,
        _ if result.counts() => Standing::Failed,
        Verdict::CouldNotJudge if result.scored => Standing::Broken,
        _ => Standing::Skipped,
    }
}

/// The reasons of a verdict, a line each; where it does not count, why not.
fn reasons(result: &CaseResult, lang: Lang) -> Vec<String> {
    let mut lines: Vec<String> = result.notes.iter().map(|note| visible(note.get(lang))).collect();
    if let Some(known) = &result.known {
        let (reason, owner) = (visible(&known.reason), visible(&known.owner));
        lines.push(match lang {
            Lang::Ja => format!("既知：{reason}（担当：{owner}、期限：{}）", known.expires),
            Lang::En => format!("known: {reason} (owner: {owner}, until {})", known.expires),
        });
    }
    if !result.scored && result.verdict != Verdict::Pass {
        lines.push(words::NOT_SCORED.get(lang).to_owned());
    }
    lines
}

/// The cases that a person should look at: what counts and what could not be judged first.
fn to_see(outcome: &SuiteOutcome) -> Vec<&CaseResult> {
    let mut results: Vec<_> = outcome
        .results
        .iter()
        .filter(|result| result.is_failure() || matches!(standing(result), Standing::Broken))
        .collect();
    results.sort_by_key(|result| (!result.counts(), result.id.as_str()));
    results
}

/// Name and version of what is under test.
fn software(outcome: &SuiteOutcome) -> String {
    let software = &outcome.hello.software;
    visible(&format!("{} {}", software.name, software.version))
}

#[cfg(test)]
mod tests;
