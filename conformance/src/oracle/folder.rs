//! A folder, all its reports, and the same files in an archive.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use careplan::oracle::{Verdict, same, split};
use zip::write::{SimpleFileOptions, ZipWriter};

use super::outcome::sound;
use crate::judge::CheckOutcome;

/// The most files of one input.
const MOST: usize = 12;

/// By their paths, as both a folder and an archive can hold them.
type Files<'a> = BTreeMap<String, &'a [u8]>;

pub(super) fn judge(bundle: &[u8]) -> Verdict {
    let apart = split(bundle, MOST);
    let files: Files<'_> = apart.iter().filter_map(|(name, bytes)| Some((path(name)?, *bytes))).collect();
    let place = tempfile::tempdir().map_err(|error| error.to_string())?;
    let (folder, archive) = (place.path().join("a"), place.path().join("a.zip"));
    lay_out(&files, &folder).map_err(|error| format!("the folder: {error}"))?;
    pack(&files, &archive).map_err(|error| format!("the archive: {error}"))?;
    let (unpacked, packed) = (sound(&folder)?, sound(&archive)?);
    same("folder and archive", &all(&unpacked), &all(&packed))
}

/// The name with at most one folder before it, of characters that every system takes.
fn path(name: &str) -> Option<String> {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let file: String = file.chars().filter(|c| !matches!(c, '\0' | '\\' | ':')).take(60).collect();
    // An archive in a folder is opened, and one in an archive is not.
    let is_name = !matches!(file.as_str(), "" | "." | "..") && !file.to_ascii_lowercase().ends_with(".zip");
    let folder = folder.chars().find(char::is_ascii_alphanumeric).map(|c| format!("{c}_/")).unwrap_or_default();
    is_name.then(|| format!("{folder}{file}"))
}

fn lay_out(files: &Files<'_>, folder: &Path) -> io::Result<()> {
    fs::create_dir(folder)?;
    for (path, bytes) in files {
        let path = folder.join(path);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, bytes)?;
    }
    Ok(())
}

fn pack(files: &Files<'_>, archive: &Path) -> io::Result<()> {
    let mut archive = ZipWriter::new(File::create(archive)?);
    for (path, bytes) in files {
        archive.start_file(path, SimpleFileOptions::default())?;
        archive.write_all(bytes)?;
    }
    archive.finish()?;
    Ok(())
}

/// What does not depend on where the files lie.
fn all(outcome: &CheckOutcome) -> impl PartialEq + std::fmt::Debug + use<> {
    let mut files: Vec<_> = outcome
        .files
        .iter()
        .map(|file| (file.item.file_name.clone(), file.sha256.clone(), file.report.counts, file.report.records))
        .collect();
    files.sort_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
    (outcome.verdict, outcome.totals, outcome.sets.len(), files)
}
