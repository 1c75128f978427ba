//! Every verdict is reached, and each by what it is for.

use std::fs;

use conformance::suite::run::{Baseline, Overall, SuiteOutcome};
use conformance::suite::verdict::Verdict;

use super::reference::{Reference, Slip};
use super::run_only;

fn verdict(slip: Slip, id: &str) -> (Verdict, Overall) {
    let outcome = run_only(&Reference(slip), &[id], Baseline::default());
    let result = outcome.results.first().unwrap_or_else(|| panic!("{id} is there"));
    assert!(result.verdict == Verdict::Pass || !result.notes.is_empty(), "{id} says why");
    (result.verdict, outcome.overall)
}

#[test]
fn every_verdict_is_reached_by_what_it_is_for() {
    use Overall::{Fail, Pass, Undecided};
    let reached = [
        (Slip::None, "read/d2_basic-21", Verdict::Pass, Pass),
        (Slip::NoReceipt, "read/d2_basic-21", Verdict::SilentLoss, Fail),
        (Slip::Unbalanced, "read/d2_basic-21", Verdict::SilentLoss, Fail),
        (Slip::ForgetsOne, "read/d2_basic-21", Verdict::SilentLoss, Fail),
        (Slip::CutsNames, "read/d2_basic-21", Verdict::SilentLoss, Fail),
        (Slip::CutsNamesAndTells, "read/d2_basic-21", Verdict::Fail, Fail),
        (Slip::TakesHalf, "refuse/s0001-enc_utf8", Verdict::Fail, Fail),
        (Slip::TakesEverything, "refuse/f_date_month", Verdict::Fail, Fail),
        (Slip::IgnoresDeletions, "delete/dlt1kyo/d1_basic-11", Verdict::Fail, Fail),
        (Slip::TakesByArrival, "order/dlt1kyo-between/d1_basic-11", Verdict::SilentLoss, Fail),
        (Slip::ShowsNothing, "read/d2_basic-21", Verdict::NotTestable, Undecided),
        (Slip::ShowsNothing, "refuse/s0001-enc_utf8", Verdict::Pass, Pass),
        (Slip::Crashes, "read/d2_basic-21", Verdict::Crash, Fail),
        (Slip::AnswersWrongly, "read/d2_basic-21", Verdict::Crash, Fail),
        (Slip::Fails, "read/d2_basic-21", Verdict::CouldNotJudge, Undecided),
        (Slip::CannotExport, "write/d2_basic-21", Verdict::NotImplemented, Fail),
        (Slip::CannotExport, "write/dltplan-26", Verdict::NotImplemented, Undecided),
        (Slip::WritesLessKinds, "write/d2_basic-21", Verdict::Fail, Fail),
        (Slip::KeepsUnmappable, "write/outside-ms932/d1_basic-11", Verdict::Fail, Fail),
    ];
    for (slip, id, expected, overall) in reached {
        assert_eq!(verdict(slip, id), (expected, overall), "{slip:?} {id}");
    }
}

fn with_baseline(slip: Slip, verdict: &str, expires: &str) -> SuiteOutcome {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("baseline.json");
    let entry = format!(
        r#"{{"id":"read/d2_basic-21","verdict":"{verdict}","reason":"次の版で直す","owner":"開発","expires":"{expires}"}}"#
    );
    fs::write(&path, format!(r#"{{"schema":"renkei.suite-baseline/1","entries":[{entry}]}}"#)).unwrap();
    let baseline = Baseline::read(&path).unwrap();
    run_only(&Reference(slip), &["read/d2_basic-21", "refuse/s0001-enc_utf8"], baseline)
}

#[test]
fn a_known_failure_does_not_make_the_run_fail() {
    let outcome = with_baseline(Slip::ForgetsOne, "silent-loss", "2026-04-01");
    assert_eq!(outcome.overall, Overall::Pass, "{:?}", outcome.stale);
    assert!(outcome.results.iter().any(|result| result.known.is_some() && result.is_failure() && !result.counts()));
}

#[test]
fn an_entry_that_is_stale_or_expired_or_of_another_verdict_fails() {
    for (slip, verdict, expires) in [
        (Slip::None, "silent-loss", "2026-12-31"),
        (Slip::ForgetsOne, "silent-loss", "2026-03-31"),
        (Slip::ForgetsOne, "fail", "2026-12-31"),
    ] {
        let outcome = with_baseline(slip, verdict, expires);
        assert_eq!((outcome.overall, outcome.stale.len()), (Overall::Fail, 1), "{slip:?} {verdict} {expires}");
    }
}
