//! A generated case that fails is made smaller against the software itself: step by step down its tree,
//! as long as what is left is legal and the verdict stays the same.

use std::time::{Duration, Instant};

use careplan::text::Message;
use proptest::strategy::ValueTree;

use super::CaseResult;
use super::case::Worker;
use super::doctor::{Ready, Unready};
use super::trace::NoTrace;
use crate::suite::adapter::Adapter;
use crate::suite::case::generated::{Built, numbers_of, tree};
use crate::suite::case::{Case, Class};
use crate::suite::judge::Judged;
use crate::suite::verdict::Verdict;

/// How much is done to make failures smaller.
#[derive(Clone, Copy, Debug)]
pub struct Budget {
    /// So many failures; the others stay as they are.
    pub cases: usize,
    /// Runs of the software for one failure.
    pub runs: u32,
    /// Time for one failure; the answer at hand is waited for.
    pub time: Duration,
}

impl Default for Budget {
    fn default() -> Self {
        Self { cases: 10, runs: 300, time: Duration::from_secs(30) }
    }
}

/// A generated case that fails, as small as it became.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The case, under the id that it had.
    pub case: Case,
    /// The verdict.
    pub verdict: Verdict,
    /// Why.
    pub notes: Vec<Message>,
    /// Records of the set: at first, and now.
    pub records: (usize, usize),
    /// How often the software was run for it.
    pub runs: u32,
}

/// Makes the generated cases that failed and are not known smaller, and tells each as soon as it is.
///
/// A case that ran out of time stays as it is: every step would take that time again. So does one that
/// does not fail when it is run again.
///
/// # Errors
/// No working folder can be made.
pub fn shrink(
    results: &[CaseResult],
    adapter: &dyn Adapter,
    ready: &Ready,
    limit: Duration,
    budget: Budget,
    mut told: impl FnMut(Failure),
) -> Result<(), Unready> {
    let mut worker = Worker::new(adapter, ready, limit, &NoTrace)?;
    let failed = results
        .iter()
        .filter(|result| result.class == Class::Generated && result.verdict.is_failure() && result.known.is_none());
    for (at, result) in failed.enumerate() {
        let runs = if at < budget.cases && result.verdict != Verdict::TimeOut { budget.runs } else { 0 };
        let failure = smallest(result, &mut worker, Budget { runs, ..budget });
        failure.into_iter().for_each(&mut told);
    }
    Ok(())
}

fn smallest(result: &CaseResult, worker: &mut Worker<'_>, budget: Budget) -> Option<Failure> {
    let (seed, number) = numbers_of(&result.id)?;
    let mut tree = tree(seed, number)?;
    let first = tree.current().build()?;
    let mut failure = Failure {
        case: first.case,
        verdict: result.verdict,
        notes: result.notes.clone(),
        records: (first.records, first.records),
        runs: 0,
    };
    let since = Instant::now();
    let mut still_fails = true;
    while failure.runs < budget.runs && since.elapsed() < budget.time {
        let has_next = if failure.runs == 0 {
            // The first run is the case itself, to see whether it can be repeated.
            true
        } else if still_fails {
            tree.simplify()
        } else {
            tree.complicate()
        };
        if !has_next {
            break;
        }
        let Some(built) = tree.current().build().filter(|built| built.sound) else {
            still_fails = false;
            if failure.runs == 0 {
                break;
            }
            continue;
        };
        failure.runs += 1;
        let judged = worker.run(&built.case).judged;
        still_fails = judged.verdict == failure.verdict;
        if still_fails {
            failure.take(built, judged);
        } else if failure.runs == 1 {
            break;
        }
    }
    Some(failure)
}

impl Failure {
    fn take(&mut self, built: Built, judged: Judged) {
        (self.case, self.notes, self.records.1) = (built.case, judged.notes, built.records);
    }
}
