//! 変異を1つずつ、捕まえるはずの事例だけで動かす / runs one mutant after another against the cases that must catch it.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex};
use std::time::Duration;

use conformance::suite::adapter::{Command, ProcessAdapter};
use conformance::suite::case::{RequirementSet, Selection, Suite};
use conformance::suite::run::{Baseline, NoTrace, Plan, run};
use conformance::suite::verdict::Verdict;

use super::table::{Mutant, Sample};

/// The whole suite.
pub(crate) static SUITE: LazyLock<Suite> = LazyLock::new(|| {
    Suite::read(None, RequirementSet::newest().expect("there is one")).expect("the corpus can be read")
});

/// How long an answer may take, where none is expected to be missing: a busy machine is no verdict.
const PATIENT: Duration = Duration::from_secs(60);

/// How long is waited for an answer that is expected not to come; `hello` is answered in this time.
const IMPATIENT: Duration = Duration::from_secs(8);

/// What became of a mutant: the verdict of each of its cases; `None` where it did not come up.
pub(crate) type Found = BTreeMap<&'static str, Option<Verdict>>;

/// Runs them, one on each core at a time.
pub(crate) fn run_all(mutants: &[Mutant]) -> Vec<Found> {
    let (next, found) = (AtomicUsize::new(0), Mutex::new(BTreeMap::new()));
    let work = || {
        while let Some((at, mutant)) =
            Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|at| Some((at, mutants.get(at)?)))
        {
            let of_mutant = run_one(mutant);
            found.lock().expect("no worker panics").insert(at, of_mutant);
        }
    };
    let cores = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    std::thread::scope(|scope| (0..cores).for_each(|_| _ = scope.spawn(work)));
    found.into_inner().expect("no worker panics").into_values().collect()
}

fn run_one(mutant: &Mutant) -> Found {
    let ids: Vec<&'static str> = mutant.caught.iter().map(|(id, _)| *id).collect();
    let hangs = mutant.caught.iter().any(|(_, verdict)| *verdict == Some(Verdict::TimeOut));
    // What does not forget is seen in the second case: all run in one process.
    let before = (mutant.id == "reset-ignored").then_some("edge/read/untimed");
    let cases = SUITE.cases.iter().filter(|case| ids.contains(&case.id.as_str()) || Some(case.id.as_str()) == before);
    let suite = Suite::new(cases.cloned().collect(), SUITE.requirements);
    let plan = Plan {
        suite: &suite,
        selection: Selection::default(),
        baseline: Baseline::default(),
        today: time::macros::date!(2026 - 04 - 01),
        limit: if hangs { IMPATIENT } else { PATIENT },
        jobs: NonZeroUsize::new(1),
    };
    let adapter = ProcessAdapter { command: command(mutant), stays: true };
    let Ok(outcome) = run(&plan, &adapter, &(), &NoTrace) else {
        return ids.into_iter().map(|id| (id, None)).collect();
    };
    let verdict = |id: &str| outcome.results.iter().find(|result| result.id == id).map(|result| result.verdict);
    // A case that does not exist passes nothing: it stands as not caught.
    ids.into_iter().map(|id| (id, Some(verdict(id).unwrap_or(Verdict::Pass)))).collect()
}

fn command(mutant: &Mutant) -> Command {
    let mutants = folder().join("mutants");
    let (program, script) = match mutant.sample {
        Sample::Python => ("python3", Some(mutants.join("python/run.py"))),
        Sample::TypeScript => ("node", Some(mutants.join("typescript.mjs"))),
        Sample::Rust => (env!("CARGO_BIN_EXE_rust-mutant"), None),
    };
    let args = script.map(PathBuf::into_os_string).into_iter().chain([OsString::from(mutant.id)]).collect();
    Command { program: OsString::from(program), args, folder: None }
}

fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
