//! `renkei demo` as a newcomer runs it: one command in a folder of their own.

mod process;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use process::{Up, identity, open_mailbox, renkei};

fn demo(folder: &Path, args: &[&str]) -> Output {
    renkei().current_dir(folder).arg("demo").args(args).output().expect("the binary runs")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}

/// All files below a folder, by their paths from there.
fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path).into_iter().map(|below| format!("{}/{below}", name(&path))));
        } else {
            found.push(name(&path));
        }
    }
    found.sort();
    found
}

fn name(path: &Path) -> String {
    path.file_name().expect("a name").to_string_lossy().into_owned()
}

#[test]
fn a_newcomer_sees_the_plan_travel_and_come_back_as_actuals() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = demo(folder.path(), &[]);
    let said = text(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{said}{}", text(&output.stderr));
    for words in [
        "訓練用",
        "https://127.0.0.1:",
        "9970000001",
        "9970000002",
        "相互TLS",
        "1バイトも違いません",
        "が予定にあり、",
        "中継が断りました：Word・Excel・PowerPoint",
        "標準仕様に反するところは見つかりませんでした。",
        "16 ファイル",
        "自己点検の記録であり、公式の認証ではありません。",
    ] {
        assert!(said.contains(words), "{words} is missing in\n{said}");
    }
    let steps = said.lines().filter(|line| line.trim_start().starts_with(|c: char| c.is_ascii_digit())).count();
    assert!(steps >= 14, "{said}");
    assert!(!said.contains('×') && output.stderr.is_empty());
}

#[test]
fn what_was_received_is_what_was_sent_and_both_reports_are_there() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(demo(folder.path(), &["--out", "out"]).status.code(), Some(0));
    let out = folder.path().join("out");
    for (from, to, count) in [("care-manager", "day-service", 7), ("day-service", "care-manager", 1)] {
        let (sent, received) = (out.join(from).join("sent"), out.join(to).join("received"));
        assert_eq!(files(&sent).len(), count);
        assert_eq!(files(&sent), files(&received));
        for file in files(&sent) {
            assert_eq!(fs::read(sent.join(&file)).expect("sent"), fs::read(received.join(&file)).expect("received"));
        }
    }
    let html = fs::read_to_string(out.join("report.html")).expect("a report");
    let junit = fs::read_to_string(out.join("report.junit.xml")).expect("a report");
    assert!(html.contains("UPPLAN") && junit.contains("<testcase"));
    for private in ["見本　花子", "ミホン", "架空　次郎", "カクウ", "0000000101", "19410512", "00-0000-0101"]
    {
        assert!(!html.contains(private) && !junit.contains(private), "{private}");
    }
    assert!(!junit.contains("<failure") && !junit.contains("<error"));
}

#[test]
fn the_files_that_the_demonstration_leaves_pass_the_check_of_the_same_binary() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(demo(folder.path(), &[]).status.code(), Some(0));
    for side in ["care-manager", "day-service"] {
        let checked = renkei().current_dir(folder.path()).args(["check", &format!("renkei-demo/{side}")]).output();
        let checked = checked.expect("the binary runs");
        assert_eq!(checked.status.code(), Some(0), "{}", text(&checked.stdout));
    }
}

#[test]
fn a_second_run_replaces_the_first_and_speaks_english_if_asked() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(demo(folder.path(), &[]).status.code(), Some(0));
    let again = demo(folder.path(), &["--lang", "en"]);
    let said = text(&again.stdout);
    assert_eq!(again.status.code(), Some(0), "{said}");
    assert!(said.contains("Nothing against the standard was found.") && said.contains("no official certification"));
    assert_eq!(files(&folder.path().join("renkei-demo/day-service/received")).len(), 7);
}

#[test]
fn a_folder_that_holds_something_else_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let theirs = folder.path().join("renkei-demo");
    fs::create_dir(&theirs).expect("made");
    fs::write(theirs.join("report.html"), "theirs").expect("written");
    let refused = demo(folder.path(), &[]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("--out"), "{}", text(&refused.stderr));
    assert_eq!(fs::read_to_string(theirs.join("report.html")).expect("still there"), "theirs");
}

#[test]
fn a_place_that_cannot_be_written_to_is_exit_code_2() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a-file"), "").expect("written");
    let refused = demo(folder.path(), &["--out", "a-file/below"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(!refused.stderr.is_empty() && !text(&refused.stdout).contains("判定"));
}

#[cfg(unix)]
#[test]
fn the_relay_stays_up_if_asked_and_the_certificates_open_it() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().expect("a folder");
    let mut command = renkei();
    let up = Up::start(command.current_dir(folder.path()).args(["demo", "--keep"]), "Ctrl-C");
    let clients = folder.path().join("renkei-demo/clients");
    let (cert, key) = identity(&clients, "9970000002");
    assert_eq!(open_mailbox(up.address("https://"), &clients.join("ca.pem"), &cert, &key), Ok(()));
    assert_eq!(fs::metadata(&key).expect("a key").permissions().mode() & 0o777, 0o600);
    let curl = up.said.lines().find(|line| line.trim_start().starts_with("curl ")).expect("how to open it");
    assert!(curl.contains("renkei-demo/clients/9970000001/key.pem"));
    let meanwhile = Command::new(env!("CARGO_BIN_EXE_renkei")).current_dir(folder.path()).arg("demo").output();
    assert_eq!(meanwhile.expect("the binary runs").status.code(), Some(2), "the folder is in use");
    assert_eq!(up.stop(), Some(0));
}
