//! `renkei.suite/1`, for programs.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::time::{SystemTime, UNIX_EPOCH};

use serde::Serialize;

use crate::suite::case::{Class, Pattern};
use crate::suite::protocol::Software;
use crate::suite::run::{CaseResult, Entry, SuiteOutcome};
use crate::suite::verdict::Verdict;

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    spec: &'static str,
    suite: &'static str,
    requirements: &'static str,
    digest: &'a str,
    /// `pass`, `fail` or `undecided`.
    verdict: &'static str,
    software: &'a Software,
    /// How it was reached.
    adapter: &'static str,
    own_fields: &'a [String],
    roles: Vec<&'static str>,
    patterns: Vec<&'static str>,
    classes: Vec<&'static str>,
    only: &'a [String],
    /// `[k, n]`.
    shard: Option<(usize, usize)>,
    /// Seconds since 1970.
    started: u64,
    finished: u64,
    cases: Vec<Case<'a>>,
    baseline: Vec<Sentence<'a>>,
    totals: BTreeMap<&'static str, usize>,
}

#[derive(Serialize)]
struct Case<'a> {
    id: &'a str,
    class: &'static str,
    title: Sentence<'a>,
    source: &'a str,
    severity: &'static str,
    roles: Vec<&'static str>,
    patterns: Vec<&'static str>,
    duty: &'static str,
    scored: bool,
    verdict: Verdict,
    /// Whether it makes the run fail.
    counts: bool,
    known: Option<&'a Entry>,
    notes: Vec<Sentence<'a>>,
    milliseconds: u64,
}

#[derive(Serialize)]
struct Sentence<'a> {
    ja: &'a str,
    en: &'a str,
}

impl<'a> From<&'a careplan::text::Message> for Sentence<'a> {
    fn from(message: &'a careplan::text::Message) -> Self {
        Self { ja: &message.ja, en: &message.en }
    }
}

/// Both languages stand in it, whatever the language of the other reports.
pub(super) fn write(outcome: &SuiteOutcome, out: &mut dyn Write) -> io::Result<()> {
    let selection = &outcome.selection;
    let document = Document {
        schema: "renkei.suite/1",
        spec: "4.1",
        suite: env!("CARGO_PKG_VERSION"),
        requirements: outcome.requirements,
        digest: &outcome.digest,
        verdict: outcome.overall.as_str(),
        software: &outcome.hello.software,
        adapter: outcome.adapter,
        own_fields: &outcome.hello.own_fields,
        roles: selection.roles.iter().map(|role| role.as_str()).collect(),
        patterns: selection.patterns.iter().copied().map(Pattern::as_str).collect(),
        classes: selection.classes.iter().copied().map(Class::as_str).collect(),
        only: &selection.only,
        shard: selection.shard,
        started: seconds(outcome.started),
        finished: seconds(outcome.finished),
        cases: outcome.results.iter().map(case).collect(),
        baseline: outcome.stale.iter().map(Sentence::from).collect(),
        totals: outcome.totals().into_iter().map(|(verdict, count)| (verdict.as_str(), count)).collect(),
    };
    serde_json::to_writer(&mut *out, &document).map_err(io::Error::from)?;
    writeln!(out)
}

fn case(result: &CaseResult) -> Case<'_> {
    Case {
        id: &result.id,
        class: result.class.as_str(),
        title: (&result.title).into(),
        source: &result.source,
        severity: result.severity.as_str(),
        roles: result.roles.iter().map(|role| role.as_str()).collect(),
        patterns: result.patterns.iter().copied().map(Pattern::as_str).collect(),
        duty: result.duty.as_str(),
        scored: result.scored,
        verdict: result.verdict,
        counts: result.counts(),
        known: result.known.as_ref(),
        notes: result.notes.iter().map(Sentence::from).collect(),
        milliseconds: u64::try_from(result.time.as_millis()).unwrap_or(u64::MAX),
    }
}

fn seconds(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs()
}
