//! A folder, and a thread that reacts as somebody at a software would.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use conformance::mutation::File;
use conformance::suite::adapter::FolderAdapter;
use conformance::suite::meaning::{Model, Scenario, read_files, write_files};
use conformance::suite::protocol::{Hello, Imported, Receipt};
use conformance::suite::run::Overall;
use conformance::suite::verdict::Verdict;
use tempfile::TempDir;

use super::{id, notes, run_cases, verdicts};

const LONG: Duration = Duration::from_secs(20);
const SHORT: Duration = Duration::from_millis(600);

fn adapter(dir: &TempDir) -> FolderAdapter {
    let hello = Hello::of_name("見本ソフト", "1.0");
    FolderAdapter { quiet: Duration::from_millis(60), ..FolderAdapter::new(dir.path().join("exchange"), hello) }
}

/// The numbered folders of an exchange that are whole.
fn tasks(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut tasks: Vec<_> =
        entries.map(|entry| entry.path()).filter(|path| path.join("instructions.txt").is_file()).collect();
    tasks.sort();
    tasks
}

/// Somebody who reacts to every new folder, until told to go.
struct Somebody {
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Somebody {
    fn at(dir: &TempDir, mut react: impl FnMut(&Path) + Send + 'static) -> Self {
        let (stop, folder) = (Arc::new(AtomicBool::new(false)), dir.path().join("exchange"));
        let stopped = Arc::clone(&stop);
        let thread = thread::spawn(move || {
            let mut seen = BTreeSet::new();
            while !stopped.load(Ordering::Relaxed) {
                for task in tasks(&folder) {
                    if seen.insert(task.clone()) {
                        react(&task);
                    }
                }
                thread::sleep(Duration::from_millis(10));
            }
        });
        Self { stop, thread: Some(thread) }
    }
}

impl Drop for Somebody {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        self.thread.take().unwrap().join().unwrap();
    }
}

fn files(task: &Path) -> Vec<File> {
    let entries = fs::read_dir(task.join("files")).unwrap().flatten();
    entries
        .map(|entry| File {
            name: entry.file_name().to_string_lossy().into_owned(),
            bytes: fs::read(entry.path()).unwrap(),
        })
        .collect()
}

/// The answer of a software that takes everything; it begins anew with every case.
fn taken(task: &Path, model: &mut Model) -> Vec<u8> {
    if task.to_string_lossy().ends_with("_1") {
        *model = Model::default();
    }
    let scenario = read_files(&files(task)).unwrap();
    model.take(&scenario);
    let records = scenario.records() as u64;
    let receipt = Receipt { records_in: records, imported: records, ..Receipt::default() };
    serde_json::to_vec(&Imported { receipt: Some(receipt), flagged: Vec::new(), holds: Some(model.must.clone()) })
        .unwrap()
}

/// Writes into the form, behind a key.
fn fill(task: &Path, key: &str, answer: &str) {
    let path = task.join("answer.txt");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(path, text.replace(&format!("\n{key} = "), &format!("\n{key} = {answer}"))).unwrap();
}

#[test]
fn a_software_that_tells_all_it_holds_passes() {
    let dir = tempfile::tempdir().unwrap();
    let mut model = Model::default();
    let _somebody = Somebody::at(&dir, move |task| {
        let scenario = fs::read(task.join("scenario.json"));
        match scenario {
            Ok(json) => {
                let scenario: Scenario = serde_json::from_slice(&json).unwrap();
                for file in write_files(&scenario).unwrap() {
                    fs::write(task.join("out").join(file.name), file.bytes).unwrap();
                }
            }
            Err(_) => fs::write(task.join("out/answer.json"), taken(task, &mut model)).unwrap(),
        }
    });
    let ids = [id("read/d1"), id("replace/d1"), id("delete/dltplan/"), id("write/d2")];
    let outcome = run_cases(&adapter(&dir), &ids.each_ref().map(String::as_str), LONG);
    assert_eq!(outcome.overall, Overall::Pass, "{}", notes(&outcome));
    let instructions = fs::read_to_string(tasks(&dir.path().join("exchange"))[0].join("instructions.txt")).unwrap();
    assert!(instructions.contains("取り込んでください") && instructions.contains(".CSV"), "{instructions}");
}

#[test]
fn what_nobody_can_see_is_not_testable_and_what_the_form_says_is_judged() {
    let read = id("read/d1");
    for (answers, verdict) in [
        (&[("R", "1")][..], Verdict::NotTestable),
        (&[("R", "？")], Verdict::NotTestable),
        (&[("R", "3")], Verdict::Fail),
        (&[("R", "４")], Verdict::Fail),
        (&[("R", "5")], Verdict::NotImplemented),
        (&[("R", "1"), ("A1", "まったく違うもの")], Verdict::Fail),
        (&[("R", "1"), ("A1", "なし")], Verdict::SilentLoss),
    ] {
        let dir = tempfile::tempdir().unwrap();
        let _somebody =
            Somebody::at(&dir, move |task| answers.iter().for_each(|(key, answer)| fill(task, key, answer)));
        let outcome = run_cases(&adapter(&dir), &[&read], LONG);
        assert_eq!(verdicts(&outcome), [verdict], "{answers:?} {}", notes(&outcome));
    }
}

