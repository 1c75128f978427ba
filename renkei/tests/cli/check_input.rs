//! Whatever is given to `renkei check`: an answer, never a panic, never 0 by accident.

use std::fs::{self, File};
use std::io::{Cursor, Write};
use std::path::Path;

use crate::common::{NAME, RECORD, code, json, reasons, renkei};
use zip::write::{SimpleFileOptions, ZipWriter};

fn zip_of(path: &Path, entries: &[(&str, &[u8])]) {
    let mut archive = ZipWriter::new(File::create(path).expect("created"));
    for (name, bytes) in entries {
        archive.start_file(*name, SimpleFileOptions::default()).expect("an entry");
        archive.write_all(bytes).expect("written");
    }
    archive.finish().expect("finished");
}

fn undecided(path: &Path, reason: &str) -> serde_json::Value {
    let (code, document) = json(path);
    assert_eq!((code, document["verdict"].as_str()), (2, Some("undecided")), "{document}");
    assert!(reasons(&document).contains(&reason), "{reason} in {document}");
    document
}

fn paths(document: &serde_json::Value) -> Vec<&str> {
    document["files"].as_array().expect("a list").iter().filter_map(|file| file["path"].as_str()).collect()
}

#[test]
fn a_missing_path_is_undecided() {
    undecided(Path::new("does/not/exist.CSV"), "input/unreadable");
}

#[test]
fn an_empty_folder_is_never_conformant() {
    let folder = tempfile::tempdir().expect("a folder");
    undecided(folder.path(), "input/nothing-to-judge");
}

#[test]
fn a_folder_without_exchange_files_is_never_conformant() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("README.txt"), "x").expect("written");
    undecided(folder.path(), "input/nothing-to-judge");
}

#[test]
fn something_else_named_zip_is_undecided() {
    let folder = tempfile::tempdir().expect("a folder");
    for bytes in [&b""[..], b"PK", b"not a zip", &[b'P', b'K', 5, 6].repeat(20_000)] {
        let path = folder.path().join("a.ZIP");
        fs::write(&path, bytes).expect("written");
        undecided(&path, "input/zip-broken");
    }
}

#[test]
fn a_truncated_or_damaged_zip_is_undecided() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.zip");
    zip_of(&path, &[(NAME, &RECORD.repeat(100))]);
    let whole = fs::read(&path).expect("read");
    for cut in [1, 10, whole.len() / 2, whole.len() - 1] {
        fs::write(&path, &whole[..cut]).expect("written");
        undecided(&path, "input/zip-broken");
    }
    let mut damaged = whole;
    let middle = 30 + NAME.len() + 10;
    damaged[middle] ^= 0xff;
    fs::write(&path, damaged).expect("written");
    undecided(&path, "input/zip-broken");
}

#[test]
fn names_that_leave_the_zip_are_refused_and_the_rest_is_judged() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.zip");
    let names = ["../x.CSV", "/etc/x.CSV", "C:/x.CSV", "a\\x.CSV"];
    for name in names {
        // The writer would mend such names: they are put in behind its back, at the same length.
        let plain = "z".repeat(name.len());
        zip_of(&path, &[(&plain, RECORD), (NAME, RECORD)]);
        let bytes = fs::read(&path).expect("read");
        let hostile = replace(&bytes, plain.as_bytes(), name.as_bytes());
        fs::write(&path, hostile).expect("written");
        let document = undecided(&path, "input/zip-entry-refused");
        assert_eq!(paths(&document), [format!("{}!/{NAME}", path.display())], "{name}");
    }
    assert_eq!(fs::read_dir(folder.path()).expect("listing").count(), 1, "nothing was unpacked");
}

fn replace(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for at in 0..out.len() - from.len() {
        if &out[at..at + from.len()] == from {
            out[at..at + from.len()].copy_from_slice(to);
        }
    }
    out
}

#[test]
fn two_entries_of_one_name_are_not_silently_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.zip");
    zip_of(&path, &[("aaaa.CSV", RECORD), ("bbbb.CSV", RECORD)]);
    let bytes = replace(&fs::read(&path).expect("read"), b"bbbb.CSV", b"aaaa.CSV");
    fs::write(&path, bytes).expect("written");
    undecided(&path, "input/zip-entry-refused");
}

#[test]
fn a_zip_bomb_stops_at_the_limit() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bomb.zip");
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let zeros = vec![0; 1 << 20];
    archive.start_file(NAME, SimpleFileOptions::default()).expect("an entry");
    for _ in 0..64 {
        archive.write_all(&zeros).expect("written");
    }
    fs::write(&path, archive.finish().expect("finished").into_inner()).expect("written");
    let document = undecided(&path, "input/limit");
    assert!(paths(&document).is_empty());
}

#[test]
fn an_entry_that_unpacks_to_more_than_it_declares_is_stopped() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("liar.zip");
    let real = 300_000_u32;
    zip_of(&path, &[(NAME, &vec![b'1'; real as usize])]);
    let bytes = replace(&fs::read(&path).expect("read"), &real.to_le_bytes(), &100_u32.to_le_bytes());
    fs::write(&path, bytes).expect("written");
    undecided(&path, "input/zip-broken");
}

