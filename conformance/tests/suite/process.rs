//! Softwares that are processes: shell scripts of a few lines.
#![cfg(unix)]

use std::ffi::OsString;
use std::fs;
use std::num::NonZeroUsize;
use std::path::Path;
use std::time::{Duration, Instant};

use conformance::suite::adapter::Config;
use conformance::suite::case::Selection;
use conformance::suite::run::{Baseline, NoTrace, Plan, SuiteOutcome, Unready, run};
use conformance::suite::verdict::Verdict;

use super::SUITE;

/// A script that says hello, forgets, and does this with an import (`$i` is the id of the request).
fn script(import: &str) -> String {
    format!(
        r#"i=0
say() {{ printf '{{"schema":"renkei.adapter/1","id":%d,%s}}\n' "$i" "$1"; }}
while IFS= read -r line; do
  i=$((i + 1))
  case $line in
    *'"request":"hello"'*) say '"answer":"hello","software":{{"name":"sh","version":"1"}},"roles":["kyotaku","service","houkatsu","yobo_service"]' ;;
    *'"request":"reset"'*) say '"answer":"reset"' ;;
    *'"request":"import"'*) {import} ;;
    *) say '"answer":"not_implemented","reason":"no"' ;;
  esac
done
"#
    )
}

const REFUSES: &str = r#"say '"answer":"import","receipt":{"records_in":0,"imported":0,"rejected":[{"file":"all","records":0,"reason":"no"}],"ignored":0,"replaced":0,"fields_truncated":0,"characters_replaced":0},"holds":{}'"#;

fn run_script(text: &str, stays: bool, limit: Duration, only: &str) -> Result<SuiteOutcome, Unready> {
    let command = ["sh", "-c", text].map(OsString::from);
    let config = Config::of_command(&command, stays).unwrap();
    let plan = Plan {
        suite: &SUITE,
        selection: Selection { only: vec![only.to_owned()], ..Selection::default() },
        baseline: Baseline::default(),
        today: time::macros::date!(2026 - 04 - 01),
        limit,
        jobs: NonZeroUsize::new(2),
    };
    run(&plan, &config.adapter, &(), &NoTrace)
}

fn verdicts(outcome: &SuiteOutcome) -> Vec<Verdict> {
    let mut verdicts: Vec<_> = outcome.results.iter().map(|result| result.verdict).collect();
    verdicts.dedup();
    verdicts
}

#[test]
fn a_process_is_asked_and_answers_whether_it_stays_or_not() {
    for stays in [false, true] {
        let outcome = run_script(&script(REFUSES), stays, Duration::from_secs(10), "refuse/s00").unwrap();
        assert!(outcome.results.len() > 5);
        assert_eq!(verdicts(&outcome), [Verdict::Pass], "{stays}");
    }
}

#[test]
fn a_process_that_ends_before_it_answers_has_crashed_and_its_last_words_are_told() {
    let outcome =
        run_script(&script("echo 'last words' >&2; exit 3"), true, Duration::from_secs(10), "read/dlt1").unwrap();
    assert_eq!(verdicts(&outcome), [Verdict::Crash]);
    let note = &outcome.results[0].notes[0].ja;
    assert!(note.contains('3') && note.contains("last words"), "{note}");
}

#[test]
fn an_answer_that_cannot_be_read_or_is_out_of_step_is_a_crash() {
    let wrong_id = r#"i=99; say '"answer":"reset"'"#;
    let later = r#"printf '{"schema":"renkei.adapter/9","id":%d,"answer":"reset"}\n' "$i""#;
    for answer in ["echo reading files", "echo '{}'", wrong_id, later] {
        let outcome = run_script(&script(answer), true, Duration::from_secs(10), "read/dlt1").unwrap();
        assert_eq!(verdicts(&outcome), [Verdict::Crash], "{answer}");
    }
}

#[test]
fn a_process_that_does_not_answer_is_ended_with_everything_it_started() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("pid");
    let hang = format!("sleep 600 & echo $! >{}; wait", file.display());
    let since = Instant::now();
    let outcome = run_script(&script(&hang), false, Duration::from_millis(600), "read/dltjsk").unwrap();
    assert_eq!(verdicts(&outcome), [Verdict::TimeOut]);
    assert!(since.elapsed() < Duration::from_secs(30));
    let child = fs::read_to_string(file).unwrap();
    let gone = || !is_running(child.trim());
    assert!(
        (0..50).any(|_| gone() || {
            std::thread::sleep(Duration::from_millis(20));
            false
        }),
        "{child} still runs"
    );
}

/// Whether a process runs; one that waits to be reaped does not.
fn is_running(id: &str) -> bool {
    let status = fs::read_to_string(Path::new("/proc").join(id).join("status")).unwrap_or_default();
    status.lines().any(|line| line.starts_with("State:") && !line.contains('Z'))
}

#[test]
fn what_is_wrong_before_the_first_case_is_a_matter_of_configuration() {
    let hello = |answer: &str| {
        format!(r#"read -r line; printf '%s\n' '{{"schema":"renkei.adapter/1","id":1,{answer}}}'; cat >/dev/null"#)
    };
    let nobody = hello(r#""answer":"hello","software":{"name":"x","version":"1"},"roles":[]"#);
    let key = hello(
        r#""answer":"hello","software":{"name":"x","version":"1"},"roles":["service"],"own_fields":["UPPLAN.被保険者番号"]"#,
    );
    let none = hello(
        r#""answer":"hello","software":{"name":"x","version":"1"},"roles":["service"],"own_fields":["UPPLAN.無い項目"]"#,
    );
    for text in ["exit 1", "cat >/dev/null", &nobody, &key, &none] {
        let unready = run_script(text, true, Duration::from_millis(700), "read/").expect_err(text);
        assert!(!unready.0.ja.is_empty());
    }
    let missing = Config::of_command(&[OsString::from("no-such-program-here")], true).unwrap();
    assert!(conformance::suite::run::ready(&missing.adapter, Duration::from_secs(1)).is_err());
}

#[test]
fn a_software_that_only_times_out_does_not_hold_up_the_run() {
    let since = Instant::now();
    let outcome = run_script(&script("sleep 600"), true, Duration::from_millis(100), "refuse/").unwrap();
    let timed_out = outcome.results.iter().filter(|result| result.verdict == Verdict::TimeOut).count();
    assert!((10..20).contains(&timed_out), "{timed_out}");
    assert!(outcome.results.iter().any(|result| result.verdict == Verdict::CouldNotJudge));
    assert!(since.elapsed() < Duration::from_secs(60));
}
