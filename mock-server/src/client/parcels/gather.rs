//! Looking through folders and files for what can be sent.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use careplan::layout::Kind;
use careplan::name::{FileName, NameIssue, UnitKey};
use careplan::set::composition;
use careplan::text::{Message, Text};

use super::issue::{of_name, of_set};
use super::{Fault, Issue, Parcel, Set, Source, too_large};
use crate::client::disk::measure;
use crate::client::home::Item;
use crate::limits::Limits;
use crate::wire::Slot;

/// How deep folders are looked into.
const DEPTH: u32 = 8;

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    /// What can be sent, by destination.
    pub parcels: Vec<Parcel>,
    /// What cannot be sent as it is.
    pub issues: Vec<Issue>,
    /// Files that are not of the exchange; they stay where they are.
    pub others: Vec<PathBuf>,
}

/// Looks through files and folders (with what is below, but for folders of the names in `passed
/// over` and those that begin with a full stop) for what the office can send. Nothing is changed.
///
/// # Errors
/// When a folder cannot be read; of files that cannot be, an [`Issue`] is made.
pub fn gather(
    paths: &[PathBuf],
    office: &str,
    passed_over: &[&str],
    limits: &Limits,
) -> Result<Gathered, (PathBuf, io::Error)> {
    let files = list(paths, passed_over)?;
    let mut found = Gathered::default();
    let mut units: BTreeMap<UnitKey, Vec<(Kind, PathBuf)>> = BTreeMap::new();
    for path in files {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        match FileName::parse(&name) {
            Ok(name) if name.unit.from.office == office => {
                units.entry(name.unit).or_default().push((name.kind, path));
            }
            Ok(name) => found.issues.push(Fault::Sender.of(
                vec![path],
                Message::new(
                    format!(
                        "ファイル名の送信元（{}）が、この事業所（{office}）ではありません。",
                        name.unit.from.office
                    ),
                    format!("The sender in its name ({}) is not this office ({office}).", name.unit.from.office),
                ),
            )),
            Err(NameIssue::NotExchange) => found.others.push(path),
            Err(issue) => {
                let (fault, why) = of_name(&issue);
                found.issues.push(fault.of(vec![path], why));
            }
        }
    }
    let mut parcels: BTreeMap<String, Vec<Set>> = BTreeMap::new();
    for (unit, members) in units {
        let to = unit.to.office.clone();
        match set(unit, &members, limits) {
            Ok(set) => parcels.entry(to).or_default().push(set),
            Err(issue) => found.issues.push(issue),
        }
    }
    found.parcels = parcels.into_iter().map(|(to, sets)| Parcel { to, sets, ..Parcel::default() }).collect();
    Ok(found)
}

/// The files among and below the paths, as [`gather`] sees them.
pub(in crate::client) fn list(paths: &[PathBuf], passed_over: &[&str]) -> Result<Vec<PathBuf>, (PathBuf, io::Error)> {
    let mut files = Vec::new();
    for path in paths {
        walk(path, passed_over, DEPTH, &mut files)?;
    }
    files.sort();
    files.dedup();
    Ok(files)
}

/// The set that files of one unit make, with sizes and hashes.
fn set(unit: UnitKey, members: &[(Kind, PathBuf)], limits: &Limits) -> Result<Set, Issue> {
    let paths = || members.iter().map(|(_, path)| path.clone()).collect::<Vec<_>>();
    let mut names = HashMap::new();
    for (_, path) in members {
        let name = path.file_name().unwrap_or_default().to_ascii_lowercase();
        if names.insert(name, path).is_some() {
            let why = Text::new("同じ名前のファイルが2つあります。", "Two files have the same name.");
            return Err(Fault::Twice.of(paths(), why.into()));
        }
    }
    let kinds: Vec<Kind> = members.iter().map(|(kind, _)| *kind).collect();
    if let Err(problem) = composition(&kinds) {
        let (fault, why) = of_set(&problem);
        return Err(fault.of(paths(), why));
    }
    let files = members.iter().map(|(_, path)| source(path, Slot::Csv)).collect::<Result<_, _>>()?;
    let set = Set { unit, files };
    match too_large(&set, limits) {
        None => Ok(set),
        Some(issue) => Err(issue),
    }
}

/// A file as it is now.
///
/// # Errors
/// An [`Issue`] when it cannot be read.
pub fn source(path: &Path, slot: Slot) -> Result<Source, Issue> {
    let (size, sha256) = measure(path).map_err(|error| unreadable(path, &error))?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Source { path: path.to_owned(), item: Item { slot, name, size, sha256, saved_as: None } })
}

fn unreadable(path: &Path, error: &io::Error) -> Issue {
    let why = Message::new(format!("読めませんでした（{error}）。"), format!("It cannot be read ({error})."));
    Fault::Unreadable.of(vec![path.to_owned()], why)
}

fn walk(path: &Path, passed_over: &[&str], depth: u32, files: &mut Vec<PathBuf>) -> Result<(), (PathBuf, io::Error)> {
    let failed = |error| (path.to_owned(), error);
    if !fs::metadata(path).map_err(failed)?.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    for entry in fs::read_dir(path).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name();
        let hidden = name.to_string_lossy().starts_with('.');
        let kind = entry.file_type().map_err(failed)?;
        if hidden || kind.is_symlink() {
            continue;
        }
        if kind.is_file() {
            files.push(entry.path());
        } else if depth > 0 && !passed_over.iter().any(|over| name == *over) {
            walk(&entry.path(), passed_over, depth - 1, files)?;
        }
    }
    Ok(())
}
