//! Softwares that only people can reach: through a folder, and at a screen.

mod folder;
mod person;

use std::sync::LazyLock;
use std::time::Duration;

use conformance::suite::adapter::Adapter;
use conformance::suite::case::{RequirementSet, Selection, Suite};
use conformance::suite::run::{Baseline, NoTrace, Plan, SuiteOutcome, run};
use conformance::suite::verdict::Verdict;

/// The whole suite.
static SUITE: LazyLock<Suite> = LazyLock::new(|| Suite::read(None, RequirementSet::newest().unwrap()).unwrap());

/// The first id of the suite that begins so.
fn id(begin: &str) -> String {
    SUITE.cases.iter().find(|case| case.id.starts_with(begin)).unwrap().id.clone()
}

/// Runs cases by their ids.
fn run_cases(adapter: &dyn Adapter, ids: &[&str], limit: Duration) -> SuiteOutcome {
    let cases = SUITE.cases.iter().filter(|case| ids.contains(&case.id.as_str())).cloned().collect();
    let suite = Suite::new(cases, SUITE.requirements);
    let plan = Plan {
        suite: &suite,
        selection: Selection::default(),
        baseline: Baseline::default(),
        today: time::macros::date!(2026 - 04 - 01),
        limit,
        jobs: None,
    };
    run(&plan, adapter, &(), &NoTrace).unwrap()
}

fn verdicts(outcome: &SuiteOutcome) -> Vec<Verdict> {
    outcome.results.iter().map(|result| result.verdict).collect()
}

/// All reasons, joined.
fn notes(outcome: &SuiteOutcome) -> String {
    let notes = outcome.results.iter().flat_map(|result| &result.notes);
    notes.map(|note| format!("{}\n", note.ja)).collect()
}
