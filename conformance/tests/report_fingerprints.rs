//! The fingerprints of SARIF: the same finding is known again, and nobody is known from it.

use std::fs;
use std::path::Path;

use conformance::judge::{CheckRun, Quiet};
use conformance::report::{Format, Options, write};
use serde_json::Value;

const NAME: &str = "DLTPLAN_202505_9970000001_43_9970000002_15_20250427163800.CSV";

/// The fingerprints of the findings about field No.4 of these records.
fn fingerprints(name: &str, records: &str) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join(name), records).expect("written");
    sarif(folder.path())["runs"][0]["results"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|result| result["properties"]["field"] == 4)
        .map(|result| result["partialFingerprints"]["renkei/v1"].as_str().expect("a text").to_owned())
        .collect()
}

fn sarif(path: &Path) -> Value {
    let run = CheckRun { paths: vec![path.to_path_buf()], ..CheckRun::default() };
    let mut out = Vec::new();
    write(Format::Sarif, &run.run(&Quiet), &Options::default(), &mut out).expect("a vector takes everything");
    serde_json::from_slice(&out).expect("JSON")
}

#[test]
fn a_finding_is_known_again_in_the_next_run_after_moves_and_in_a_new_export() {
    let alone = fingerprints(NAME, "202407,987099,0000214364,202513\r\n");
    assert_eq!(alone.len(), 1);
    assert_eq!(fingerprints(NAME, "202407,987099,0000214364,202513\r\n"), alone, "the same run again");
    let moved = fingerprints(NAME, "202407,987098,0000214365,202505\r\n202407,987099,0000214364,202513\r\n");
    assert_eq!(moved, alone, "another record before it");
    let renamed = NAME.replace("20250427163800", "20250501090000");
    assert_eq!(fingerprints(&renamed, "202407,987099,0000214364,202513\r\n"), alone, "another serial");
}

#[test]
fn different_findings_have_different_fingerprints_and_alike_ones_are_numbered() {
    let two = fingerprints(NAME, "202407,987099,0000214364,202513\r\n202407,987098,0000214364,202513\r\n");
    assert_eq!(two.len(), 2);
    assert_ne!(two[0], two[1], "another insurer");
    let alike = fingerprints(NAME, "202407,987099,0000214364,202513\r\n202407,987099,0000214365,202513\r\n");
    assert_eq!(alike[0].split(':').next(), alike[1].split(':').next());
    assert!(alike[0].ends_with(":1") && alike[1].ends_with(":2"), "{alike:?}");
}

#[test]
fn a_fingerprint_does_not_depend_on_a_private_value() {
    let one = fingerprints(NAME, "202407,987099,0000214364,202513\r\n");
    let other = fingerprints(NAME, "202407,987099,9999999999,202513\r\n");
    assert_eq!(one, other, "else the number could be guessed back");
}
