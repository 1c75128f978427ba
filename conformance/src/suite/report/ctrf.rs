//! CTRF, the Common Test Report Format.

use std::io::{self, Write};

use careplan::text::Lang;
use serde::Serialize;

use super::{Standing, reasons, software, standing};
use crate::ctrf::{self, FAILED, PASSED, SKIPPED, Tool};
use crate::suite::run::{CaseResult, SuiteOutcome};

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

impl ctrf::Test for Test {
    fn status(&self) -> &'static str {
        self.status
    }
}

pub(super) fn write(outcome: &SuiteOutcome, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let tests: Vec<Test> = outcome.results.iter().map(|result| test(result, lang)).collect();
    let tool = Tool { name: format!("renkei suite ({})", software(outcome)), version: None };
    ctrf::write(tool, (outcome.started, outcome.finished), &tests, out)
}

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
