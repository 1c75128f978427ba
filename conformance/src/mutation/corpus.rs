//! The cases of the corpus, found by walking.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::{Base, File};
use crate::story::Role;

/// The file that makes a folder a case.
const CASE: &str = "case.json";

/// What `case.json` says is to be found in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Expect {
    /// Nothing against the standard.
    Conformant,
    /// Something against the standard.
    Error,
    /// Something implausible or hazardous.
    Warning,
    /// A point that the standard leaves open.
    Either,
}

/// One case: a folder with a `case.json`.
#[derive(Clone, Debug)]
pub struct CorpusCase {
    /// What is to be found.
    pub expect: Expect,
    /// Its id and its files, `case.json` left out.
    pub base: Base,
    /// What else `case.json` says.
    pub about: About,
}

/// What `case.json` says of a case beside what is to be found.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct About {
    /// What it is.
    pub title_ja: String,
    /// The same in English, where there is one.
    pub title_en: Option<String>,
    /// The clauses.
    pub rule: String,
    /// The set that a defect was put into.
    pub base: Option<String>,
    /// The kind of defect.
    pub defect: Option<String>,
    /// The role of the sender.
    pub from_role: Option<Role>,
    /// The role of the receiver.
    pub to_role: Option<Role>,
    /// The units, where they are told one by one.
    pub sets: Vec<UnitRoles>,
}

/// The roles of both ends of a unit.
#[derive(Clone, Debug, Deserialize)]
pub struct UnitRoles {
    /// Its serial.
    pub serial: String,
    /// The role of the sender.
    pub from_role: Role,
    /// The role of the receiver.
    pub to_role: Role,
}

impl About {
    /// The roles of sender and receiver of a unit; `None` where the case says nothing of them.
    #[must_use]
    pub fn roles(&self, serial: &str) -> Option<(Role, Role)> {
        let told = self.sets.iter().find(|unit| unit.serial == serial).map(|unit| (unit.from_role, unit.to_role));
        told.or_else(|| self.from_role.zip(self.to_role))
    }
}

/// A part of the corpus that could not be read.
#[derive(Debug, thiserror::Error)]
#[error("{}: {error}", path.display())]
pub struct Unread {
    /// Which.
    pub path: PathBuf,
    /// Why.
    pub error: io::Error,
}

#[derive(Deserialize)]
struct Expected {
    id: String,
    expect: Expect,
    #[serde(flatten)]
    about: About,
}

/// The cases below a folder, in the order of their paths.
///
/// # Errors
/// A folder or file cannot be read, or a `case.json` is none.
pub fn corpus_cases(root: &Path) -> Result<Vec<CorpusCase>, Unread> {
    let (mut open, mut cases) = (vec![root.to_owned()], Vec::new());
    while let Some(folder) = open.pop() {
        let entries = entries(&folder).map_err(|error| Unread { path: folder.clone(), error })?;
        if entries.iter().any(|path| path.ends_with(CASE)) {
            let files = entries.iter().filter(|path| path.is_file()).map(|path| file(path));
            let case = case(&folder, files.collect::<Result<_, _>>()?)?;
            cases.push((folder, case));
        }
        open.extend(entries.into_iter().filter(|path| path.is_dir()));
    }
    cases.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(cases.into_iter().map(|(_, case)| case).collect())
}

/// A case from the files of its folder.
pub(super) fn case(folder: &Path, mut files: Vec<File>) -> Result<CorpusCase, Unread> {
    let unread = |error| Unread { path: folder.join(CASE), error };
    let at = files.iter().position(|file| file.name == CASE);
    let about = at.map(|at| files.remove(at)).ok_or_else(|| unread(io::ErrorKind::NotFound.into()))?;
    let expected: Expected = serde_json::from_slice(&about.bytes).map_err(|error| unread(error.into()))?;
    Ok(CorpusCase { expect: expected.expect, base: Base { id: expected.id, files }, about: expected.about })
}

/// The sets below a folder whose `case.json` expects `conformant`, in the order of their paths.
///
/// # Errors
/// As [`corpus_cases`].
pub fn valid_sets(root: &Path) -> io::Result<Vec<Base>> {
    let cases = corpus_cases(root).map_err(io::Error::other)?;
    Ok(cases.into_iter().filter(|case| case.expect == Expect::Conformant).map(|case| case.base).collect())
}

fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)?.map(|it| Ok(it?.path())).collect::<io::Result<_>>()?;
    entries.sort();
    Ok(entries)
}

fn read(path: &Path) -> Result<Vec<u8>, Unread> {
    fs::read(path).map_err(|error| Unread { path: path.to_owned(), error })
}

fn file(path: &Path) -> Result<File, Unread> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(File { name, bytes: read(path)? })
}
