//! What was tested, by its digest: a file, a folder, or a digest that was taken elsewhere.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use careplan::text::Message;
use sha2::{Digest, Sha256};

use crate::shown::{io_reason, visible};

/// Why there is no digest: a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectError(pub Message);

/// The digest of what was tested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    digest: BTreeMap<String, String>,
}

/// Digests that are believed, with how many hexadecimal digits they have. `dirHash` is that of a folder.
const ALGORITHMS: &[(&str, usize)] = &[("sha256", 64), ("sha384", 96), ("sha512", 128), ("dirHash", 64)];

/// Whether a digest is of a form that is believed.
pub(super) fn is_digest(algorithm: &str, value: &str) -> bool {
    let is_hex = value.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    is_hex && ALGORITHMS.contains(&(algorithm, value.len()))
}

impl Subject {
    /// Of a file its SHA-256; of a folder the `dirHash` of in-toto, which
    /// `find . -type f | cut -c3- | LC_ALL=C sort | xargs sha256sum | sha256sum` gives as well.
    ///
    /// # Errors
    /// A part of it cannot be read, or the folder holds no file.
    pub fn of_path(path: &Path) -> Result<Self, SubjectError> {
        let meta = fs::metadata(path).map_err(|error| unread(path, &error))?;
        if !meta.is_dir() {
            return Ok(Self::of("sha256", hash_of_file(path)?));
        }
        let mut files = Vec::new();
        walk(path, "", &mut files)?;
        files.sort_by(|a, b| a.0.cmp(&b.0));
        if files.is_empty() {
            let shown = visible(&path.to_string_lossy());
            return Err(SubjectError(Message::new(
                format!("{shown} にファイルがありません"),
                format!("{shown} holds no file"),
            )));
        }
        let mut hash = Sha256::new();
        for (name, path) in files {
            hash.update(format!("{}  {name}\n", hash_of_file(&path)?));
        }
        Ok(Self::of("dirHash", hex(hash)))
    }

    /// A digest that was taken elsewhere: `sha256:` and 64 digits, or the digits alone.
    ///
    /// # Errors
    /// It is of another form.
    pub fn of_digest(text: &str) -> Result<Self, SubjectError> {
        let (algorithm, value) = text.split_once(':').unwrap_or(("sha256", text));
        let value = value.to_ascii_lowercase();
        if is_digest(algorithm, &value) {
            return Ok(Self::of(algorithm, value));
        }
        let shown = visible(text);
        Err(SubjectError(Message::new(
            format!("「{shown}」はダイジェストではありません（sha256: と16進64桁で指定してください）"),
            format!("“{shown}” is no digest (please give sha256: and 64 hexadecimal digits)"),
        )))
    }

    fn of(algorithm: &str, value: String) -> Self {
        Self { digest: BTreeMap::from([(algorithm.to_owned(), value)]) }
    }

    /// By algorithm.
    #[must_use]
    pub fn into_digest(self) -> BTreeMap<String, String> {
        self.digest
    }
}

/// The files below a folder, with their names from there. Links are not followed, as `find` does not.
fn walk(folder: &Path, before: &str, files: &mut Vec<(String, PathBuf)>) -> Result<(), SubjectError> {
    for entry in fs::read_dir(folder).map_err(|error| unread(folder, &error))? {
        let entry = entry.map_err(|error| unread(folder, &error))?;
        let kind = entry.file_type().map_err(|error| unread(&entry.path(), &error))?;
        let name = entry.file_name();
        let Some(name) = name.to_str().filter(|name| !name.contains(['\n', '\r', '\\'])) else {
            let shown = visible(&entry.path().to_string_lossy());
            return Err(SubjectError(Message::new(
                format!("{shown} の名前からはダイジェストを作れません"),
                format!("no digest can be made with the name {shown}"),
            )));
        };
        let name = format!("{before}{name}");
        if kind.is_dir() {
            walk(&entry.path(), &format!("{name}/"), files)?;
        } else if kind.is_file() {
            files.push((name, entry.path()));
        }
    }
    Ok(())
}

fn hash_of_file(path: &Path) -> Result<String, SubjectError> {
    let (mut hash, mut buffer) = (Sha256::new(), vec![0; 64 << 10]);
    let mut file = File::open(path).map_err(|error| unread(path, &error))?;
    loop {
        match file.read(&mut buffer).map_err(|error| unread(path, &error))? {
            0 => return Ok(hex(hash)),
            read => hash.update(buffer.get(..read).unwrap_or_default()),
        }
    }
}

/// SHA-256 of bytes, in hexadecimal.
pub(super) fn sha256(bytes: &[u8]) -> String {
    hex(Sha256::new_with_prefix(bytes))
}

fn hex(hash: Sha256) -> String {
    hash.finalize().iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn unread(path: &Path, error: &io::Error) -> SubjectError {
    let (path, why) = (visible(&path.to_string_lossy()), io_reason(error));
    SubjectError(Message::new(
        format!("{path} を読めません（{}）", why.ja),
        format!("{path} cannot be read ({})", why.en),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_has_the_hash_that_find_and_sha256sum_give() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir_all(folder.path().join("a")).expect("made");
        fs::write(folder.path().join("a/x"), "1").expect("written");
        fs::write(folder.path().join("a.txt"), "2").expect("written");
        let lines = format!("{}  a.txt\n{}  a/x\n", sha256(b"2"), sha256(b"1"));
        let digest = Subject::of_path(folder.path()).map(Subject::into_digest);
        assert_eq!(digest, Ok(BTreeMap::from([("dirHash".to_owned(), sha256(lines.as_bytes()))])));
    }

    #[test]
    fn a_file_has_its_sha256_and_what_is_not_there_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("a");
        fs::write(&file, "").expect("written");
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(Subject::of_path(&file), Subject::of_digest(empty));
        assert_eq!(Subject::of_digest(&empty.to_uppercase()), Subject::of_digest(&format!("sha256:{empty}")));
        assert!(Subject::of_path(&folder.path().join("b")).is_err_and(|why| why.0.ja.contains("見つかりません")));
        for wrong in ["", "sha256:12", "md5:d41d8cd98f00b204e9800998ecf8427e", &empty[1..], "sha256:x"] {
            assert!(Subject::of_digest(wrong).is_err(), "{wrong}");
        }
    }
}
