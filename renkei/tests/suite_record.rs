//! `renkei suite key|record|verify|badge` as programs.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use serde_json::Value;
use tempfile::TempDir;

/// Refuses everything, politely, and cannot write.
const REFUSES: &str = r#"i=0
say() { printf '{"schema":"renkei.adapter/1","id":%d,%s}\n' "$i" "$1"; }
while IFS= read -r line; do
  i=$((i + 1))
  case $line in
    *'"request":"hello"'*) say '"answer":"hello","software":{"name":"見本ソフト","version":"1.0"},"roles":["service","kyotaku"],"own_fields":["UPPLAN.プラン担当者名"]' ;;
    *'"request":"reset"'*) say '"answer":"reset"' ;;
    *'"request":"import"'*) say '"answer":"import","receipt":{"records_in":0,"imported":0,"rejected":[{"file":"all","records":0,"reason":"no"}],"ignored":0,"replaced":0,"fields_truncated":0,"characters_replaced":0},"holds":{}' ;;
    *) say '"answer":"not_implemented","reason":"no"' ;;
  esac
done
"#;

/// The result of a few cases that pass, run once for all tests.
static RESULT: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let desk = Desk::new();
    assert_eq!(desk.result(&["--only", "refuse/s00"]), 0);
    fs::read(desk.at("result.json")).expect("written")
});

/// A folder with a key, and a way to run commands in it.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().expect("a folder"));
        assert_eq!(desk.code(&["suite", "key", "--out", "key.pem"]), 0);
        desk
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_renkei"));
        command.args(args).current_dir(self.0.path()).env_remove("RENKEI_LANG").output().expect("renkei starts")
    }

    fn code(&self, args: &[&str]) -> i32 {
        self.run(args).status.code().expect("it ends by itself")
    }

    /// A result of a few cases, with what else the arguments ask for.
    fn result(&self, args: &[&str]) -> i32 {
        let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus");
        let corpus = corpus.to_string_lossy().into_owned();
        let always = ["--format", "json", "--output", "result.json", "--corpus", &corpus, "--", "sh", "-c", REFUSES];
        self.code(&[&["suite", "run"], args, &always].concat())
    }

    /// A folder with the result of a few cases that pass.
    fn with_result() -> Self {
        let desk = Self::new();
        fs::write(desk.at("result.json"), &*RESULT).expect("written");
        desk
    }

    fn record(&self, args: &[&str]) -> i32 {
        let always = ["suite", "record", "result.json", "--key", "key.pem", "--subject", "key.pub.pem"];
        self.code(&[&always, args].concat())
    }

    fn verify(&self, args: &[&str]) -> Output {
        self.run(&[&["suite", "verify", "record.dsse.json", "--key", "key.pub.pem"], args].concat())
    }
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_run_is_recorded_verified_and_shown_as_a_badge() {
    let desk = Desk::with_result();
    assert_eq!(desk.record(&[]), 0);
    let verified = desk.verify(&[]);
    assert_eq!(verified.status.code(), Some(0), "{}", err(&verified));
    for told in ["確認済み", "見本ソフト 1.0", "4.1-1", "UPPLAN.プラン担当者名", "process", "refuse/s00", "自己検査"]
    {
        assert!(out(&verified).contains(told), "{told}\n{}", out(&verified));
    }
    assert!(out(&verified).contains("（事例集は一致）"), "ci/generated --write brings the digests up to date");
    assert!(
        desk.verify(&["--lang", "en"]).stdout.is_ascii() || out(&desk.verify(&["--lang", "en"])).contains("self-test")
    );
    assert_eq!(desk.code(&["suite", "badge", "record.dsse.json", "--key", "key.pub.pem"]), 0);
    let badge = fs::read_to_string(desk.at("badge.svg")).expect("written");
    assert!(badge.starts_with("<svg") && badge.contains("自己検査") && badge.contains("全 "), "{badge}");
}

