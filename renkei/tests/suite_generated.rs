//! `renkei suite run --generated` as a program: the seed comes first, what fails is kept, and replays
//! anywhere. The software under test is a shell script that refuses everything, politely.
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

const REFUSES: &str = r#"i=0
say() { printf '{"schema":"renkei.adapter/1","id":%d,%s}\n' "$i" "$1"; }
while IFS= read -r line; do
  i=$((i + 1))
  case $line in
    *'"request":"hello"'*) say '"answer":"hello","software":{"name":"sh","version":"1"},"roles":["kyotaku","service","houkatsu","yobo_service"]' ;;
    *'"request":"reset"'*) say '"answer":"reset"' ;;
    *'"request":"import"'*) say '"answer":"import","receipt":{"records_in":0,"imported":0,"rejected":[{"file":"all","records":0,"reason":"no"}],"ignored":0,"replaced":0,"fields_truncated":0,"characters_replaced":0},"holds":{}' ;;
    *) say '"answer":"not_implemented","reason":"no"' ;;
  esac
done
"#;

/// Runs `renkei suite` in a folder. The script plays all roles: whatever the seed, every case is run.
fn suite(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_renkei"));
    command.arg("suite").args(args).args(["--stay", "--", "sh", "-c", REFUSES]);
    command.current_dir(folder).env_remove("RENKEI_LANG").output().expect("renkei starts")
}

fn run(folder: &Path, args: &[&str]) -> (Option<i32>, Value, String) {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus");
    let corpus = corpus.to_string_lossy();
    let fixed = ["run", "--corpus", &corpus, "--classes", "generated", "--format", "json"];
    let output = suite(folder, &[&fixed, args].concat());
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let json = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}\n{said}"));
    (output.status.code(), json, said)
}

fn ids(json: &Value) -> Vec<&str> {
    json["cases"].as_array().expect("a list").iter().filter_map(|case| case["id"].as_str()).collect()
}

#[test]
fn the_seed_comes_first_and_what_fails_is_kept_and_replays_without_a_corpus() {
    let folder = tempfile::tempdir().expect("a folder");
    let (code, json, said) = run(folder.path(), &["--generated", "6", "--seed", "7"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.lines().next().is_some_and(|line| line.contains("--generated 6 --seed 7")), "{said}");
    assert_eq!(json["generated"], serde_json::json!({"seed": "7", "count": 6}));
    let cases = json["cases"].as_array().expect("a list");
    assert!(cases.iter().all(|case| case["scored"] == false && case["class"] == "generated"));
    let failed = cases.iter().find(|case| case["verdict"] == "fail").expect("one that was refused");
    let id = failed["id"].as_str().expect("an id");
    let kept = folder.path().join("renkei-suite-failures").join(id.replace('/', "-"));
    assert!(kept.join("case.json").is_file() && said.contains(id), "{said}");

    let elsewhere = tempfile::tempdir().expect("a folder");
    let moved = elsewhere.path().join("carried");
    fs::rename(&kept, &moved).expect("carried to another place");
    // From the folder, and from nothing but the id: what the seed gives, before it was made smaller.
    for name in [&*moved.to_string_lossy(), &*moved.join("case.json").to_string_lossy(), id] {
        let output = suite(elsewhere.path(), &["replay", name]);
        assert_eq!(output.status.code(), Some(1), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    }
    fs::write(moved.join("case.json"), "{}").expect("written");
    assert_eq!(suite(elsewhere.path(), &["replay", &moved.to_string_lossy()]).status.code(), Some(2));
}

#[test]
fn shares_are_together_the_whole_and_a_seed_is_chosen_where_none_is_given() {
    let folder = tempfile::tempdir().expect("a folder");
    let series = ["--generated", "5", "--seed", "3"];
    let (_, whole, _) = run(folder.path(), &series);
    let shares = ["1/2", "2/2"].map(|share| run(folder.path(), &[&series[..], &["--shard", share]].concat()).1);
    let mut both: Vec<&str> = shares.iter().flat_map(ids).collect();
    let mut all = ids(&whole);
    both.sort_unstable();
    all.sort_unstable();
    assert_eq!(both, all);
    let (_, chosen, said) = run(folder.path(), &["--generated", "2"]);
    let seed = chosen["generated"]["seed"].as_str().expect("a seed");
    assert!(said.starts_with("生成する事例：2 件") && said.contains(&format!("--seed {seed}")), "{said}");
}

#[test]
fn a_seed_without_a_number_and_too_many_cases_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    for args in [&["run", "--seed", "3"][..], &["run", "--generated", "0"], &["run", "--generated", "5001"]] {
        assert_eq!(suite(folder.path(), args).status.code(), Some(2), "{args:?}");
    }
}
