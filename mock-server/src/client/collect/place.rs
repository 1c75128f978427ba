//! Giving the files of a complete message their names.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::Layout;
use super::names::{OWN, names};
use crate::client::disk::{measure, shift, sync_folder, write_new};
use crate::client::home::HomeError;
use crate::wire::{FileEntry, Letter};

/// A message under way.
pub(super) struct Parts {
    /// Where its parts lie.
    pub(super) folder: PathBuf,
    pub(super) letter: Letter,
    /// The names that its files get.
    pub(super) names: Vec<String>,
}

/// Below the parts: the folder of a message as it will be.
const WHOLE: &str = "whole";

impl Parts {
    pub(super) fn new(folder: PathBuf, letter: Letter) -> Self {
        let names = names(&letter.envelope.files);
        Self { folder, letter, names }
    }

    /// Each file with where it lies while it is under way: where an earlier run put it already, or
    /// as a part.
    pub(super) fn files(&self) -> impl Iterator<Item = (&FileEntry, PathBuf)> {
        self.letter.envelope.files.iter().zip(&self.names).map(|(file, name)| {
            let named = self.folder.join(WHOLE).join(name);
            let part = self.folder.join(format!("{}.part", file.n));
            (file, if named.exists() { named } else { part })
        })
    }

    /// `9970000001_01923…`.
    fn title(&self) -> String {
        format!("{}_{}", self.letter.envelope.from, self.letter.envelope.id)
    }

    /// What the message says of itself, its text included.
    fn json(&self) -> io::Result<Vec<u8>> {
        let Letter { envelope, message } = &self.letter;
        let files = envelope.files.iter().zip(&self.names).map(|(file, name)| {
            json!({
                "n": file.n, "slot": file.slot, "name": file.name, "saved_as": name, "serial": file.serial,
                "size": file.size, "sha256": file.sha256,
            })
        });
        let text = json!({
            "schema": "renkei.message/1", "id": envelope.id, "from": envelope.from, "to": envelope.to,
            "accepted_at": envelope.accepted_at, "serials": envelope.serials, "message": message,
            "files": files.collect::<Vec<_>>(),
        });
        Ok(serde_json::to_vec_pretty(&text)?)
    }

    /// Writes what the message says of itself under names that begin so.
    fn write_own(&self, folder: &Path, prefix: &str) -> io::Result<()> {
        let [about, text] = [0, 1].map(|n| folder.join(format!("{prefix}{}", OWN.get(n).unwrap_or(&"message"))));
        write_new(&about, &self.json()?)?;
        if !self.letter.message.is_empty() {
            // For people: Windows knows the encoding by the mark, and the line by both characters.
            let lines = self.letter.message.replace("\r\n", "\n").replace('\n', "\r\n");
            write_new(&text, format!("\u{feff}{lines}\r\n").as_bytes())?;
        }
        Ok(())
    }
}

/// Puts a message whose parts are complete where it belongs; gives the folder it lies in, and
/// whether that is another than asked for. To be called again after a run that ended in between.
pub(super) fn put(parts: &Parts, folder: &Path, layout: Layout) -> Result<(PathBuf, bool), HomeError> {
    match layout {
        Layout::Flat if is_free(parts, folder) => {
            flat(parts, folder).map_err(HomeError::file(folder))?;
            Ok((folder.to_owned(), false))
        }
        _ => {
            let place = by_message(parts, folder).map_err(HomeError::file(folder))?;
            let usual = folder.join(parts.title());
            let aside = layout == Layout::Flat || place != usual;
            Ok((place, aside))
        }
    }
}

/// Whether no different file has one of the names.
fn is_free(parts: &Parts, folder: &Path) -> bool {
    parts.letter.envelope.files.iter().zip(&parts.names).all(|(file, name)| {
        let path = folder.join(name);
        !path.exists() || is_same(file, &path)
    })
}

fn is_same(file: &FileEntry, path: &Path) -> bool {
    path.is_file() && measure(path).is_ok_and(|(size, sha256)| size == file.size && sha256 == file.sha256)
}

fn flat(parts: &Parts, folder: &Path) -> io::Result<()> {
    for ((_, path), name) in parts.files().zip(&parts.names) {
        if !shift(&path, &folder.join(name))? {
            return Err(io::Error::new(io::ErrorKind::AlreadyExists, "a different file has the name"));
        }
    }
    parts.write_own(folder, &format!("{}.", parts.title()))?;
    sync_folder(folder)
}

/// The folder is made whole below the parts and then renamed, so that it is never seen half full.
fn by_message(parts: &Parts, folder: &Path) -> io::Result<PathBuf> {
    let whole = parts.folder.join(WHOLE);
    fs::create_dir_all(&whole)?;
    for ((_, path), name) in parts.files().zip(&parts.names) {
        let named = whole.join(name);
        if path != named {
            fs::rename(path, named)?;
        }
    }
    parts.write_own(&whole, "")?;
    sync_folder(&whole)?;
    let mut place = folder.join(parts.title());
    let mut more = 2;
    loop {
        if !place.exists() {
            fs::rename(&whole, &place)?;
            sync_folder(folder)?;
            return Ok(place);
        }
        // Put there by a run that ended before it could enter it in the ledger.
        let mut all = parts.letter.envelope.files.iter().zip(&parts.names);
        if all.all(|(file, name)| is_same(file, &place.join(name))) && place.join("message.json").exists() {
            return Ok(place);
        }
        place = folder.join(format!("{}-{more}", parts.title()));
        more += 1;
    }
}
