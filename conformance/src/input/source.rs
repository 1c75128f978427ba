//! Where the bytes of an item are, and how a small piece of them is read again.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use zip::read::ZipReadOptions;

use super::for_each_entry;

/// How many entries deep a piece is looked for again in an archive.
const ENTRY_REACH: usize = 256;

/// Where the bytes are.
#[derive(Clone, Debug)]
pub enum Source {
    /// A regular file.
    File(PathBuf),
    /// An entry of an archive.
    Entry {
        /// The archive.
        archive: Arc<Path>,
        /// Position of the entry in its directory, from 0.
        ordinal: usize,
    },
}

impl Source {
    /// Pieces of an entry are read again where they begin below this offset.
    pub const BYTE_REACH: u64 = 1 << 20;

    /// Reads `len` bytes from `start`, fewer at the end of the file; nothing where an entry lies
    /// too deep in its archive to be worth unpacking again.
    ///
    /// # Errors
    /// The file cannot be read any more.
    pub fn piece(&self, start: u64, len: u64) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        match self {
            Self::File(path) => {
                let mut file = File::open(path)?;
                file.seek(SeekFrom::Start(start))?;
                file.take(len).read_to_end(&mut bytes)?;
            }
            Self::Entry { archive, ordinal } if *ordinal < ENTRY_REACH && start < Self::BYTE_REACH => {
                let mut outcome = Ok(0);
                for_each_entry(archive, |at, entry| {
                    if at == *ordinal {
                        outcome = unpack(archive, &entry, start, len, &mut bytes);
                    }
                    at < *ordinal
                })
                .map_err(io::Error::other)?;
                outcome?;
            }
            Self::Entry { .. } => {}
        }
        Ok(bytes)
    }
}

fn unpack(
    archive: &Path,
    entry: &zip::read::OwnedZipFileEntry,
    start: u64,
    len: u64,
    bytes: &mut Vec<u8>,
) -> io::Result<usize> {
    let mut file = File::open(archive)?;
    let mut reader = entry.as_ref().with_reader(&mut file, ZipReadOptions::new()).map_err(io::Error::other)?;
    io::copy(&mut reader.by_ref().take(start), &mut io::sink())?;
    reader.take(len).read_to_end(bytes)
}
