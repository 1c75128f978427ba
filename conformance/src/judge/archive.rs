//! The entries of one archive: its directory is read once more, a few entries at a time, and
//! those few are judged in parallel.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use careplan::check::Limits;
use careplan::text::Message;
use rayon::prelude::*;
use zip::read::{OwnedZipFileEntry, ZipReadOptions};

use super::Progress;
use super::file::{Judged, judge_reader};
use crate::input::{Item, Source, broken, for_each_entry, reason};
use crate::shown::visible;

/// Entries unpacked side by side; each may carry 192 KiB of names and extra fields.
const SIDE_BY_SIDE: usize = 16;

/// Judges the given entries of an archive, in the order of its directory.
pub(super) fn judge(
    archive: &Path,
    items: Vec<(usize, Item)>,
    share: Limits,
    progress: &dyn Progress,
) -> Vec<(usize, Judged)> {
    let mut results = Vec::with_capacity(items.len());
    let mut wanted = items.into_iter().peekable();
    let mut batch = Vec::with_capacity(SIDE_BY_SIDE);
    let flush = |batch: &mut Vec<(usize, Item, OwnedZipFileEntry)>, results: &mut Vec<_>| {
        results.par_extend(
            batch
                .par_drain(..)
                .with_max_len(1)
                .map(|(index, item, entry)| (index, judge_entry(archive, item, &entry, share, progress))),
        );
    };
    // A failure shows as entries that are left over.
    let _ = for_each_entry(archive, |ordinal, entry| {
        let is_wanted = wanted
            .peek()
            .is_some_and(|(_, item)| matches!(item.source, Source::Entry { ordinal: next, .. } if next == ordinal));
        if is_wanted && let Some((index, item)) = wanted.next() {
            batch.push((index, item, entry));
        }
        if batch.len() == SIDE_BY_SIDE {
            flush(&mut batch, &mut results);
        }
        wanted.peek().is_some()
    });
    flush(&mut batch, &mut results);
    results.extend(wanted.map(|(index, item)| (index, Err(Box::new(gone(&item))))));
    results
}

fn judge_entry(
    archive: &Path,
    item: Item,
    entry: &OwnedZipFileEntry,
    share: Limits,
    progress: &dyn Progress,
) -> Judged {
    let mut file = match File::open(archive) {
        Ok(file) => file,
        Err(error) => return Err(Box::new(broken(&item.path, &error.into()))),
    };
    let reader = match entry.as_ref().with_reader(&mut file, ZipReadOptions::new()) {
        Ok(reader) => reader,
        Err(error) => return Err(Box::new(broken(&item.path, &error))),
    };
    let reader = Declared { reader, left: item.size };
    judge_reader(item, reader, share, progress)
}

/// Gives as many bytes as the directory declared; one more is an error, so that no entry unpacks
/// to more than was counted against the limits.
struct Declared<R> {
    reader: R,
    left: u64,
}

impl<R: Read> Read for Declared<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(buffer)?;
        match self.left.checked_sub(read as u64) {
            Some(left) => {
                self.left = left;
                if read == 0 && left > 0 && !buffer.is_empty() {
                    return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "shorter than its directory says"));
                }
                Ok(read)
            }
            None => Err(io::Error::new(io::ErrorKind::InvalidData, "longer than its directory says")),
        }
    }
}

fn gone(item: &Item) -> careplan::diagnostic::Finding {
    let path = visible(&item.path);
    reason::finding(
        &reason::ZIP_BROKEN,
        Message::new(
            format!("{path}：zip の目次を読み直せません"),
            format!("{path}: the directory of the zip cannot be read again"),
        ),
    )
}