#[test]
fn a_file_is_read_when_it_is_whole() {
    let dir = tempfile::tempdir().unwrap();
    let _somebody = Somebody::at(&dir, |task| {
        let (answer, path) = (taken(task, &mut Model::default()), task.join("out/answer.json"));
        fs::write(&path, &answer[..answer.len() / 2]).unwrap();
        thread::sleep(Duration::from_millis(300));
        assert!(task.join("notice.txt").is_file(), "it is told that it cannot be read yet");
        fs::write(&path, &answer).unwrap();
    });
    let outcome = run_cases(&adapter(&dir), &[&id("read/d1")], LONG);
    assert_eq!(verdicts(&outcome), [Verdict::Pass], "{}", notes(&outcome));
    assert!(!tasks(&dir.path().join("exchange"))[0].join("notice.txt").exists());
}

#[test]
fn nobody_is_a_time_out_and_nonsense_is_named() {
    let read = id("read/d1");
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(verdicts(&run_cases(&adapter(&dir), &[&read], SHORT)), [Verdict::TimeOut]);

    for (answer, verdict) in [
        ("nonsense", Verdict::Crash),
        (r#"{"receipt":{"records_in":-1}}"#, Verdict::Crash),
        (r#"{"answer":"reset"}"#, Verdict::Crash),
        (
            r#"{"receipt":{"records_in":9,"imported":3,"rejected":[],"ignored":0,"replaced":0,"fields_truncated":0,"characters_replaced":0}}"#,
            Verdict::SilentLoss,
        ),
        (r#"{"holds":{}}"#, Verdict::SilentLoss),
        (r#"{"answer":"error","message":"x"}"#, Verdict::CouldNotJudge),
    ] {
        let dir = tempfile::tempdir().unwrap();
        let _somebody = Somebody::at(&dir, move |task| fs::write(task.join("out/answer.json"), answer).unwrap());
        let outcome = run_cases(&adapter(&dir), &[&read], SHORT);
        assert_eq!(verdicts(&outcome), [verdict], "{answer} {}", notes(&outcome));
        if verdict == Verdict::Crash {
            assert!(notes(&outcome).contains("answer.json"), "{}", notes(&outcome));
        }
    }
}

#[test]
fn a_second_run_goes_on_where_the_first_one_stopped() {
    let dir = tempfile::tempdir().unwrap();
    let (first, second, third) = (id("read/d1"), id("read/d2"), id("read/d3"));
    let ids = [first.as_str(), second.as_str(), third.as_str()];
    {
        let exchange = dir.path().join("exchange");
        let _somebody = Somebody::at(&dir, move |task| {
            if task.to_string_lossy().contains("0001_") {
                fs::write(task.join("out/answer.json"), taken(task, &mut Model::default())).unwrap();
            } else {
                fs::write(exchange.join("stop.txt"), "").unwrap();
            }
        });
        let outcome = run_cases(&adapter(&dir), &ids, LONG);
        assert_eq!(
            verdicts(&outcome),
            [Verdict::Pass, Verdict::CouldNotJudge, Verdict::CouldNotJudge],
            "{}",
            notes(&outcome)
        );
        assert_eq!(outcome.overall, Overall::Undecided);
    }
    let exchange = dir.path().join("exchange");
    fs::remove_file(exchange.join("stop.txt")).unwrap();
    assert_eq!(tasks(&exchange).len(), 2, "who stops is given nothing more");
    let second = tasks(&exchange)[1].clone();
    fs::write(second.join("out/answer.json"), taken(&second, &mut Model::default())).unwrap();
    let outcome = run_cases(&adapter(&dir), &ids[..2], LONG);
    assert_eq!(outcome.overall, Overall::Pass, "{}", notes(&outcome));
    assert_eq!(tasks(&exchange).len(), 2, "nothing is given out twice");
}

#[test]
fn a_folder_that_holds_something_else_or_is_of_another_software_is_refused_before_the_run() {
    use conformance::suite::run::ready;
    let dir = tempfile::tempdir().unwrap();
    assert!(ready(&adapter(&dir), SHORT).is_ok());
    let other = FolderAdapter { hello: Hello::of_name("別のソフト", "1.0"), ..adapter(&dir) };
    assert!(ready(&other, SHORT).unwrap_err().0.ja.contains("見本ソフト"));
    let full = tempfile::tempdir().unwrap();
    fs::create_dir(full.path().join("exchange")).unwrap();
    fs::write(full.path().join("exchange/letter.txt"), "x").unwrap();
    assert!(ready(&adapter(&full), SHORT).is_err());
}
