//! One file: read in blocks, hashed and judged as the bytes pass.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, Read};

use careplan::check::{FileChecker, Limits};
use careplan::diagnostic::Finding;
use careplan::text::Message;
use sha2::{Digest, Sha256};

use super::{JudgedFile, Progress};
use crate::input::{Item, Source, limits, reason};
use crate::shown::{io_reason, visible};

/// The outcome of one item: judged, or the reason why not.
pub(super) type Judged = Result<JudgedFile, Box<Finding>>;

/// Judges a regular file.
pub(super) fn judge_path(item: Item, share: Limits, progress: &dyn Progress) -> Judged {
    let Source::File(path) = &item.source else {
        return Err(unreadable(&item, &io::Error::from(io::ErrorKind::Unsupported)));
    };
    match File::open(path) {
        Ok(file) => judge_reader(item, file, share, progress),
        Err(error) => Err(unreadable(&item, &error)),
    }
}

/// Judges what a reader gives, to its end.
pub(super) fn judge_reader(item: Item, mut reader: impl Read, share: Limits, progress: &dyn Progress) -> Judged {
    let mut checker = FileChecker::new(&item.file_name, share);
    let mut hash = Sha256::new();
    let block = usize::try_from(item.size).unwrap_or(limits::BLOCK).clamp(4 << 10, limits::BLOCK);
    let mut block = vec![0; block];
    loop {
        match reader.read(&mut block) {
            Ok(0) => break,
            Ok(read) => {
                let bytes = block.get(..read).unwrap_or_default();
                if read == limits::BLOCK {
                    // A core that is idle takes the hash; where none is, one follows the other.
                    rayon::join(|| checker.feed(bytes), || hash.update(bytes));
                } else {
                    checker.feed(bytes);
                    hash.update(bytes);
                }
                progress.advance(read as u64);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(unreadable(&item, &error)),
        }
    }
    let sha256 = hash.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    Ok(JudgedFile { item, sha256, report: checker.finish() })
}

/// The finding for a file that could not be read to its end.
fn unreadable(item: &Item, error: &io::Error) -> Box<Finding> {
    // Inside an archive, what does not come from the operating system comes from broken data.
    let is_broken = matches!(item.source, Source::Entry { .. }) && error.raw_os_error().is_none();
    let rule = if is_broken { &reason::ZIP_BROKEN } else { &reason::UNREADABLE };
    let (path, why) = (visible(&item.path), io_reason(error));
    let found =
        Message::new(format!("{path}：読めません（{}）", why.ja), format!("{path}: cannot be read ({})", why.en));
    Box::new(reason::finding(rule, found))
}
