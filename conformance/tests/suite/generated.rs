//! Generated cases against softwares that are right and wrong: what fails becomes small, is kept, and
//! fails again.

use std::time::Duration;

use conformance::suite::adapter::Adapter;
use conformance::suite::case::generated::Series;
use conformance::suite::case::{Case, RequirementSet, Selection, Suite, Task};
use conformance::suite::kept;
use conformance::suite::run::{Baseline, Budget, Failure, NoTrace, Overall, Plan, SuiteOutcome, ready, run, shrink};
use conformance::suite::verdict::Verdict;

use super::reference::{Reference, Slip};

const LIMIT: Duration = Duration::from_secs(20);

fn run_all(suite: &Suite, adapter: &dyn Adapter) -> SuiteOutcome {
    let plan = Plan {
        suite,
        selection: Selection::default(),
        baseline: Baseline::default(),
        today: time::macros::date!(2026 - 04 - 01),
        limit: LIMIT,
        jobs: None,
    };
    run(&plan, adapter, &(), &NoTrace).unwrap()
}

fn generated(count: u32) -> Suite {
    Suite::new(Vec::new(), RequirementSet::newest().unwrap()).with_generated(Series { seed: 41, count })
}

fn shrunk(outcome: &SuiteOutcome, adapter: &dyn Adapter, cases: usize) -> Vec<Failure> {
    let budget = Budget { cases, runs: 400, time: Duration::from_secs(300) };
    let mut failures = Vec::new();
    let ready = ready(adapter, LIMIT).unwrap();
    shrink(&outcome.results, adapter, &ready, LIMIT, budget, |failure| failures.push(failure)).unwrap();
    failures
}

fn alone(case: Case) -> Suite {
    Suite::new(vec![case], RequirementSet::newest().unwrap())
}

#[test]
fn a_software_that_is_right_passes_every_generated_case_and_none_is_scored() {
    let outcome = run_all(&generated(120), &Reference(Slip::None));
    let wrong: Vec<String> = outcome
        .results
        .iter()
        .filter(|result| result.verdict != Verdict::Pass)
        .map(|result| format!("{} {} {:?} {:?}", result.id, result.title.ja, result.verdict, result.notes))
        .collect();
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!((outcome.results.len(), outcome.overall), (120, Overall::Pass));
    assert!(outcome.results.iter().all(|result| !result.scored));
}

#[test]
fn what_fails_becomes_small_is_kept_and_fails_again_with_the_same_verdict() {
    let folder = tempfile::tempdir().unwrap();
    for (slip, verdict) in [(Slip::CutsNames, Verdict::SilentLoss), (Slip::TakesEverything, Verdict::Fail)] {
        let adapter = Reference(slip);
        let outcome = run_all(&generated(60), &adapter);
        assert_eq!(outcome.overall, Overall::Fail);
        let failures = shrunk(&outcome, &adapter, 3);
        assert!(failures.len() >= 3, "{slip:?}: {}", failures.len());
        for failure in failures.iter().take(3) {
            let (before, after) = failure.records;
            assert_eq!(failure.verdict, verdict, "{}", failure.case.id);
            // A 送信単位 of one person has four records at most, beside the days and sums of the month.
            assert!(after <= before.min(12), "{slip:?} {}: {before} to {after}", failure.case.id);
            let path = kept::keep(folder.path(), &failure.case, failure.verdict, &failure.notes).unwrap();
            let (case, known) = kept::read(&path).unwrap();
            let again = run_all(&alone(case), &adapter);
            assert_eq!((again.results[0].verdict, again.overall), (known, Overall::Fail));
            let right = run_all(&alone(kept::read(&path).unwrap().0), &Reference(Slip::None));
            assert_eq!(right.overall, Overall::Pass, "{}: {:?}", failure.case.id, right.results[0].notes);
        }
    }
}

#[test]
fn a_software_that_loses_a_record_is_told_by_a_single_one() {
    let adapter = Reference(Slip::ForgetsOne);
    let outcome = run_all(&generated(40), &adapter);
    let reads_actuals = |case: &Case| {
        case.steps.iter().all(|step| match &step.task {
            Task::Import { files, .. } => files.iter().all(|file| file.name.starts_with("UPJSK")),
            _ => false,
        })
    };
    let suite = generated(40);
    let of = |id: &str| suite.cases.iter().find(|case| case.id == id).is_some_and(reads_actuals);
    let results: Vec<_> = outcome.results.iter().filter(|result| of(&result.id)).cloned().collect();
    let failures = shrunk(&SuiteOutcome { results, ..outcome }, &adapter, 1);
    let first = failures.first().expect("a set of actuals was lost");
    assert_eq!(first.records.1, 1, "{:?}", first.case.title.ja);
    assert!(first.records.0 > 1 && first.runs > 1);
}

#[test]
fn what_is_out_of_budget_stays_as_it_is() {
    let adapter = Reference(Slip::CutsNames);
    let outcome = run_all(&generated(20), &adapter);
    let failures = shrunk(&outcome, &adapter, 0);
    assert!(!failures.is_empty() && failures.iter().all(|failure| failure.runs == 0));
    assert!(failures.iter().all(|failure| failure.records.0 == failure.records.1));
}
