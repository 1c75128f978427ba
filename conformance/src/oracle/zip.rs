//! Bytes that call themselves an archive.

use std::fs;

use careplan::oracle::{Verdict, holds};

use super::outcome::sound;
use crate::input::limits;

pub(super) fn judge(bytes: &[u8]) -> Verdict {
    let place = tempfile::tempdir().map_err(|error| error.to_string())?;
    let archive = place.path().join("a.zip");
    fs::write(&archive, bytes).map_err(|error| error.to_string())?;
    let outcome = sound(&archive)?;
    let unpacked: u64 = outcome.files.iter().map(|file| file.report.bytes).sum();
    holds(unpacked <= limits::ZIP_ARCHIVE_BYTES, || format!("{unpacked} bytes unpacked"))?;
    // Not one byte is taken from an entry that unpacks to something else than was declared.
    let odd = outcome.files.iter().find(|file| file.item.size != file.report.bytes);
    holds(odd.is_none(), || format!("{odd:?} is not of its size"))
}
