//! 3つの見本が、採点するすべての事例に合格すること / that the three samples pass every scored case.

use std::ffi::OsString;
use std::path::Path;
use std::time::Duration;

use conformance::suite::adapter::{Command, ProcessAdapter};
use conformance::suite::case::generated::Series;
use conformance::suite::case::{RequirementSet, Selection, Suite};
use conformance::suite::run::{Baseline, NoTrace, Overall, Plan, run};
use conformance::suite::verdict::Verdict;

/// Generated cases that they pass beside those.
const SERIES: Series = Series { seed: 7, count: 60 };

fn passes_everything(program: &str, script: Option<&str>) {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let requirements = RequirementSet::newest().expect("there is one");
    let suite = Suite::read(None, requirements).expect("the corpus can be read").with_generated(SERIES);
    let plan = Plan {
        suite: &suite,
        selection: Selection::default(),
        baseline: Baseline::default(),
        today: time::macros::date!(2026 - 04 - 01),
        limit: Duration::from_secs(60),
        jobs: None,
    };
    let args = script.map(|script| here.join(script).into_os_string()).into_iter().collect();
    let command = Command { program: OsString::from(program), args, folder: None };
    let outcome = run(&plan, &ProcessAdapter { command, stays: true }, &(), &NoTrace)
        .unwrap_or_else(|unready| panic!("{program}: {}", unready.0.en));
    let (scored, others): (Vec<_>, Vec<_>) = outcome.results.iter().partition(|result| result.scored);
    let generated: Vec<_> = others.into_iter().filter(|result| result.decides()).collect();
    let wrong: Vec<String> = scored
        .iter()
        .chain(&generated)
        .filter(|result| result.verdict != Verdict::Pass)
        .map(|result| format!("{} {:?} {:?}", result.id, result.verdict, result.notes.first().map(|note| &note.ja)))
        .collect();
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), scored.len(), wrong.join("\n"));
    assert_eq!((outcome.overall, scored.len()), (Overall::Pass, requirements.ids().count()));
    assert!(generated.len() > 50, "{}", generated.len());
}

#[test]
fn the_sample_in_rust_passes_every_scored_case() {
    passes_everything(env!("CARGO_BIN_EXE_rust-adapter"), None);
}

#[test]
fn the_sample_in_python_passes_every_scored_case() {
    passes_everything("python3", Some("python/adapter.py"));
}

#[test]
fn the_sample_in_typescript_passes_every_scored_case() {
    passes_everything("node", Some("typescript/adapter.js"));
}

#[test]
fn every_sample_stays_below_200_lines() {
    for path in ["rust/adapter.rs", "python/adapter.py", "typescript/adapter.ts"] {
        let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect(path);
        assert!(text.lines().count() < 200, "{path}: {} lines", text.lines().count());
    }
}
