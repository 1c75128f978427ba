//! The whole suite against a software that is right.

use conformance::suite::run::{Baseline, Overall};
use conformance::suite::verdict::Verdict;

use super::reference::{Reference, Slip};
use super::{SUITE, run_only};

#[test]
fn a_software_that_is_right_passes_every_case() {
    let outcome = run_only(&Reference(Slip::None), &[], Baseline::default());
    let wrong: Vec<String> = outcome
        .results
        .iter()
        .filter(|result| result.verdict != Verdict::Pass)
        .map(|result| format!("{} {:?} {:?}", result.id, result.verdict, result.notes.first().map(|note| &note.ja)))
        .collect();
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), outcome.results.len(), wrong.join("\n"));
    assert_eq!(outcome.overall, Overall::Pass);
}

#[test]
fn every_case_that_is_required_exists() {
    assert_eq!(SUITE.missing(), Vec::<&str>::new());
    assert!(SUITE.requirements.ids().count() > 500);
}