#[test]
fn a_waiver_is_recorded_told_and_runs_out() {
    let desk = Desk::new();
    let entry =
        r#"{"id":"read/d2_basic-21","verdict":"fail","reason":"次の版で直す","owner":"開発課","expires":"2999-12-31"}"#;
    let baseline = format!(r#"{{"schema":"renkei.suite-baseline/1","entries":[{entry}]}}"#);
    fs::write(desk.at("baseline.json"), baseline).expect("written");
    let args = ["--only", "refuse/s0001", "--only", "read/d2_basic-21", "--baseline", "baseline.json"];
    assert_eq!(desk.result(&args), 0);
    assert_eq!(desk.record(&[]), 0);
    let verified = desk.verify(&[]);
    assert!(out(&verified).contains("次の版で直す（担当：開発課、期限：2999-12-31）"), "{}", out(&verified));
    let later = desk.verify(&["--at", "3000-01-01"]);
    assert_eq!(later.status.code(), Some(1));
    assert!(err(&later).contains("期限（2999-12-31）が過ぎています"), "{}", err(&later));
}

#[test]
fn a_run_that_fails_is_recorded_as_one_that_fails() {
    let desk = Desk::new();
    assert_eq!(desk.result(&["--only", "read/d2_basic-21"]), 1);
    assert_eq!(desk.record(&["--url", "https://example.com/runs/1", "--at", "2026-11-21"]), 1, "before it ended");
    assert_eq!(desk.record(&["--url", "https://example.com/runs/1"]), 0);
    let verified = desk.verify(&[]);
    assert!(out(&verified).contains("■ 不合格・判定できなかった事例 1"), "{}", out(&verified));
    let envelope: Value = serde_json::from_slice(&fs::read(desk.at("record.dsse.json")).expect("read")).expect("JSON");
    assert_eq!(envelope["payloadType"], "application/vnd.in-toto+json");
    assert_eq!(desk.code(&["suite", "badge", "record.dsse.json", "--key", "key.pub.pem"]), 0);
    let badge = fs::read_to_string(desk.at("badge.svg")).expect("written");
    assert!(badge.contains("合格 0/1") && badge.contains("#a40000"), "{badge}");
}

#[test]
fn nothing_but_a_record_that_stands_yields_a_badge() {
    let desk = Desk::with_result();
    assert_eq!(desk.record(&[]), 0);
    assert_eq!(desk.code(&["suite", "key", "--out", "other.pem"]), 0);
    let record = fs::read_to_string(desk.at("record.dsse.json")).expect("read");
    let mut touched: Value = serde_json::from_str(&record).expect("JSON");
    touched["payload"] = Value::from(touched["payload"].as_str().expect("text").replacen('A', "B", 1));
    fs::write(desk.at("touched.json"), touched.to_string()).expect("written");
    fs::write(desk.at("deep.json"), "[".repeat(300_000)).expect("written");
    fs::write(desk.at("huge.json"), vec![b' '; 5 << 20]).expect("written");
    for (record, key, code) in [
        ("touched.json", "key.pub.pem", 1),
        ("record.dsse.json", "other.pub.pem", 1),
        ("deep.json", "key.pub.pem", 2),
        ("huge.json", "key.pub.pem", 2),
        ("result.json", "key.pub.pem", 2),
        ("missing.json", "key.pub.pem", 2),
        ("record.dsse.json", "key.pem", 2),
        ("record.dsse.json", "missing.pem", 2),
        ("record.dsse.json", "result.json", 2),
    ] {
        let output = desk.run(&["suite", "badge", record, "--key", key, "--out", "bad.svg"]);
        assert_eq!(output.status.code(), Some(code), "{record} {key}: {}", err(&output));
        assert!(!err(&output).trim().is_empty() && !desk.at("bad.svg").exists(), "{record} {key}");
        assert_eq!(desk.code(&["suite", "verify", record, "--key", key]), code, "{record} {key}");
    }
    let late = ["suite", "badge", "record.dsse.json", "--key", "key.pub.pem", "--at", "3000-01-01", "--out", "ok.svg"];
    assert_eq!(desk.code(&late), 0, "without waivers nothing runs out");
}

#[test]
fn a_key_is_its_owners_is_never_overwritten_and_is_never_shown() {
    let desk = Desk::with_result();
    let mode = fs::metadata(desk.at("key.pem")).expect("there").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let secret = fs::read_to_string(desk.at("key.pem")).expect("read");
    let body = secret.lines().nth(1).expect("a second line").to_owned();
    let again = desk.run(&["suite", "key", "--out", "key.pem"]);
    assert_eq!(again.status.code(), Some(2));
    assert_eq!(fs::read_to_string(desk.at("key.pem")).expect("read"), secret);
    fs::remove_file(desk.at("key.pem")).expect("removed");
    assert_eq!(desk.code(&["suite", "key", "--out", "key.pem"]), 2, "the public half is there");
    assert!(!desk.at("key.pem").exists(), "no half of a pair is left");
    fs::write(desk.at("key.pem"), &secret).expect("written");
    fs::set_permissions(desk.at("key.pem"), fs::Permissions::from_mode(0o644)).expect("set");
    let output = desk.run(&["suite", "record", "result.json", "--key", "key.pem", "--subject-digest", &"a".repeat(64)]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(err(&output).contains("chmod 600"), "{}", err(&output));
    for output in [again, output] {
        assert!(!out(&output).contains(&body) && !err(&output).contains(&body));
    }
}

#[test]
fn what_cannot_be_recorded_is_told_plainly() {
    let desk = Desk::with_result();
    let record = |args: &[&str]| {
        let output = desk.run(&[&["suite", "record", "result.json"], args].concat());
        assert!(!err(&output).is_empty() && !desk.at("record.dsse.json").exists(), "{args:?}");
        output.status.code()
    };
    assert_eq!(record(&["--key", "key.pem"]), Some(2), "no subject");
    assert_eq!(record(&["--key", "key.pub.pem", "--subject", "."]), Some(2), "a public key");
    assert_eq!(record(&["--key", "key.pem", "--subject", "missing"]), Some(2));
    assert_eq!(record(&["--key", "key.pem", "--subject-digest", "12"]), Some(2));
    assert_eq!(record(&["--key", "key.pem", "--subject", ".", "--url", "file:///tmp"]), Some(2));
    assert_eq!(record(&["--key", "key.pem", "--subject", ".", "--at", "yesterday"]), Some(2));
    let text = fs::read_to_string(desk.at("result.json")).expect("read");
    fs::write(
        desk.at("result.json"),
        text.replace("\"verdict\":\"pass\",\"software\"", "\"verdict\":\"fail\",\"software\""),
    )
    .expect("written");
    assert_eq!(record(&["--key", "key.pem", "--subject", "."]), Some(2), "a result that was touched");
}
