//! Whether a statement agrees with itself and with what this version knows. Every reason is told.

use std::collections::BTreeSet;

use careplan::text::Message;
use time::macros::format_description;
use time::{Date, OffsetDateTime, format_description::well_known::Rfc3339};

use super::known;
use super::make::outcome;
use super::refused::Refused;
use super::result::GENERATED;
use super::statement::{Counts, PREDICATE_TYPE, SCHEMA, STATEMENT_TYPE, SelfTest, Statement};
use super::subject::is_digest;
use crate::report::words::SELF_TEST;
use crate::shown::visible;
use crate::suite::case::RequirementSet;
use crate::suite::run::Overall;
use crate::suite::verdict::Verdict;

/// What keeps a statement from standing on a day; empty where nothing does.
pub(super) fn problems(statement: &Statement, today: Date) -> Vec<Message> {
    let ours = &statement.predicate.renkei_self_test;
    let mut found = Vec::new();
    let mut want = |holds: bool, ja: &str, en: &str| {
        if !holds {
            found.push(Message::new(ja, en));
        }
    };
    want(statement.kind == STATEMENT_TYPE, "in-toto の Statement v1 ではありません", "it is no in-toto Statement v1");
    want(
        statement.predicate_type == PREDICATE_TYPE,
        "述語が test-result v0.1 ではありません",
        "the predicate is not test-result v0.1",
    );
    want(ours.schema == SCHEMA, "renkei.suite-record/1 の記録ではありません", "it is no renkei.suite-record/1");
    want(ours.spec == "4.1", "標準仕様 4.1 の記録ではありません", "it is no record of the standard's version 4.1");
    want(
        ours.note.get("ja").is_some_and(|note| note == SELF_TEST.ja)
            && ours.note.get("en").is_some_and(|note| note == SELF_TEST.en),
        "自己検査であることの断り書きがありません",
        "it lacks the note that it is a self-test",
    );
    want(
        !statement.subject.is_empty()
            && statement.subject.iter().all(|it| it.digest.iter().any(|(name, value)| is_digest(name, value))),
        "対象ソフトウェアのダイジェストがありません",
        "the software under test has no digest",
    );
    want(names_the_suite(statement), "検査の構成（configuration）が合いません", "the configuration does not agree");
    want(
        is_digest("sha256", &ours.suite_digest) && is_digest("sha256", &ours.result_digest),
        "ダイジェストの形が違います",
        "a digest is of another form",
    );
    want(lists_agree(statement), "事例の一覧が互いに合いません", "the lists of cases do not agree");
    want(counts(statement) == ours.counts, "件数が一覧と合いません", "the counts do not agree with the lists");
    want(result_agrees(statement), "結果（result）が一覧と合いません", "the result does not agree with the lists");
    want(times_agree(ours), "日時の順が合いません", "the times are out of order");
    found.extend(against_this_version(statement));
    found.extend(expired(ours, today));
    found
}

/// Whether its suite is known here; `Ok(false)` = another version's, which this one does not know.
///
/// # Errors
/// The requirement set is not known here, so that the record cannot be judged.
pub(super) fn suite_is_known(ours: &SelfTest) -> Result<bool, Refused> {
    match RequirementSet::by_id(&ours.requirements) {
        None => Err(unknown_set(&ours.requirements)),
        Some(_) => Ok(known::digest(&ours.requirements, &ours.suite).is_some()),
    }
}

/// A requirement set that is not known here.
pub(super) fn unknown_set(id: &str) -> Refused {
    let id = visible(id);
    Refused::unclear(
        format!("要求セット {id} を、この版の renkei は知りません。新しい版でお確かめください"),
        format!("this version of renkei does not know the requirement set {id}; please try a newer one"),
    )
}

fn names_the_suite(statement: &Statement) -> bool {
    let ours = &statement.predicate.renkei_self_test;
    let [configuration] = statement.predicate.configuration.as_slice() else { return false };
    configuration.digest.get("sha256") == Some(&ours.suite_digest)
}

/// No case stands twice; warned ones are waived or skipped, undecided ones fail.
fn lists_agree(statement: &Statement) -> bool {
    let (predicate, ours) = (&statement.predicate, &statement.predicate.renkei_self_test);
    let lists = [&predicate.passed_tests, &predicate.warned_tests, &predicate.failed_tests];
    let ids: Vec<&str> = lists.into_iter().flatten().map(String::as_str).collect();
    let all = ids.iter().copied().chain(ours.unscored.iter().map(|case| case.id.as_str()));
    let mut seen = BTreeSet::new();
    let unique = all.into_iter().all(|id| seen.insert(id));
    let set = |ids: &[String]| ids.iter().cloned().collect::<BTreeSet<String>>();
    let told = ours.waivers.iter().map(|it| &it.id).chain(ours.skipped.iter().map(|it| &it.id));
    let told: Vec<String> = told.cloned().collect();
    unique
        && told.len() == predicate.warned_tests.len()
        && set(&told) == set(&predicate.warned_tests)
        && set(&ours.undecided).len() == ours.undecided.len()
        && set(&ours.undecided).is_subset(&set(&predicate.failed_tests))
        && ours.waivers.iter().all(|it| !matches!(it.verdict, Verdict::Pass | Verdict::CouldNotJudge))
        && ours.skipped.iter().all(|it| matches!(it.verdict, Verdict::NotTestable | Verdict::NotImplemented))
}

