//! The ways that have people in them, as programs: the relay with a client in the place of the
//! software, a person at a pipe, a folder that is not free.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use conformance::mutation::File;
use conformance::suite::meaning::{Scenario, write_files};
use mock_server::client::{Client, ClientError, Outgoing};
use mock_server::wire::Slot;
use serde_json::Value;
use tempfile::TempDir;
use tokio::runtime::Runtime;

const READ: &str = "read/d1_basic-11";
const WRITE: &str = "write/d2_basic-21";
const PATIENCE: Duration = Duration::from_secs(120);

fn suite(args: &[&str]) -> Command {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus");
    let mut command = Command::new(env!("CARGO_BIN_EXE_renkei"));
    command.arg("suite").args(args).arg("--corpus").arg(corpus).env_remove("RENKEI_LANG");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs with these lines on standard input.
fn typed(args: &[&str], lines: &str) -> Output {
    let mut child = suite(args).stdin(Stdio::piped()).spawn().expect("renkei starts");
    child.stdin.take().expect("a pipe").write_all(lines.as_bytes()).expect("written");
    child.wait_with_output().expect("it ends")
}

fn code(output: &Output) -> Option<i32> {
    output.status.code()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// Verdict and reasons of a case in a JSON report on standard output.
fn verdict(output: &Output, id: &str) -> (String, String) {
    let document: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", err(output)));
    let cases = document["cases"].as_array().expect("cases");
    let case = cases.iter().find(|case| case["id"] == id).expect("the case");
    (case["verdict"].as_str().expect("a word").to_owned(), case.to_string())
}

/// A software that has nothing but the folder of the suite and the client of the relay.
struct Software {
    folder: PathBuf,
    runtime: Runtime,
    /// Messages that were fetched and tasks that were done.
    seen: BTreeSet<String>,
}

impl Software {
    fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), runtime: Runtime::new().expect("a runtime"), seen: BTreeSet::new() }
    }

    fn client(&self, office: &str) -> Option<Client> {
        let read = |name: &str| fs::read_to_string(self.folder.join(name)).ok();
        let certificates = |name: &str| read(&format!("certificates/{name}"));
        let url = format!("https://{}", read("address.txt")?.trim());
        let (cert, key) = (certificates(&format!("{office}/cert.pem"))?, certificates(&format!("{office}/key.pem"))?);
        Client::new(&url, &certificates("ca.pem")?, &cert, &key).ok()
    }

    /// Fetches whatever has arrived for any of its offices.
    fn receive(&mut self) {
        let offices = fs::read_dir(self.folder.join("certificates")).into_iter().flatten().flatten();
        for office in offices.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect::<Vec<_>>() {
            let Some(client) = self.client(&office) else { continue };
            let Ok(page) = self.runtime.block_on(client.inbox(None)) else { continue };
            for envelope in page.items.iter().filter(|envelope| self.seen.insert(envelope.id.clone())) {
                for file in envelope.files.iter().filter(|file| file.slot == Slot::Csv) {
                    self.runtime.block_on(client.fetch(&envelope.id, file)).expect("fetched");
                }
            }
        }
    }

    /// Sends what is asked for; `alter` may spoil it. Gives the code of a refusal.
    fn send(&mut self, alter: impl Fn(&mut File)) -> Option<String> {
        let tasks = fs::read_dir(self.folder.join("tasks")).into_iter().flatten().flatten();
        for task in tasks.map(|entry| entry.path().join("1")).collect::<Vec<_>>() {
            if !task.join("instructions.txt").is_file() || self.seen.contains(&text(&task)) {
                continue;
            }
            let Ok(json) = fs::read(task.join("scenario.json")) else { continue };
            let scenario: Scenario = serde_json::from_slice(&json).expect("a scenario");
            let unit = &scenario.units[0].key;
            let Some(client) = self.client(&unit.from.office) else { continue };
            self.seen.insert(text(&task));
            let mut files = write_files(&scenario).expect("files");
            files.iter_mut().for_each(&alter);
            let empty = Outgoing::to(unit.to.office.clone());
            let outgoing = files.into_iter().fold(empty, |outgoing, file| outgoing.csv(file.name, file.bytes));
            if let Err(ClientError::Refused(why)) = self.runtime.block_on(client.send(outgoing)) {
                return Some(why.code);
            }
        }
        None
    }
}

