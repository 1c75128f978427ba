//! The oracles of `fuzz/`, replayed: over the whole corpus, and over every seed, among them
//! everything that was ever found.

use std::fs;
use std::path::{Path, PathBuf};

use careplan::oracle::{Entry, Feed, Oracle};
use conformance::mutation::corpus_cases;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn all() -> impl Iterator<Item = &'static Oracle> {
    careplan::oracle::ORACLES.iter().chain(conformance::oracle::ORACLES).chain(mock_server::oracle::ORACLES)
}

/// The inputs that the corpus makes for these oracles, judged; how many there were.
fn replay(oracles: &[Oracle]) -> usize {
    let cases = corpus_cases(&root().join("corpus")).unwrap();
    let mut inputs = 0;
    for case in &cases {
        let files: Vec<_> = case.base.files.iter().map(|file| Entry { name: &file.name, bytes: &file.bytes }).collect();
        for oracle in oracles {
            for input in oracle.feed.inputs(&files) {
                inputs += 1;
                if let Err(why) = (oracle.judge)(&input) {
                    panic!("{} of {}: {why}", oracle.name, case.base.id);
                }
            }
        }
    }
    inputs
}

#[test]
fn the_format_holds_over_the_corpus() {
    assert!(replay(careplan::oracle::ORACLES) > 5_000);
}

#[test]
fn the_suite_holds_over_the_corpus() {
    assert!(replay(conformance::oracle::ORACLES) > 500);
}

#[test]
fn every_oracle_holds_over_its_seeds() {
    for oracle in all() {
        let folder = root().join("fuzz/seeds").join(oracle.name);
        let mut seeds: Vec<_> = fs::read_dir(&folder).unwrap().map(|seed| seed.unwrap().path()).collect();
        seeds.sort();
        assert!(!seeds.is_empty(), "{} has no seeds", oracle.name);
        for seed in seeds {
            if let Err(why) = (oracle.judge)(&fs::read(&seed).unwrap()) {
                panic!("{}: {why}", seed.display());
            }
        }
    }
}

#[test]
fn every_oracle_is_a_fuzz_target_and_every_target_an_oracle() {
    let names = |folder: &str| {
        let entries = fs::read_dir(root().join("fuzz").join(folder)).unwrap();
        let stem = |path: PathBuf| path.file_stem().unwrap().to_string_lossy().into_owned();
        let mut names: Vec<_> = entries.map(|entry| stem(entry.unwrap().path())).collect();
        names.sort();
        names
    };
    let mut oracles: Vec<_> = all().map(|oracle| oracle.name.to_owned()).collect();
    oracles.sort();
    assert_eq!(names("fuzz_targets"), oracles);
    assert_eq!(names("seeds"), oracles);
    let manifest = fs::read_to_string(root().join("fuzz/Cargo.toml")).unwrap();
    for name in &oracles {
        assert!(manifest.contains(&format!("path = \"fuzz_targets/{name}.rs\"")), "{name} is not in the manifest");
    }
}

#[test]
fn an_oracle_without_a_feed_is_fed_by_its_seeds_alone() {
    let files = [Entry { name: "a.CSV", bytes: b"1\r\n" }];
    for oracle in all() {
        assert_eq!(oracle.feed.inputs(&files).is_empty(), oracle.feed == Feed::Nothing, "{}", oracle.name);
    }
}
