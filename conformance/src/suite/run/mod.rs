//! A run: cases shared out over sessions, each judged on its own, in the order given.

mod baseline;
mod case;
mod doctor;
mod outcome;
mod trace;

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, SystemTime};

use careplan::text::Message;

pub use baseline::{Baseline, BaselineError, Entry};
pub use doctor::{Ready, Unready, ready};
pub use outcome::{CaseResult, Overall, SuiteOutcome, Totals, Watch};
pub use trace::{NoTrace, Trace};

use self::case::Worker;
use super::adapter::Adapter;
use super::case::{Case, Selection, Suite};
use super::judge::Judged;
use super::verdict::Verdict;
use crate::mutation::File;
use crate::story::Role;

/// After so many time-outs one after another the rest is not tried: it would take hours to no end.
const PATIENCE: usize = 10;

/// What a run is asked to do.
pub struct Plan<'a> {
    /// The cases and what is scored.
    pub suite: &'a Suite,
    /// Which of them.
    pub selection: Selection,
    /// Known failures.
    pub baseline: Baseline,
    /// The day on which the baseline is judged.
    pub today: time::Date,
    /// How long one answer may take.
    pub limit: Duration,
    /// Sessions at once; `None` = one per core.
    pub jobs: Option<NonZeroUsize>,
}

/// Runs the cases.
///
/// # Errors
/// The software does not come up, or the configuration does not fit it: nothing was judged.
pub fn run(
    plan: &Plan<'_>,
    adapter: &dyn Adapter,
    watch: &dyn Watch,
    trace: &dyn Trace,
) -> Result<SuiteOutcome, Unready> {
    let started = SystemTime::now();
    let ready = ready(adapter, plan.limit)?;
    let selection = within(plan.selection.clone(), &ready.hello.roles)?;
    let chosen = selection.of(&plan.suite.cases);
    if chosen.is_empty() {
        return Err(Unready::nothing());
    }
    plan.baseline.known(&plan.suite.cases)?;
    watch.begin(chosen.len());
    let judged = judge_all(&chosen, adapter, &ready, plan, watch, trace)?;
    watch.end();
    let scored = plan.suite.requirements.scored();
    let results = chosen
        .iter()
        .zip(judged)
        .map(|(case, done)| CaseResult::new(case, done.judged, done.time, scored.contains(case.id.as_str())))
        .collect();
    Ok(SuiteOutcome::new(results, plan.suite, ready, selection, &plan.baseline, plan.today, started))
}

/// Roles that the software does not play are refused; none chosen means all that it plays.
fn within(mut selection: Selection, played: &[Role]) -> Result<Selection, Unready> {
    match selection.roles.iter().find(|role| !played.contains(role)) {
        Some(role) => Err(Unready::role(*role)),
        None => {
            if selection.roles.is_empty() {
                selection.roles = played.iter().copied().collect();
            }
            Ok(selection)
        }
    }
}

/// A case that was run.
pub(in crate::suite) struct Done {
    pub(in crate::suite) judged: Judged,
    pub(in crate::suite) time: Duration,
    /// The files that its last export wrote, unless they were taken back.
    pub(in crate::suite) wrote: Vec<File>,
}

/// Judges cases, shared out over the sessions that a plan allows, each in its place.
pub(in crate::suite) fn judge_all(
    cases: &[&Case],
    adapter: &dyn Adapter,
    ready: &Ready,
    plan: &Plan<'_>,
    watch: &dyn Watch,
    trace: &dyn Trace,
) -> Result<Vec<Done>, Unready> {
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let jobs = plan.jobs.map_or(cores, NonZeroUsize::get).min(adapter.sessions()).min(cases.len()).max(1);
    let (next, timeouts) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let results: Mutex<Vec<Option<Done>>> = Mutex::new(cases.iter().map(|_| None).collect());
    let work = || -> Result<(), Unready> {
        let mut worker = Worker::new(adapter, ready, plan.limit, trace)?;
        while let Some((at, case)) =
            Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|at| Some((at, cases.get(at)?)))
        {
            let done = if timeouts.load(Ordering::Relaxed) < PATIENCE { worker.run(case) } else { given_up() };
            match done.judged.verdict {
                Verdict::TimeOut => _ = timeouts.fetch_add(1, Ordering::Relaxed),
                Verdict::CouldNotJudge => {}
                _ if timeouts.load(Ordering::Relaxed) < PATIENCE => timeouts.store(0, Ordering::Relaxed),
                _ => {}
            }
            watch.done(case, done.judged.verdict);
            if let Some(slot) = results.lock().unwrap_or_else(PoisonError::into_inner).get_mut(at) {
                *slot = Some(done);
            }
        }
        Ok(())
    };
    let ended: Vec<Result<(), Unready>> = thread::scope(|scope| {
        let workers: Vec<_> = (0..jobs).map(|_| scope.spawn(work)).collect();
        workers.into_iter().map(|worker| worker.join().unwrap_or_else(|_| Err(Unready::broken()))).collect()
    });
    ended.into_iter().collect::<Result<(), _>>()?;
    let results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
    Ok(results.into_iter().map(|done| done.unwrap_or_else(given_up)).collect())
}

fn given_up() -> Done {
    let message = Message::new(
        format!("時間切れが {PATIENCE} 回続いたため、残りは試していません"),
        format!("not tried: {PATIENCE} time-outs one after another"),
    );
    let judged = Judged { verdict: Verdict::CouldNotJudge, notes: vec![message] };
    Done { judged, time: Duration::ZERO, wrote: Vec::new() }
}
