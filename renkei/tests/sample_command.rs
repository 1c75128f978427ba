//! `renkei sample`, held against the built binary, and what `renkei check` says of its output.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use conformance::story::STORIES;

fn renkei(args: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_renkei"))
        .args(args)
        .current_dir(folder)
        .env_remove("RENKEI_LANG")
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    entries.map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())).collect()
}

#[test]
fn without_a_story_all_stories_are_listed_in_the_language_of_the_user() {
    let folder = tempfile::tempdir().unwrap();
    let japanese = renkei(&["sample"], folder.path());
    let english = renkei(&["sample", "--lang", "en"], folder.path());
    let (japanese, english) =
        [japanese, english].map(|output| (output.status.code(), String::from_utf8(output.stdout).unwrap())).into();
    assert_eq!((japanese.0, english.0), (Some(0), Some(0)));
    for story in STORIES {
        assert!(japanese.1.contains(story.id) && japanese.1.contains(story.title.ja), "{}", story.id);
        assert!(english.1.contains(story.title.en), "{}", story.id);
    }
}

#[test]
fn the_same_seed_writes_the_same_bytes_and_another_seed_takes_their_place() {
    let folder = tempfile::tempdir().unwrap();
    let write = |seed| renkei(&["sample", "kyotaku-full", "--seed", seed, "--out", "one"], folder.path());
    assert_eq!(write("7").status.code(), Some(0));
    let first = files(&folder.path().join("one"));
    assert_eq!(write("8").status.code(), Some(0));
    let other = files(&folder.path().join("one"));
    assert!(first.keys().filter(|name| *name != "case.json").all(|name| !other.contains_key(name)));
    assert_eq!(write("7").status.code(), Some(0));
    assert_eq!(files(&folder.path().join("one")), first);
}

#[test]
fn a_folder_with_other_files_is_left_alone_unless_forced() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("letter.txt"), "mine").unwrap();
    let refused = renkei(&["sample", "seiho", "--out", "."], folder.path());
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8(refused.stderr).unwrap().contains("--force"));
    assert_eq!(files(folder.path()).len(), 1);
    assert_eq!(renkei(&["sample", "seiho", "--out", ".", "--force"], folder.path()).status.code(), Some(0));
    assert_eq!(files(folder.path()).get("letter.txt").map(Vec::as_slice), Some(&b"mine"[..]));
}

#[test]
fn what_an_earlier_run_wrote_beside_something_else_is_no_longer_ours_alone() {
    let folder = tempfile::tempdir().unwrap();
    let write = || renkei(&["sample", "seiho"], folder.path()).status.code();
    assert_eq!(write(), Some(0));
    fs::write(folder.path().join("seiho-1/letter.txt"), "mine").unwrap();
    assert_eq!(write(), Some(2));
}

#[test]
fn a_story_that_does_not_exist_and_a_seed_that_is_no_number_are_exit_code_2() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(renkei(&["sample", "no-such-story"], folder.path()).status.code(), Some(2));
    assert_eq!(renkei(&["sample", "seiho", "--seed", "x"], folder.path()).status.code(), Some(2));
    assert!(files(folder.path()).is_empty());
}

#[test]
fn every_folder_of_the_corpus_of_sets_is_conformant() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus/sets");
    for story in STORIES {
        let folder = root.join(format!("{}-1", story.id));
        let output = renkei(&["check", "--deny", "warnings", "--format", "json", "."], &folder);
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(report["verdict"], "conformant", "{}", story.id);
        assert_eq!(output.status.code(), Some(0), "{}", story.id);
    }
}
