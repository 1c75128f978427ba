//! From the result of a run to the statement that is signed. What the result says of itself is told
//! anew from its cases; where that does not agree, nothing is signed.

use std::collections::BTreeMap;

use time::format_description::well_known::Rfc3339;
use time::{OffsetDateTime, UtcOffset};

use super::check::{self, problems};
use super::refused::Refused;
use super::result::{Place, RunCase, RunResult, SCHEMA as RESULT};
use super::statement::{
    Adapter, Counts, Outcome, PREDICATE_TYPE, Predicate, Resource, SCHEMA, STATEMENT_TYPE, SelfTest, Skipped,
    Statement, Waiver,
};
use super::strict;
use super::subject::{Subject, sha256};
use crate::report::words::SELF_TEST;
use crate::shown::visible;
use crate::suite::case::RequirementSet;
use crate::suite::run::Overall;

/// Makes the statement of a result, recorded at a time.
///
/// # Errors
/// It is no result of a run, does not agree with itself, or would not be verified.
pub fn make(
    result: &[u8],
    subject: Subject,
    url: Option<String>,
    recorded: OffsetDateTime,
) -> Result<Statement, Refused> {
    let run: RunResult = strict::parse(result).map_err(|why| unreadable(&why))?;
    if run.schema != RESULT {
        return Err(unreadable(&format!("schema: {RESULT}")));
    }
    let required = RequirementSet::by_id(&run.requirements).ok_or_else(|| check::unknown_set(&run.requirements))?;
    let (mut parts, mut agrees) = (Parts::default(), true);
    for case in &run.cases {
        let place = case.place();
        agrees &= case.counts == (place == Place::Failed);
        parts.add(case, place);
    }
    let verdict = parts.verdict(run.baseline.len());
    if !agrees || verdict.as_str() != run.verdict {
        return Err(Refused::unclear(
            "結果のファイルの中で、判定と事例が合いません。renkei suite run の結果をそのまま使ってください",
            "the verdict of the result does not agree with its cases; please use the result of renkei suite run as it is",
        ));
    }
    let statement = statement(run, parts, verdict, required, subject, url, recorded, sha256(result))?;
    match problems(&statement, recorded.date()) {
        problems if problems.is_empty() => Ok(statement),
        problems => Err(Refused::Wrong(problems)),
    }
}

/// The cases by where they belong.
#[derive(Default)]
struct Parts {
    passed: Vec<String>,
    failed: Vec<String>,
    undecided: Vec<String>,
    waivers: Vec<Waiver>,
    skipped: Vec<Skipped>,
    unscored: Vec<Skipped>,
}

impl Parts {
    fn add(&mut self, case: &RunCase, place: Place) {
        let id = case.id.clone();
        let with_verdict = |id| Skipped { id, verdict: case.verdict };
        match place {
            Place::Passed => self.passed.push(id),
            Place::Waived(entry) => self.waivers.push(Waiver {
                id,
                verdict: entry.verdict,
                reason: entry.reason,
                owner: entry.owner,
                expires: entry.expires,
            }),
            Place::Skipped => self.skipped.push(with_verdict(id)),
            Place::Failed => self.failed.push(id),
            Place::Undecided => self.undecided.push(id),
            Place::Unscored => self.unscored.push(with_verdict(id)),
        }
    }

    /// As the run judges itself.
    const fn verdict(&self, baseline_problems: usize) -> Overall {
        check::verdict(self.passed.len(), self.failed.len(), self.undecided.len(), baseline_problems)
    }
}

#[expect(clippy::too_many_arguments, reason = "what a statement is made of, each named once")]
fn statement(
    run: RunResult,
    parts: Parts,
    verdict: Overall,
    required: &RequirementSet,
    subject: Subject,
    url: Option<String>,
    recorded: OffsetDateTime,
    result_digest: String,
) -> Result<Statement, Refused> {
    let warned: Vec<String> =
        parts.waivers.iter().map(|it| &it.id).chain(parts.skipped.iter().map(|it| &it.id)).cloned().collect();
    let failed = parts.failed.into_iter().chain(parts.undecided.iter().cloned()).collect();
    let name = format!("{} {}", run.software.name, run.software.version);
    let mut statement = Statement {
        kind: STATEMENT_TYPE.to_owned(),
        subject: vec![Resource { name, digest: subject.into_digest() }],
        predicate_type: PREDICATE_TYPE.to_owned(),
        predicate: Predicate {
            result: outcome(verdict, warned.is_empty()),
            configuration: vec![Resource {
                name: format!("renkei suite {} {}", run.suite, run.requirements),
                digest: BTreeMap::from([("sha256".to_owned(), run.digest.clone())]),
            }],
            url,
            passed_tests: parts.passed,
            warned_tests: warned,
            failed_tests: failed,
            renkei_self_test: SelfTest {
                schema: SCHEMA.to_owned(),
                note: [("ja", SELF_TEST.ja), ("en", SELF_TEST.en)].map(|(a, b)| (a.to_owned(), b.to_owned())).into(),
                spec: run.spec,
                suite: run.suite,
                suite_digest: run.digest,
                requirements: run.requirements,
                required: required.ids().count(),
                software: run.software,
                adapter: Adapter { kind: run.adapter },
                verdict: verdict.as_str().to_owned(),
                roles: run.roles,
                patterns: run.patterns,
                classes: run.classes,
                only: run.only,
                shard: run.shard,
                generated: run.generated,
                own_fields: run.own_fields,
                counts: Counts::default(),
                waivers: parts.waivers,
                skipped: parts.skipped,
                undecided: parts.undecided,
                unscored: parts.unscored,
                baseline_problems: run.baseline,
                started_on: written(at(run.started)?)?,
                finished_on: written(at(run.finished)?)?,
                recorded_on: written(recorded)?,
                result_digest,
            },
        },
    };
    statement.predicate.renkei_self_test.counts = check::counts(&statement);
    Ok(statement)
}

/// What a verdict is in the words of the predicate.
pub(super) const fn outcome(verdict: Overall, clean: bool) -> Outcome {
    match (verdict, clean) {
        (Overall::Pass, true) => Outcome::Passed,
        (Overall::Pass, false) => Outcome::Warned,
        (Overall::Fail | Overall::Undecided, _) => Outcome::Failed,
    }
}

fn at(seconds: u64) -> Result<OffsetDateTime, Refused> {
    let time = i64::try_from(seconds).ok().and_then(|seconds| OffsetDateTime::from_unix_timestamp(seconds).ok());
    time.ok_or_else(|| unreadable("started, finished"))
}

fn written(time: OffsetDateTime) -> Result<String, Refused> {
    let utc = time.to_offset(UtcOffset::UTC);
    utc.replace_nanosecond(0).unwrap_or(utc).format(&Rfc3339).map_err(|error| unreadable(&error.to_string()))
}

fn unreadable(why: &str) -> Refused {
    let why = visible(why);
    Refused::unclear(
        format!(
            "結果のファイルとして読めません（{why}）。renkei suite run --format json で書いたものを指定してください"
        ),
        format!("it cannot be read as a result ({why}); please give what renkei suite run --format json wrote"),
    )
}
