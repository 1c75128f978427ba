//! A person at a screen, played by a script.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use careplan::text::Lang;
use conformance::suite::adapter::{Answers, AtEnd, Desk, Interviewer, PersonAdapter};
use conformance::suite::case::Task;
use conformance::suite::meaning::write_files;
use conformance::suite::protocol::{Hello, Outcome};
use conformance::suite::run::{Overall, SuiteOutcome};
use conformance::suite::screen::Walk;
use conformance::suite::verdict::Verdict;
use tempfile::TempDir;

use super::{SUITE, id, notes, run_cases, verdicts};

/// An answer to the n-th question; `None` = what is right.
type Says = dyn FnMut(usize, &str) -> Option<String> + Send;

/// A person who answers questions as told; all others with what they ought to see.
struct Script {
    /// What ought to be seen, by question.
    right: BTreeMap<String, String>,
    answers: Mutex<Box<Says>>,
    asked: Arc<Mutex<Vec<String>>>,
    last: Mutex<String>,
}

impl Desk for Script {
    fn say(&self, text: &str) {
        *self.last.lock().unwrap() = text.to_owned();
    }

    fn line(&self) -> Option<String> {
        let said = self.last.lock().unwrap().clone();
        let mut asked = self.asked.lock().unwrap();
        let question = said.trim().lines().next().unwrap_or_default().to_owned();
        let right = if question.starts_with("取り込みはどうなりましたか") {
            "1"
        } else {
            self.right.get(&question).map_or("?", String::as_str)
        };
        let answer = (self.answers.lock().unwrap())(asked.len(), &question).unwrap_or_else(|| right.to_owned());
        asked.push(question);
        (answer != "EOF").then_some(answer)
    }
}

/// What ought to be seen of a case, as a person would type it: dates of this era, full-width digits.
fn right(id: &str) -> BTreeMap<String, String> {
    let case = SUITE.cases.iter().find(|case| case.id == id).unwrap();
    let mut walk = Walk::of(case);
    let mut right = BTreeMap::new();
    for step in &case.steps {
        walk.advance();
        if let Task::Import { files, .. } = &step.task {
            let sheet = walk.import(files);
            walk.settle(Outcome::Taken);
            for question in &sheet.taken {
                let expected = question.expected().ja;
                let text = expected.trim_start_matches('…');
                // A code stands behind its label.
                let code = |inside: &str| inside.trim_end_matches('）').chars().all(|c| c.is_ascii_alphanumeric());
                let text = text.rsplit_once('（').filter(|(_, inside)| code(inside)).map_or(text, |(label, _)| label);
                let wide = |c: char| {
                    if c.is_ascii_digit() { char::from_u32(u32::from(c) - 0x30 + 0xFF10).unwrap() } else { c }
                };
                let text: String =
                    text.replace("2025年", "令和7年").replace("2026年", "R8年").chars().map(wide).collect();
                right.insert(question.text.ja.clone(), text);
            }
        }
    }
    right
}

struct Told {
    outcome: SuiteOutcome,
    asked: Vec<String>,
}

fn person(dir: &TempDir, id: &str, answers: impl FnMut(usize, &str) -> Option<String> + Send + 'static) -> Told {
    let asked = Arc::new(Mutex::new(Vec::new()));
    let script = Script {
        right: right(id),
        answers: Mutex::new(Box::new(answers)),
        asked: Arc::clone(&asked),
        last: Mutex::default(),
    };
    let hello = Hello::of_name("見本ソフト", "1.0");
    let kept = Answers::open(&dir.path().join("answers.json"), &hello.software).unwrap();
    let by = Interviewer::new(Box::new(script), kept, Lang::Ja, AtEnd::Stop);
    let adapter = PersonAdapter { hello, files: dir.path().join("files"), by };
    let outcome = run_cases(&adapter, &[id], Duration::from_secs(1));
    let asked = asked.lock().unwrap().clone();
    Told { outcome, asked }
}

fn answered(file: &Path) -> usize {
    Answers::open(file, &Hello::of_name("見本ソフト", "1.0").software).unwrap().len()
}

#[test]
fn a_screen_that_is_right_passes_however_the_person_types() {
    for begin in
        ["read/d1", "read/d2", "read/d3", "read/d4", "read/d5", "replace/d3", "delete/dltplan/", "delete/dlt1kyo/"]
    {
        let dir = tempfile::tempdir().unwrap();
        let told = person(&dir, &id(begin), |_, _| None);
        assert_eq!(verdicts(&told.outcome), [Verdict::Pass], "{begin} {} {:?}", notes(&told.outcome), told.asked);
        assert!(notes(&told.outcome).contains("か所を確かめました"));
    }
}

