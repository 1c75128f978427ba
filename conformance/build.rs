//! Puts the corpus into the library, so that the command has its cases wherever it is run.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::{env, error};

fn main() -> Result<(), Box<dyn error::Error>> {
    let corpus = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../corpus");
    println!("cargo::rerun-if-changed={}", corpus.display());
    let mut table = io::BufWriter::new(fs::File::create(Path::new(&env::var("OUT_DIR")?).join("corpus.rs"))?);
    writeln!(table, "&[")?;
    for folder in case_folders(&corpus)? {
        let path = folder.strip_prefix(&corpus)?;
        writeln!(table, "({:?}, &[", path.iter().filter_map(|part| part.to_str()).collect::<Vec<_>>().join("/"))?;
        for file in files(&folder)? {
            let name = file.file_name().and_then(|name| name.to_str()).ok_or("a name that is not UTF-8")?;
            let file = file.to_str().ok_or("a path that is not UTF-8")?;
            writeln!(table, "({name:?}, include_bytes!({file:?})),")?;
        }
        writeln!(table, "]),")?;
    }
    writeln!(table, "]")?;
    Ok(table.flush()?)
}

/// The folders with a `case.json`.
fn case_folders(root: &Path) -> io::Result<Vec<PathBuf>> {
    let (mut open, mut found) = (vec![root.to_owned()], Vec::new());
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else if path.ends_with("case.json") {
                found.push(folder.clone());
            }
        }
    }
    found.sort();
    Ok(found)
}

fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    let mut files: Vec<_> = entries.into_iter().filter(|path| path.is_file()).collect();
    files.sort();
    Ok(files)
}
