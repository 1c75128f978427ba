//! CTRF, the Common Test Report Format.

use std::io::{self, Write};
use std::time::{SystemTime, UNIX_EPOCH};

use careplan::text::Lang;
use serde::Serialize;

use super::{Standing, reasons, software, standing};
use crate::suite::run::{CaseResult, SuiteOutcome};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document {
    report_format: &'static str,
    spec_version: &'static str,
    generated_by: &'static str,
    results: Results,
}

#[derive(Serialize)]
struct Results {
    tool: Tool,
    summary: Summary,
    tests: Vec<Test>,
}

#[derive(Serialize)]
struct Tool {
    name: String,
}

#[derive(Serialize)]
struct Summary {
    tests: usize,
    passed: usize,
    failed: usize,
    skipped: usize,
    pending: usize,
    other: usize,
    start: u64,
    stop: u64,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Test {
    name: String,
    status: &'static str,
    duration: u64,
    suite: [&'static str; 1],
    raw_status: &'static str,
    tags: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
}

pub(super) fn write(outcome: &SuiteOutcome, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let tests: Vec<Test> = outcome.results.iter().map(|result| test(result, lang)).collect();
    let count = |status: &str| tests.iter().filter(|test| test.status == status).count();
    let document = Document {
        report_format: "CTRF",
        spec_version: "0.0.0",
        generated_by: concat!("renkei ", env!("CARGO_PKG_VERSION")),
        results: Results {
            tool: Tool { name: format!("renkei suite ({})", software(outcome)) },
            summary: Summary {
                tests: tests.len(),
                passed: count(PASSED),
                failed: count(FAILED),
                skipped: count(SKIPPED),
                pending: 0,
                other: 0,
                start: milliseconds(outcome.started),
                stop: milliseconds(outcome.finished),
            },
            tests,
        },
    };
    serde_json::to_writer(&mut *out, &document).map_err(io::Error::from)?;
    writeln!(out)
}

const PASSED: &str = "passed";
const FAILED: &str = "failed";
const SKIPPED: &str = "skipped";

fn test(result: &CaseResult, lang: Lang) -> Test {
    Test {
        name: result.id.clone(),
        // What could not be judged may not look like success.
        status: match standing(result) {
            Standing::Passed => PASSED,
            Standing::Failed | Standing::Broken => FAILED,
            Standing::Skipped => SKIPPED,
        },
        duration: u64::try_from(result.time.as_millis()).unwrap_or(u64::MAX),
        suite: [result.class.title().get(lang)],
        raw_status: result.verdict.as_str(),
        tags: result.patterns.iter().map(|pattern| pattern.as_str()).collect(),
        message: Some(reasons(result, lang).join("\n")).filter(|text| !text.is_empty()),
    }
}

fn milliseconds(time: SystemTime) -> u64 {
    u64::try_from(time.duration_since(UNIX_EPOCH).unwrap_or_default().as_millis()).unwrap_or(u64::MAX)
}