/// Whether a case was generated.
fn is_generated(id: &str) -> bool {
    id.strip_prefix(GENERATED).is_some_and(|behind| behind.starts_with('/'))
}

/// How many cases came out how, as the lists say.
pub(super) fn counts(statement: &Statement) -> Counts {
    let (predicate, ours) = (&statement.predicate, &statement.predicate.renkei_self_test);
    let lists = [&predicate.passed_tests, &predicate.warned_tests, &predicate.failed_tests];
    let of = |ids: &mut dyn Iterator<Item = &String>| ids.filter(|id| !is_generated(id)).count();
    let scored = of(&mut lists.into_iter().flatten());
    let undecided = of(&mut ours.undecided.iter());
    let all: usize = lists.iter().map(|list| list.len()).sum();
    Counts {
        run: all + ours.unscored.len(),
        generated: all - scored,
        scored,
        passed: of(&mut predicate.passed_tests.iter()),
        waived: of(&mut ours.waivers.iter().map(|it| &it.id)),
        skipped: of(&mut ours.skipped.iter().map(|it| &it.id)),
        failed: of(&mut predicate.failed_tests.iter()).saturating_sub(undecided),
        undecided,
    }
}

/// What numbers say of a run as a whole.
pub(super) const fn verdict(passed: usize, failed: usize, undecided: usize, baseline_problems: usize) -> Overall {
    if undecided > 0 {
        Overall::Undecided
    } else if failed + baseline_problems > 0 {
        Overall::Fail
    } else if passed == 0 {
        Overall::Undecided
    } else {
        Overall::Pass
    }
}

fn result_agrees(statement: &Statement) -> bool {
    let (predicate, ours) = (&statement.predicate, &statement.predicate.renkei_self_test);
    let (failed, problems) = (predicate.failed_tests.len(), ours.baseline_problems.len());
    let verdict = verdict(predicate.passed_tests.len(), failed, ours.undecided.len(), problems);
    verdict.as_str() == ours.verdict && outcome(verdict, predicate.warned_tests.is_empty()) == predicate.result
}

fn times_agree(ours: &SelfTest) -> bool {
    let times = [&ours.started_on, &ours.finished_on, &ours.recorded_on];
    let times: Vec<OffsetDateTime> =
        times.into_iter().filter_map(|text| OffsetDateTime::parse(text, &Rfc3339).ok()).collect();
    times.len() == 3 && times.is_sorted()
}

/// What the requirement set and the digest of the suite say, where they are known.
fn against_this_version(statement: &Statement) -> Vec<Message> {
    let (predicate, ours) = (&statement.predicate, &statement.predicate.renkei_self_test);
    let Some(set) = RequirementSet::by_id(&ours.requirements) else { return Vec::new() };
    let mut found = Vec::new();
    let scored = set.scored();
    let lists = [&predicate.passed_tests, &predicate.warned_tests, &predicate.failed_tests];
    let is_scored = |id: &String| scored.contains(id.as_str());
    let decides = |id: &String| is_scored(id) || (ours.generated.is_some() && is_generated(id));
    if scored.len() != ours.required
        || !lists.into_iter().flatten().all(decides)
        || ours.unscored.iter().any(|case| is_scored(&case.id))
    {
        let id = set.id;
        found.push(Message::new(
            format!("採点した事例が要求セット {id} と合いません"),
            format!("the cases that are scored are not those of the requirement set {id}"),
        ));
    }
    if known::digest(set.id, &ours.suite).is_some_and(|digest| digest != ours.suite_digest) {
        let version = visible(&ours.suite);
        found.push(Message::new(
            format!("事例集のダイジェストが renkei {version} のものと違います（事例か規則が変えられています）"),
            format!("the digest of the suite is not that of renkei {version}: cases or rules were changed"),
        ));
    }
    found
}

/// Waivers that are too old on a day, or have no last day, no reason or no owner.
fn expired(ours: &SelfTest, today: Date) -> Vec<Message> {
    let mut found = Vec::new();
    for waiver in &ours.waivers {
        let id = visible(&waiver.id);
        let last = Date::parse(&waiver.expires, format_description!("[year]-[month]-[day]"));
        if last.is_ok_and(|last| last < today) {
            let day = visible(&waiver.expires);
            found.push(Message::new(
                format!("既知の失敗 {id} の期限（{day}）が過ぎています"),
                format!("the waiver of {id} has expired ({day})"),
            ));
        } else if last.is_err() || waiver.reason.trim().is_empty() || waiver.owner.trim().is_empty() {
            found.push(Message::new(
                format!("既知の失敗 {id} に理由・担当・期限のどれかがありません"),
                format!("the waiver of {id} lacks a reason, an owner or a last day"),
            ));
        }
    }
    found
}
