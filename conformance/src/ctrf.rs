//! The document of CTRF, the Common Test Report Format, around the tests of either report.

use std::io::{self, Write};
use std::time::{SystemTime, UNIX_EPOCH};

use serde::Serialize;

/// The words of the form for how a test went.
pub(crate) const PASSED: &str = "passed";
pub(crate) const FAILED: &str = "failed";
pub(crate) const SKIPPED: &str = "skipped";

/// One test, as a report tells it.
pub(crate) trait Test: Serialize {
    /// [`PASSED`], [`FAILED`] or [`SKIPPED`].
    fn status(&self) -> &'static str;
}

/// What was run.
#[derive(Serialize)]
pub(crate) struct Tool {
    /// Its name.
    pub(crate) name: String,
    /// Its version, where the name does not tell it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) version: Option<&'static str>,
}

/// Writes the document: the tests, and how many went how.
///
/// # Errors
/// Those of `out`.
pub(crate) fn write<T: Test>(
    tool: Tool,
    (started, finished): (SystemTime, SystemTime),
    tests: &[T],
    out: &mut dyn Write,
) -> io::Result<()> {
    let count = |status: &str| tests.iter().filter(|test| test.status() == status).count();
    let document = Document {
        report_format: "CTRF",
        spec_version: "0.0.0",
        generated_by: concat!("renkei ", env!("CARGO_PKG_VERSION")),
        results: Results {
            tool,
            summary: Summary {
                tests: tests.len(),
                passed: count(PASSED),
                failed: count(FAILED),
                skipped: count(SKIPPED),
                pending: 0,
                other: 0,
                start: milliseconds(started),
                stop: milliseconds(finished),
            },
            tests,
        },
    };
    serde_json::to_writer(&mut *out, &document).map_err(io::Error::from)?;
    writeln!(out)
}

/// Milliseconds since 1970; a clock before that counts as 1970.
fn milliseconds(time: SystemTime) -> u64 {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'a, T> {
    report_format: &'static str,
    spec_version: &'static str,
    generated_by: &'static str,
    results: Results<'a, T>,
}

#[derive(Serialize)]
struct Results<'a, T> {
    tool: Tool,
    summary: Summary,
    tests: &'a [T],
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
