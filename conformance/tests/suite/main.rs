//! The suite against small softwares of its own: one that is right, and ones that are wrong.

mod matrix;
mod process;
mod reference;
mod schemas;
mod scored;
mod verdicts;

use std::num::NonZeroUsize;
use std::sync::LazyLock;
use std::time::Duration;

use conformance::suite::adapter::Adapter;
use conformance::suite::case::{RequirementSet, Selection, Suite};
use conformance::suite::run::{Baseline, NoTrace, Plan, SuiteOutcome, run};

/// The whole suite.
static SUITE: LazyLock<Suite> = LazyLock::new(|| Suite::read(None, RequirementSet::newest().unwrap()).unwrap());

/// Runs the cases whose ids begin so; all of them where none is given.
fn run_only(adapter: &dyn Adapter, only: &[&str], baseline: Baseline) -> SuiteOutcome {
    let plan = Plan {
        suite: &SUITE,
        selection: Selection { only: only.iter().map(|id| (*id).to_owned()).collect(), ..Selection::default() },
        baseline,
        today: time::macros::date!(2026 - 04 - 01),
        limit: Duration::from_secs(20),
        jobs: NonZeroUsize::new(2),
    };
    run(&plan, adapter, &(), &NoTrace).unwrap()
}
