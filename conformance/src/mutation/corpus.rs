//! The valid sets of the corpus, found by walking.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::{Base, File};

#[derive(Deserialize)]
struct Expected {
    id: String,
    expect: String,
}

/// The sets below a folder whose `case.json` expects `conformant`, in the order of their paths.
///
/// # Errors
/// A folder or file cannot be read, or a `case.json` is none.
pub fn valid_sets(root: &Path) -> io::Result<Vec<Base>> {
    let (mut open, mut sets) = (vec![root.to_owned()], Vec::new());
    while let Some(folder) = open.pop() {
        let mut entries: Vec<PathBuf> = fs::read_dir(&folder)?.map(|it| Ok(it?.path())).collect::<io::Result<_>>()?;
        entries.sort();
        let case = folder.join("case.json");
        if entries.contains(&case) {
            let expected: Expected = serde_json::from_slice(&fs::read(&case)?)?;
            let files = entries.iter().filter(|path| path.is_file() && **path != case).map(|path| read(path));
            if expected.expect == "conformant" {
                sets.push((folder, Base { id: expected.id, files: files.collect::<io::Result<_>>()? }));
            }
        }
        open.extend(entries.into_iter().filter(|path| path.is_dir()));
    }
    sets.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(sets.into_iter().map(|(_, set)| set).collect())
}

fn read(path: &Path) -> io::Result<File> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(File { name, bytes: fs::read(path)? })
}
