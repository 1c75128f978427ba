//! `renkei suite` as a program: what it prints, writes and ends with. The software under test is a
//! shell script.
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

/// Refuses everything, politely.
const REFUSES: &str = r#"i=0
say() { printf '{"schema":"renkei.adapter/1","id":%d,%s}\n' "$i" "$1"; }
while IFS= read -r line; do
  i=$((i + 1))
  case $line in
    *'"request":"hello"'*) say '"answer":"hello","software":{"name":"sh","version":"1"},"roles":["service","kyotaku"]' ;;
    *'"request":"reset"'*) say '"answer":"reset"' ;;
    *'"request":"import"'*) say '"answer":"import","receipt":{"records_in":0,"imported":0,"rejected":[{"file":"all","records":0,"reason":"no"}],"ignored":0,"replaced":0,"fields_truncated":0,"characters_replaced":0},"holds":{}' ;;
    *) say '"answer":"not_implemented","reason":"no"' ;;
  esac
done
"#;

fn suite(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_renkei"));
    command.arg("suite").args(args).env_remove("RENKEI_LANG");
    command.output().expect("renkei starts")
}

/// A subcommand with the script as the software under test.
fn with_script(args: &[&str]) -> Output {
    suite(&[args, &["--", "sh", "-c", REFUSES]].concat())
}

fn code(output: &Output) -> Option<i32> {
    output.status.code()
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn what_passes_ends_with_0_what_fails_with_1_and_what_is_not_judged_with_2() {
    assert_eq!(code(&with_script(&["run", "--only", "refuse/s00"])), Some(0));
    let failed = with_script(&["run", "--only", "read/d2_basic-21"]);
    assert_eq!(code(&failed), Some(1));
    assert!(out(&failed).contains("適合する組が拒否されました"), "{}", out(&failed));
    assert_eq!(code(&suite(&["run", "--only", "read/", "--", "no-such-program"])), Some(2));
    assert_eq!(code(&with_script(&["run", "--only", "no/such/case"])), Some(2));
    assert_eq!(code(&with_script(&["run", "--roles", "houkatsu"])), Some(2), "a role that it does not play");
    assert_eq!(code(&with_script(&["run", "--requirements", "9.9-1"])), Some(2));
    assert_eq!(code(&suite(&["run"])), Some(2), "no software");
}

#[test]
fn all_reports_come_from_one_run_and_english_is_english() {
    let folder = tempfile::tempdir().expect("a folder");
    let json = folder.path().join("a.json");
    let html = folder.path().join("a.html");
    let paths = [&json, &html].map(|path| path.to_string_lossy().into_owned());
    let output = with_script(&[
        "run",
        "--lang",
        "en",
        "--only",
        "refuse/s00",
        "--format",
        "text",
        "--output",
        "-",
        "--format",
        "json",
        "--output",
        &paths[0],
        "--format",
        "html",
        "--output",
        &paths[1],
    ]);
    assert_eq!(code(&output), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(out(&output).contains("self-test") && !out(&output).contains("自己検査"), "{}", out(&output));
    let document: Value = serde_json::from_slice(&fs::read(json).expect("written")).expect("JSON");
    assert_eq!((&document["schema"], &document["verdict"]), (&"renkei.suite/1".into(), &"pass".into()));
    assert!(fs::read_to_string(html).expect("written").contains("refuse/"));
}

#[test]
fn the_list_tells_what_a_run_would_take() {
    let output = suite(&["list", "--format", "json", "--patterns", "D4-D5", "--roles", "kyotaku"]);
    assert_eq!(code(&output), Some(0));
    let document: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let cases = document["cases"].as_array().expect("a list");
    assert!(cases.iter().any(|case| case["scored"] == true) && cases.len() > 20);
    for case in cases {
        assert_eq!(case["roles"], serde_json::json!(["kyotaku"]), "{case}");
    }
    assert!(out(&suite(&["list", "--classes", "relay"])).lines().all(|line| line.starts_with("relay/")));
}

#[test]
fn the_doctor_finds_what_is_not_in_place() {
    assert_eq!(code(&with_script(&["doctor"])), Some(0));
    let folder = tempfile::tempdir().expect("a folder");
    let baseline = folder.path().join("baseline.json");
    fs::write(&baseline, "{}").expect("written");
    let output = with_script(&["doctor", "--baseline", &baseline.to_string_lossy()]);
    assert_eq!(code(&output), Some(2));
    assert!(out(&output).contains("要確認") && out(&output).contains("baseline.json"), "{}", out(&output));
    assert_eq!(code(&suite(&["doctor", "--", "sh", "-c", "exit 4"])), Some(2));
}

#[test]
fn an_adapter_is_described_in_a_file_and_a_slip_in_it_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("adapter.json");
    fs::write(folder.path().join("adapter.sh"), REFUSES).expect("written");
    let document = r#"{"schema":"renkei.suite-adapter/1","kind":"process","command":["sh","adapter.sh"],"stays":true,"seconds":9}"#;
    fs::write(&file, document).expect("written");
    let path = file.to_string_lossy().into_owned();
    assert_eq!(code(&suite(&["run", "--only", "refuse/s00", "--adapter", &path])), Some(0));
    fs::write(&file, document.replace("stays", "stay")).expect("written");
    let output = suite(&["run", "--adapter", &path]);
    assert_eq!(code(&output), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("stay"));
}

#[test]
fn a_replay_shows_what_is_said_and_keeps_the_files() {
    let output = with_script(&["replay", "read/d2_basic-21"]);
    assert_eq!(code(&output), Some(1));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("→ import") && said.contains("← import"), "{said}");
    let folder = said.lines().find_map(|line| line.strip_prefix("ファイルの置き場所：")).expect("it is told");
    assert!(fs::read_dir(Path::new(folder).join("1")).expect("kept").count() > 1);
    fs::remove_dir_all(Path::new(folder).parent().expect("its parent")).expect("removed");
    assert_eq!(code(&with_script(&["replay", "no/such/case"])), Some(2));
}
