//! What `renkei check` writes: forms, files, languages, and exit codes when it cannot.

use std::fs;
use std::path::PathBuf;

use crate::common::{NAME, RECORD, code, command, json, renkei};

fn one_file() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(NAME);
    fs::write(&path, RECORD).expect("written");
    (folder, path)
}

fn keys(value: &serde_json::Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

#[test]
fn the_json_document_has_exactly_the_keys_of_the_contract() {
    let (_folder, path) = one_file();
    let (_, document) = json(&path);
    let mut expected = vec!["schema", "spec", "verdict", "files", "sets", "findings", "totals"];
    expected.sort_unstable();
    assert_eq!(keys(&document), expected);
    assert_eq!(document["schema"], "renkei.check/1");
    assert_eq!(document["spec"], "4.1");
    assert_eq!(keys(&document["files"][0]), ["findings", "kind", "path", "records", "sha256"]);
    assert_eq!(keys(&document["totals"]), ["errors", "files", "infos", "records", "warnings"]);
    assert_eq!(document["files"][0]["path"], path.display().to_string());
    assert_eq!(document["files"][0]["sha256"].as_str().map(str::len), Some(64));
    let (_, missing) = json(std::path::Path::new("missing"));
    let finding =
        ["byte", "field", "field_name", "line", "message", "reading", "record", "rule", "severity", "source", "value"];
    assert_eq!(keys(&missing["findings"][0]), finding);
}

#[test]
fn several_reports_can_be_written_in_one_run() {
    let (folder, path) = one_file();
    let target = |name: &str| folder.path().join(name).display().to_string();
    let path = path.display().to_string();
    let (a, b, c) = (target("a.xml"), target("b.sarif"), target("c.html"));
    let args = [
        "check", &path, "--format", "junit", "--output", &a, "--format", "sarif", "--output", &b, "--format", "html",
        "--output", &c, "--format", "json",
    ];
    let output = renkei(args);
    assert!((0..=2).contains(&code(&output)));
    assert!(fs::read_to_string(a).expect("read").contains("<testsuites"));
    let sarif: serde_json::Value = serde_json::from_slice(&fs::read(b).expect("read")).expect("JSON");
    assert_eq!(sarif["version"], "2.1.0");
    assert!(fs::read_to_string(c).expect("read").trim_end().ends_with("</html>"));
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(document["schema"], "renkei.check/1");
}

#[test]
fn bad_usage_is_2_with_a_sentence_in_the_language_asked_for() {
    let cases: &[&[&str]] = &[
        &[],
        &["check"],
        &["chek", "x"],
        &["check", "x", "--format", "pdf"],
        &["check", "x", "--nonsense"],
        &["check", "x", "--output", "a", "--output", "b"],
        &["check", "x", "--format", "json", "--format", "html"],
        &["check", "x", "--format", "json", "--output", "a", "--format", "html", "--output", "a"],
        &["check", "x", "--deny", "errors"],
        &["check", "x", "--threads", "0"],
        &["--lang", "fr", "check", "x"],
    ];
    for args in cases {
        let output = renkei(*args);
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(code(&output), 2, "{args:?}");
        assert!(output.stdout.is_empty() && !message.is_ascii(), "{args:?}: {message}");
        let english = command(*args).env("RENKEI_LANG", "en").output().expect("renkei starts");
        assert_eq!(code(&english), 2, "{args:?}");
        assert!(english.stderr.is_ascii() && !english.stderr.is_empty(), "{args:?}");
    }
}

#[test]
fn help_and_version_are_0_in_both_languages() {
    for args in [&["--help"][..], &["check", "--help"], &["--version"]] {
        let output = renkei(args);
        assert_eq!(code(&output), 0, "{args:?}");
        assert!(output.stderr.is_empty() && !output.stdout.is_empty());
    }
    assert!(String::from_utf8_lossy(&renkei(["--help"]).stdout).contains("使い方"));
    assert!(renkei(["check", "--help", "--lang", "en"]).stdout.is_ascii());
}

#[test]
fn a_target_that_cannot_be_written_is_2_and_leaves_nothing() {
    let (folder, path) = one_file();
    let path = path.display().to_string();
    let missing = folder.path().join("no/such/folder.json").display().to_string();
    for target in [missing, folder.path().display().to_string()] {
        let output = renkei(["check", &path, "--format", "json", "--output", &target]);
        assert_eq!(code(&output), 2);
        assert!(String::from_utf8_lossy(&output.stderr).contains("報告を書けませんでした"));
    }
    assert_eq!(fs::read_dir(folder.path()).expect("listing").count(), 1);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_2_with_the_reason() {
    let (_folder, path) = one_file();
    let path = path.display().to_string();
    for format in ["text", "json", "junit", "sarif", "ctrf", "markdown", "html"] {
        let output = renkei(["check", &path, "--format", format, "--output", "/dev/full"]);
        assert_eq!(code(&output), 2, "{format}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("空き容量"), "{format}");
        let full = fs::File::options().write(true).open("/dev/full").expect("opened");
        let output = command(["check", &path, "--format", format]).stdout(full).output().expect("renkei starts");
        assert_eq!(code(&output), 2, "{format}");
    }
    use std::os::unix::fs::FileTypeExt;
    assert!(fs::metadata("/dev/full").expect("there").file_type().is_char_device(), "the device was not replaced");
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_panic() {
    let (_folder, path) = one_file();
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let output = command(["check", &path.display().to_string()]).stdout(writer).output().expect("renkei starts");
    assert_eq!(code(&output), 2);
    assert!(String::from_utf8_lossy(&output.stderr).contains("閉じられました"));
}

#[test]
fn nothing_is_coloured_where_there_is_no_terminal() {
    let (_folder, path) = one_file();
    assert!(!renkei(["check", &path.display().to_string()]).stdout.contains(&0x1b));
}

#[test]
fn the_report_speaks_english_when_asked() {
    let (_folder, path) = one_file();
    let output = renkei(["check", "--lang", "en", &path.display().to_string()]);
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.contains("This is a record of a self-test") && text.contains("verdict: "), "{text}");
}

#[test]
fn a_wrong_month_is_shown_in_its_record_with_the_field_underlined() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(NAME);
    fs::write(&path, b"202407,987099,0000214364,202513\r\n").expect("written");
    let output = renkei(["check", &path.display().to_string()]);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(code(&output), 1, "{text}");
    let shown = "202407,987099,##########,202513\n                               ^^^^^^";
    assert!(text.contains(shown) && text.contains("No.4") && text.contains("直し方："), "{text}");
    assert!(!text.contains("0000214364"));
}

#[test]
fn a_conformant_file_is_0_and_the_same_inside_a_zip() {
    let (folder, path) = one_file();
    assert_eq!(json(&path).0, 0);
    let archive = folder.path().join("a.zip");
    let mut zip = zip::ZipWriter::new(fs::File::create(&archive).expect("created"));
    zip.start_file(NAME, zip::write::SimpleFileOptions::default()).expect("an entry");
    std::io::Write::write_all(&mut zip, RECORD).expect("written");
    zip.finish().expect("finished");
    let (zipped, document) = json(&archive);
    assert_eq!(zipped, 0, "{document}");
    assert_eq!(document["files"][0]["records"], 1);
}

#[test]
fn a_warning_weighs_only_when_it_is_denied() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(NAME);
    fs::write(&path, b"202504,987099,0000214364,202505\r\n").expect("written");
    let path = path.display().to_string();
    let (plain, document) = json(std::path::Path::new(&path));
    assert_eq!((plain, document["totals"]["warnings"].as_u64()), (0, Some(1)), "{document}");
    assert_eq!(code(&renkei(["check", "--deny", "warnings", &path])), 1);
}