#[test]
fn a_folder_is_walked_in_a_stable_order_and_paths_stand_as_given() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path();
    fs::create_dir_all(root.join("b/c")).expect("created");
    for name in ["b/c/2.CSV", "b/1.CSV", "a.CSV", "z.CSV"] {
        fs::write(root.join(name), RECORD).expect("written");
    }
    zip_of(&root.join("m.zip"), &[("x/1.CSV", RECORD), ("0.CSV", RECORD)]);
    let (_, document) = json(root);
    let expected = ["a.CSV", "b/1.CSV", "b/c/2.CSV", "m.zip!/x/1.CSV", "m.zip!/0.CSV", "z.CSV"];
    let expected: Vec<_> = expected.iter().map(|name| format!("{}/{name}", root.display())).collect();
    assert_eq!(paths(&document), expected);
}

#[test]
fn a_file_given_twice_is_judged_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a.CSV");
    fs::write(&file, RECORD).expect("written");
    let output = renkei(["check", "--format", "json"].map(Into::into).into_iter().chain([
        file.clone().into_os_string(),
        folder.path().as_os_str().to_owned(),
        file.into_os_string(),
    ]));
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(document["totals"]["files"], 1);
    assert!(!reasons(&document).contains(&"input/unreadable"));
}

#[test]
fn a_deep_tree_ends_at_the_limit() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut path = folder.path().to_path_buf();
    for _ in 0..80 {
        path.push("d");
    }
    fs::create_dir_all(&path).expect("created");
    undecided(folder.path(), "input/limit");
}

#[cfg(unix)]
mod on_unix {
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn links_in_a_circle_end_and_are_walked_once() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("a")).expect("created");
        fs::write(folder.path().join("a/1.CSV"), RECORD).expect("written");
        symlink("..", folder.path().join("a/up")).expect("a link");
        let (_, document) = json(folder.path());
        assert_eq!(document["totals"]["files"], 1);
    }

    #[test]
    fn a_dangling_link_and_a_link_to_itself_are_undecided() {
        for target in ["missing", "self"] {
            let folder = tempfile::tempdir().expect("a folder");
            fs::write(folder.path().join("1.CSV"), RECORD).expect("written");
            symlink(target, folder.path().join("self")).expect("a link");
            undecided(folder.path(), "input/unreadable");
        }
    }

    #[test]
    fn a_link_that_leads_out_is_not_followed_and_said() {
        let folder = tempfile::tempdir().expect("a folder");
        symlink("/", folder.path().join("root")).expect("a link");
        undecided(folder.path(), "input/unreadable");
    }

    #[test]
    fn a_socket_in_a_folder_and_a_device_are_undecided_at_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let _socket = std::os::unix::net::UnixListener::bind(folder.path().join("1.CSV")).expect("a socket");
        undecided(folder.path(), "input/unreadable");
        undecided(Path::new("/dev/zero"), "input/unreadable");
    }

    #[test]
    fn a_name_that_is_no_unicode_is_judged() {
        let folder = tempfile::tempdir().expect("a folder");
        let name = std::ffi::OsStr::from_bytes(b"\xff\xfe\x1b[31m.CSV");
        if fs::write(folder.path().join(name), RECORD).is_err() {
            return; // This file system takes Unicode names only.
        }
        let (_, document) = json(folder.path());
        assert_eq!(document["totals"]["files"], 1);
        let text = renkei([std::ffi::OsStr::new("check"), folder.path().as_os_str()]);
        assert!(!text.stdout.contains(&0x1b));
    }

    #[test]
    fn a_name_in_ms932_inside_a_zip_is_shown_in_japanese() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.zip");
        zip_of(&path, &[("zz.CSV", RECORD)]);
        let bytes = replace(&fs::read(&path).expect("read"), b"zz.CSV", b"\x95\x5c.CSV");
        fs::write(&path, bytes).expect("written");
        let (_, document) = json(&path);
        assert_eq!(paths(&document), [format!("{}!/表.CSV", path.display())]);
    }
}

#[test]
fn any_bytes_in_any_name_are_an_answer() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut noise = 0x2545_f491_4f6c_dd1d_u64;
    for name in [NAME, "UPPLAN.CSV", "UPKIHON_IMAGE_x.jpg", "a.txt", ".CSV"] {
        for len in [0, 1, 7, 4096, 70_000] {
            let bytes: Vec<u8> = std::iter::repeat_with(|| {
                noise ^= noise << 13;
                noise ^= noise >> 7;
                noise ^= noise << 17;
                noise.to_le_bytes()[3]
            })
            .take(len)
            .collect();
            let path = folder.path().join(name);
            fs::write(&path, bytes).expect("written");
            let (verdict, _) = json(&path);
            assert!((0..=2).contains(&verdict), "{name} {len}");
            let text = renkei([std::ffi::OsStr::new("check"), path.as_os_str()]);
            assert!(text.stderr.is_empty(), "{}", String::from_utf8_lossy(&text.stderr));
            assert_eq!(code(&text), verdict);
        }
    }
}