/// Lets the software work until the run is over.
fn over(mut child: Child, mut work: impl FnMut()) -> Output {
    let begun = Instant::now();
    while child.try_wait().expect("a child").is_none() {
        assert!(begun.elapsed() < PATIENCE, "it does not end");
        work();
        std::thread::sleep(Duration::from_millis(50));
    }
    child.wait_with_output().expect("it ends")
}

fn relayed(folder: &Path, more: &[&str]) -> Command {
    let folder = text(folder);
    let mut args = vec!["run", "--relay", &folder, "--format", "json"];
    args.extend(more);
    suite(&args)
}

#[test]
fn through_the_relay_what_is_sent_is_judged_and_what_is_fetched_is_seen_in_both_runs() {
    let dir = TempDir::new().expect("a folder");
    let folder = dir.path().join("relay");
    let args = ["--only", READ, "--only", WRITE, "--time-limit", "60"];
    let child = relayed(&folder, &args).spawn().expect("renkei starts");
    let mut software = Software::new(&folder);
    let output = over(child, || {
        software.receive();
        assert_eq!(software.send(|_| {}), None);
    });
    let (read, why) = verdict(&output, READ);
    assert_eq!((read.as_str(), code(&output)), ("not-testable", Some(0)), "{why} {}", err(&output));
    assert_eq!(verdict(&output, WRITE).0, "pass");
    assert!(err(&output).contains("すべてのファイルが受信されました"), "{}", err(&output));
    let instructions = fs::read_to_string(folder.join("tasks/read_d1_basic-11/1/instructions.txt")).expect("written");
    assert!(instructions.contains("https://127.0.0.1:") && instructions.contains("cert.pem"), "{instructions}");

    // Tomorrow: what was received is still there, so nobody need send it again.
    let again = relayed(&folder, &["--only", WRITE, "--time-limit", "5"]).output().expect("it runs");
    assert_eq!((verdict(&again, WRITE).0.as_str(), code(&again)), ("pass", Some(0)), "{}", err(&again));
}

#[test]
fn a_person_beside_the_relay_says_what_became_of_the_files() {
    let dir = TempDir::new().expect("a folder");
    let folder = dir.path().join("relay");
    let mut child =
        relayed(&folder, &["--only", READ, "--time-limit", "60"]).stdin(Stdio::piped()).spawn().expect("it starts");
    child.stdin.take().expect("a pipe").write_all("3\nなし\n？\n".as_bytes()).expect("written");
    let mut software = Software::new(&folder);
    let output = over(child, || software.receive());
    let (verdict, why) = verdict(&output, READ);
    assert_eq!((verdict.as_str(), code(&output)), ("fail", Some(1)), "{why}");
    assert!(why.contains("適合する組が拒否されました"), "{why}");
}

#[test]
fn what_the_relay_refuses_is_shown_and_fails_where_nothing_else_arrives() {
    let dir = TempDir::new().expect("a folder");
    let folder = dir.path().join("relay");
    let child = relayed(&folder, &["--only", WRITE, "--time-limit", "8"]).spawn().expect("it starts");
    let mut software = Software::new(&folder);
    let mut refused = None;
    let output = over(child, || {
        // Another sender in the name than in the certificate.
        let code = software.send(|file| file.name = file.name.replacen("_97", "_96", 1));
        refused = refused.take().or(code);
    });
    let refused = refused.expect("it is refused");
    let (verdict, why) = verdict(&output, WRITE);
    assert_eq!((verdict.as_str(), code(&output)), ("fail", Some(1)), "{why} {}", err(&output));
    assert!(
        why.contains(&refused) && err(&output).contains(&format!("（{refused}）")),
        "{refused} {why} {}",
        err(&output)
    );
}

