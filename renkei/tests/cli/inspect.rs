//! `renkei inspect`: the records of one file, people masked.

use std::fs;
use std::path::PathBuf;

use crate::common::{NAME, RECORD, code, renkei};

fn file(bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(NAME);
    fs::write(&path, bytes).expect("written");
    (folder, path)
}

#[test]
fn the_table_names_every_field_and_masks_the_person() {
    let (_folder, path) = file(RECORD);
    let output = renkei(["inspect", &path.display().to_string()]);
    let text = String::from_utf8_lossy(&output.stdout);
    assert_eq!(code(&output), 0, "{text}");
    for part in ["DLTPLAN", "記録 1（行 1）", "CSVバージョン", "202407", "被保険者番号", "##########"] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(!text.contains("0000214364"));
    let open = renkei(["inspect", "--show-values", &path.display().to_string()]);
    assert!(String::from_utf8_lossy(&open.stdout).contains("0000214364"));
}

#[test]
fn json_holds_typed_records_and_what_is_none_is_null() {
    let (_folder, path) = file(&[RECORD, b"202407,987099\r\n"].concat());
    let path = path.display().to_string();
    for show in [&["--show-values"][..], &[]] {
        let output = renkei(["inspect", "--format", "json", &path].iter().chain(show));
        let document: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!(code(&output), 1);
        assert_eq!(document["schema"], "renkei.inspect/1");
        assert_eq!(document["records"][0]["DLTPLAN"]["CSVバージョン"], "202407");
        let person = if show.is_empty() { "##########" } else { "0000214364" };
        assert_eq!(document["records"][0]["DLTPLAN"]["被保険者番号"], person);
        assert!(document["records"][1].is_null());
        assert_eq!(document["problems"][0]["record"], 2);
    }
}

#[test]
fn what_cannot_be_shown_is_2_with_a_reason() {
    let (folder, path) = file(RECORD);
    let other = folder.path().join("x.CSV");
    fs::rename(&path, &other).expect("renamed");
    let other = other.display().to_string();
    let folder_path = folder.path().display().to_string();
    for args in [&["inspect", &other][..], &["inspect", "missing.CSV"], &["inspect", "--kind", "UPPLAN", &folder_path]]
    {
        let output = renkei(args);
        assert_eq!(code(&output), 2, "{args:?}");
        assert!(!output.stderr.is_empty());
    }
    assert_eq!(code(&renkei(["inspect", "--kind", "dltplan", &other])), 0);
}

#[test]
fn any_bytes_are_an_answer() {
    for bytes in [&b"\xff\xfe\x00\"\r\n,,\x1b[31m"[..], b"", b"\"", b"\x81", &b"a,".repeat(300)] {
        let (_folder, path) = file(bytes);
        for format in ["text", "json"] {
            let output = renkei(["inspect", "--show-values", "--format", format, &path.display().to_string()]);
            assert!((0..=1).contains(&code(&output)), "{bytes:?}");
            assert!(!output.stdout.contains(&0x1b), "{bytes:?}");
        }
    }
}
