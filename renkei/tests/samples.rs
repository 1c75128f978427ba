//! The cases of the corpus: what `renkei check` says of each folder agrees with its `case.json`.
//! Folders are found by walking, so a new case needs no code.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;
use serde_json::Value;

/// The parts of `case.json` that decide.
#[derive(Deserialize)]
struct Case {
    id: String,
    expect: String,
    #[serde(rename = "where")]
    spots: Vec<Spot>,
}

/// One place where a finding may point; a missing part is not asked about.
#[derive(Deserialize)]
struct Spot {
    file: Option<String>,
    record: Option<u64>,
    field: Option<u64>,
}

/// A finding as outside tools see it: with the base name of the file it points at, if any.
struct Found {
    file: Option<String>,
    record: Option<u64>,
    field: Option<u64>,
    severity: String,
    rule: String,
}

struct Judged {
    exit: Option<i32>,
    verdict: String,
    found: Vec<Found>,
}

#[test]
fn every_case_is_judged_as_it_expects() {
    let folders = folders();
    assert!(folders.len() >= 600, "only {} cases were found", folders.len());
    let wrong: Vec<String> = folders.iter().filter_map(|folder| disagreement(folder)).collect();
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), folders.len(), wrong.join("\n"));
}

#[test]
fn the_cases_hold_every_kind_of_file() {
    let names: Vec<String> = folders().iter().flat_map(|folder| files(folder)).map(|path| base_name(&path)).collect();
    for kind in careplan::layout::Kind::ALL {
        let head = format!("{}_", kind.code());
        assert!(names.iter().any(|name| name.starts_with(&head)), "no sample holds {}", kind.code());
    }
}

/// Every folder of the corpus that has a `case.json`, in order.
fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus");
    let mut open = vec![root];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        if folder.join("case.json").is_file() {
            found.push(folder.clone());
        }
        open.extend(entries(&folder).into_iter().filter(|path| path.is_dir()));
    }
    found.sort();
    found
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

/// The files of one exchange.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> = entries(folder).into_iter().filter(|path| path.is_file()).collect();
    files.retain(|path| !path.ends_with("case.json"));
    files.sort();
    files
}

fn base_name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

fn disagreement(folder: &Path) -> Option<String> {
    let case: Case = serde_json::from_slice(&fs::read(folder.join("case.json")).unwrap()).unwrap();
    let judged = check(&files(folder));
    let why = why_not(&case, &judged)?;
    let said: Vec<String> = judged
        .found
        .iter()
        .filter(|found| found.severity != "info")
        .map(|found| format!("{} {} {:?} {:?} {:?}", found.severity, found.rule, found.file, found.record, found.field))
        .collect();
    Some(format!("{}: {why}; exit {:?}, {}", case.id, judged.exit, said.join(", ")))
}

fn why_not(case: &Case, judged: &Judged) -> Option<String> {
    let errors: Vec<&Found> = judged.found.iter().filter(|found| found.severity == "error").collect();
    let agreed = match case.expect.as_str() {
        "conformant" => errors.is_empty() && judged.exit == Some(0) && judged.verdict == "conformant",
        "error" if errors.is_empty() || judged.exit != Some(1) => false,
        "error" if !is_located(&errors, &case.spots) => return Some("no error points at the defect".to_owned()),
        "error" => judged.verdict == "nonconformant",
        "warning" => judged.exit != Some(2) && judged.found.iter().any(|found| found.severity != "info"),
        // What the standard leaves open is never held against anyone.
        "either" => errors.is_empty() && judged.exit == Some(0),
        other => return Some(format!("unknown expectation {other}")),
    };
    (!agreed).then(|| format!("expected {}", case.expect))
}

/// Whether one of the errors stands at one of the places; no places at all ask for nothing.
fn is_located(errors: &[&Found], spots: &[Spot]) -> bool {
    let at = |spot: &Spot, found: &Found| {
        let file = match (&spot.file, &found.file) {
            (Some(wanted), Some(file)) => wanted.eq_ignore_ascii_case(file),
            _ => true,
        };
        let record = spot.record.is_none() || found.record.is_none() || spot.record == found.record;
        file && record && (spot.field.is_none() || spot.field == found.field)
    };
    spots.is_empty() || spots.iter().any(|spot| errors.iter().any(|found| at(spot, found)))
}

fn check(files: &[PathBuf]) -> Judged {
    let mut args: Vec<OsString> = ["check", "--format", "json"].map(OsString::from).to_vec();
    args.extend(files.iter().map(OsString::from));
    let output = Command::new(env!("CARGO_BIN_EXE_renkei")).args(args).output().unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut found = Vec::new();
    for file in list(&report, "files") {
        let path = file["path"].as_str().map(name_of);
        found.extend(list(file, "findings").map(|finding| read(finding, path.clone())));
    }
    for set in list(&report, "sets") {
        for finding in list(set, "findings") {
            match finding["file"].as_str() {
                Some(path) => found.push(read(finding, Some(name_of(path)))),
                // A finding of the set as a whole counts for each of its files.
                None => found.extend(list(set, "files").map(|path| read(finding, path.as_str().map(name_of)))),
            }
        }
    }
    found.extend(list(&report, "findings").map(|finding| read(finding, None)));
    Judged { exit: output.status.code(), verdict: report["verdict"].as_str().unwrap().to_owned(), found }
}

fn list<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = &'v Value> {
    value[key].as_array().unwrap().iter()
}

fn name_of(path: &str) -> String {
    base_name(Path::new(path))
}

fn read(finding: &Value, file: Option<String>) -> Found {
    let text = |key: &str| finding[key].as_str().unwrap().to_owned();
    Found {
        file,
        record: finding["record"].as_u64(),
        field: finding["field"].as_u64(),
        severity: text("severity"),
        rule: text("rule"),
    }
}