#[test]
fn nobody_at_the_relay_is_a_time_out_and_a_folder_in_use_is_found_before_the_run() {
    let dir = TempDir::new().expect("a folder");
    let folder = dir.path().join("relay");
    let output = relayed(&folder, &["--only", READ, "--time-limit", "1"]).output().expect("it runs");
    assert_eq!(verdict(&output, READ).0, "time-out", "{}", err(&output));
    assert_eq!(suite(&["doctor", "--relay", &text(&folder)]).output().expect("it runs").status.code(), Some(0));
    fs::write(dir.path().join("file"), "").expect("written");
    let wrong = suite(&["doctor", "--relay", &text(&dir.path().join("file"))]).output().expect("it runs");
    assert_eq!(code(&wrong), Some(2));
}

#[test]
fn a_person_stops_and_goes_on_and_the_answers_are_kept() {
    let dir = TempDir::new().expect("a folder");
    let answers = text(&dir.path().join("answers.json"));
    let args = ["person", "--only", READ, "--answers", &answers, "--software", "見本ソフト", "--format", "json"];
    let first = typed(&args, "1\nq\n");
    assert_eq!((verdict(&first, READ).0.as_str(), code(&first)), ("could-not-judge", Some(2)), "{}", err(&first));
    assert!(err(&first).contains("被保険者番号") && err(&first).contains(".CSV"), "{}", err(&first));
    let second = typed(&args, "？\n?\n?\n?\n?\n?\n?\n");
    assert_eq!(verdict(&second, READ).0, "not-testable", "{}", err(&second));
    assert!(!err(&second).contains("取り込みはどうなりましたか"), "that was answered before");
    assert!(dir.path().join("answers.json.files/read_d1_basic-11/1").is_dir());
    let other = typed(&[&args[..6], &["別のソフト"]].concat(), "1\n");
    assert_eq!(code(&other), Some(2));
    assert!(err(&other).contains("見本ソフト"), "{}", err(&other));
}

#[test]
fn the_checklist_of_d1_to_d7_is_a_page_with_its_files() {
    let dir = TempDir::new().expect("a folder");
    let (answers, page) = (text(&dir.path().join("a.json")), dir.path().join("page.html"));
    let output = suite(&["person", "--patterns", "D1-D7", "--answers", &answers, "--page", &text(&page)])
        .output()
        .expect("it runs");
    assert_eq!(code(&output), Some(0), "{}", err(&output));
    let html = fs::read_to_string(page).expect("written");
    assert!((1..=7).all(|no| html.contains(&format!("D{no}"))) && html.contains("「サービス回数」は？"));
    assert!(fs::read_dir(dir.path().join("a.json.files")).expect("files").count() > 20);
}

#[test]
fn the_doctor_looks_at_folders_before_a_run() {
    let dir = TempDir::new().expect("a folder");
    let good = suite(&["doctor", "--folder", &text(&dir.path().join("exchange"))]).output().expect("it runs");
    assert_eq!(code(&good), Some(0), "{}", String::from_utf8_lossy(&good.stdout));
    fs::write(dir.path().join("letter.txt"), "x").expect("written");
    let full = suite(&["doctor", "--folder", &text(dir.path())]).output().expect("it runs");
    assert_eq!(code(&full), Some(2));
    let document = r#"{"schema":"renkei.suite-adapter/1","kind":"folder","folder":"exchange2","software":{"name":"見本","version":"1"},"roles":["kyotaku"],"own_fields":["UPPLAN.無い項目"]}"#;
    fs::write(dir.path().join("adapter.json"), document).expect("written");
    let wrong = suite(&["doctor", "--adapter", &text(&dir.path().join("adapter.json"))]).output().expect("it runs");
    assert_eq!(code(&wrong), Some(2));
    assert!(String::from_utf8_lossy(&wrong.stdout).contains("無い項目"));
}
