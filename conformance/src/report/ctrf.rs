//! CTRF, the Common Test Report Format: JSON that test dashboards read. The cases are those of the
//! JUnit report. What could not be judged is `failed` too, with `rawStatus` `undecided`: the form
//! has no word for it, and nothing left unread may look like success.

use std::io::{self, Write};

use serde::Serialize;

use super::case::{self, Case};
use super::{Options, finding as part};
use crate::ctrf::{self, FAILED, PASSED, Tool};
use crate::judge::{CheckOutcome, Verdict};
use crate::shown::visible;

pub(super) fn write(outcome: &CheckOutcome, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let tests: Vec<Test> = case::all(outcome, options.lang).map(|case| of_case(&case, options)).collect();
    let tool = Tool { name: "renkei check".to_owned(), version: Some(env!("CARGO_PKG_VERSION")) };
    ctrf::write(tool, (outcome.started, outcome.finished), &tests, out)
}

fn of_case(case: &Case<'_>, options: &Options) -> Test {
    let is_passed = case.verdict == Verdict::Conformant;
    let text = Some(case.lines(options)).filter(|text| !text.is_empty());
    let (trace, stdout) = if is_passed { (None, text) } else { (text, None) };
    Test {
        test_id: format!("{}:{}", case.class, case.name),
        name: case.name.clone(),
        status: if is_passed { PASSED } else { FAILED },
        duration: 0,
        suite: [case.suite],
        message: (!is_passed).then(|| first_words(case, options)),
        trace,
        line: case
            .file
            .and_then(|_| case.findings.first())
            .filter(|_| !is_passed)
            .and_then(|finding| finding.place.line),
        raw_status: case.verdict.as_str(),
        tags: [case.class],
        file_path: case.file.map(|file| visible(&file.item.path)),
        stdout: stdout.map(|text| text.lines().map(str::to_owned).collect()),
    }
}

/// The numbers, and the heaviest finding in a sentence.
fn first_words(case: &Case<'_>, options: &Options) -> String {
    let numbers = case.numbers(options.lang);
    case.findings.first().map_or_else(
        || numbers.clone(),
        |finding| {
            let place = part::place(finding, options.lang);
            visible(format!("{numbers}: {place} {}", finding.message(options.lang)).trim_end())
        },
    )
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Test {
    /// The same in every run over the same paths.
    test_id: String,
    name: String,
    status: &'static str,
    /// Demanded by the form; the time of one file is not measured.
    duration: u64,
    suite: [&'static str; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trace: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    raw_status: &'static str,
    tags: [&'static str; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    file_path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stdout: Option<Vec<String>>,
}

impl ctrf::Test for Test {
    fn status(&self) -> &'static str {
        self.status
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Format, example, write};
    use super::*;

    #[test]
    fn what_could_not_be_judged_never_counts_as_passed() {
        let mut out = Vec::new();
        write(Format::Ctrf, &example::outcome(), &Options::default(), &mut out).expect("a vector takes everything");
        let document: serde_json::Value = serde_json::from_slice(&out).expect("JSON");
        let summary = &document["results"]["summary"];
        assert_eq!((&summary["tests"], &summary["passed"], &summary["failed"]), (&4.into(), &1.into(), &3.into()));
        let raw: Vec<_> = document["results"]["tests"].as_array().expect("a list").iter().collect();
        assert_eq!(raw[3]["rawStatus"], "undecided");
        assert_eq!(raw[0]["line"], 1);
        assert!(summary["start"].as_u64() <= summary["stop"].as_u64());
        let text = String::from_utf8_lossy(&out);
        assert!(!text.contains("0000214364") && !text.contains('\u{1b}'));
    }
}