#[test]
fn a_value_that_is_wrong_fails_one_that_is_gone_is_a_silent_loss_and_an_unseen_one_is_not_testable() {
    for (answer, verdict) in [("違う値", Verdict::Fail), ("なし", Verdict::SilentLoss), ("？", Verdict::NotTestable)]
    {
        let dir = tempfile::tempdir().unwrap();
        let told = person(&dir, &id("read/d1"), move |_, question| {
            question.ends_with('？').then(|| answer.to_owned()).filter(|_| question.starts_with("居宅"))
        });
        assert_eq!(verdicts(&told.outcome), [verdict], "{} {:?}", notes(&told.outcome), told.asked);
    }
}

#[test]
fn a_sheet_that_is_still_there_after_its_deletion_fails() {
    let dir = tempfile::tempdir().unwrap();
    let told = person(&dir, &id("delete/dltplan/"), |_, question| {
        question.contains("画面にありますか").then(|| "はい".to_owned())
    });
    assert_eq!(verdicts(&told.outcome), [Verdict::Fail], "{:?}", told.asked);
    assert!(notes(&told.outcome).contains("期待：いいえ、画面：はい"), "{}", notes(&told.outcome));
}

#[test]
fn who_stops_goes_on_tomorrow_without_being_asked_again() {
    let dir = tempfile::tempdir().unwrap();
    let read = id("read/d1");
    let first = person(&dir, &read, |at, _| (at == 2).then(|| "q".to_owned()));
    assert_eq!(verdicts(&first.outcome), [Verdict::CouldNotJudge]);
    assert_eq!(first.outcome.overall, Overall::Undecided);
    assert_eq!(answered(&dir.path().join("answers.json")), 2);
    let second = person(&dir, &read, |_, _| None);
    assert_eq!(verdicts(&second.outcome), [Verdict::Pass], "{}", notes(&second.outcome));
    assert!(second.asked.iter().all(|question| !first.asked[..2].contains(question)), "{:?}", second.asked);
    let third = person(&dir, &read, |_, _| Some("EOF".to_owned()));
    assert_eq!((verdicts(&third.outcome), third.asked.len()), (vec![Verdict::Pass], 0));
}

#[test]
fn the_end_of_the_input_stops_and_a_case_can_be_skipped() {
    let dir = tempfile::tempdir().unwrap();
    let gone = person(&dir, &id("read/d1"), |_, _| Some("EOF".to_owned()));
    assert_eq!(verdicts(&gone.outcome), [Verdict::CouldNotJudge]);
    let skipped = person(&dir, &id("read/d1"), |_, _| Some("s".to_owned()));
    assert_eq!((verdicts(&skipped.outcome), skipped.asked.len()), (vec![Verdict::NotTestable], 1));
    assert!(notes(&skipped.outcome).contains("飛ばしました"));
}

#[test]
fn what_is_not_understood_is_asked_again_and_taken_when_it_stands_there_twice() {
    let dir = tempfile::tempdir().unwrap();
    let read = id("read/d3");
    let told = person(&dir, &read, |_, question| {
        (question.contains("「サービス回数」") || question.starts_with("読み取れません")).then(|| "###".to_owned())
    });
    let count = told.asked.iter().filter(|question| question.contains("「サービス回数」")).count();
    assert_eq!(count, 1, "{:?}", told.asked);
    assert_eq!(verdicts(&told.outcome), [Verdict::Fail], "{:?}", told.asked);
}

#[test]
fn what_a_person_writes_out_is_judged_as_every_export() {
    let dir = tempfile::tempdir().unwrap();
    let write = id("write/d2");
    let case = SUITE.cases.iter().find(|case| case.id == write).unwrap();
    let Task::Export { scenario: Some(scenario), .. } = &case.steps[0].task else { panic!("an export") };
    let files = write_files(scenario).unwrap();
    let out = dir.path().join("files").join(write.replace('/', "_")).join("1/out");
    let told = person(&dir, &write, move |at, _| {
        if at == 1 {
            files.iter().for_each(|file| std::fs::write(out.join(&file.name), &file.bytes).unwrap());
        }
        Some("1".to_owned())
    });
    assert_eq!(verdicts(&told.outcome), [Verdict::Pass], "{}", notes(&told.outcome));
    assert_eq!(told.asked.len(), 2, "a folder that is empty is not believed");
}
