//! `renkei coverage`, held against the built binary.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn renkei(args: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_renkei"))
        .args(args)
        .current_dir(folder)
        .env_remove("RENKEI_LANG")
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

#[test]
fn the_corpus_of_the_current_folder_is_covered_and_the_exit_code_is_0() {
    let japanese = renkei(&["coverage"], root());
    assert_eq!(japanese.status.code(), Some(0));
    assert!(String::from_utf8(japanese.stdout).unwrap().starts_with("足りないものはありません"));
    let english = renkei(&["coverage", "--lang", "en"], root());
    assert!(String::from_utf8(english.stdout).unwrap().starts_with("Nothing is missing"));
    let json = renkei(&["coverage", "--format", "json"], root());
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(json["missing"], serde_json::json!([]));
}

#[test]
fn a_corpus_that_lacks_cases_is_exit_code_1_and_what_is_missing_stands_first() {
    let corpus = root().join("corpus/samples");
    let output = renkei(&["coverage", "--corpus", corpus.to_str().unwrap()], root());
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("! "));
}

#[test]
fn a_missing_empty_or_broken_corpus_is_exit_code_2_and_told_in_the_language_of_the_user() {
    let folder = tempfile::tempdir().unwrap();
    let missing = renkei(&["coverage"], folder.path());
    assert_eq!(missing.status.code(), Some(2));
    assert!(String::from_utf8(missing.stderr).unwrap().contains("見つかりません"));
    fs::create_dir(folder.path().join("corpus")).unwrap();
    let empty = renkei(&["coverage", "--lang", "en"], folder.path());
    assert_eq!((empty.status.code(), empty.stdout.len()), (Some(2), 0));
    assert!(String::from_utf8(empty.stderr).unwrap().contains("holds no case"));
    fs::write(folder.path().join("corpus/case.json"), "{").unwrap();
    let broken = renkei(&["coverage"], folder.path());
    assert_eq!(broken.status.code(), Some(2));
    assert!(String::from_utf8(broken.stderr).unwrap().contains("case.json"));
}
