//! Archives: the directory of a zip is read entry by entry, never kept whole, so that a hostile
//! one costs no memory; sizes are summed as declared before anything is unpacked.

use std::collections::HashSet;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use careplan::text::Message;

use zip::read::{Config, OwnedZipFileEntry};
use zip::result::ZipError;
use zip::unstable::read::ZipIterable;

use super::{Item, Problems, Source, entry_name, limits, reason};
use crate::shown::{io_reason, visible};

/// What one run may still take from archives.
#[derive(Clone, Copy, Debug)]
pub(super) struct Budget {
    /// Items.
    pub(super) files: usize,
    /// Unpacked bytes.
    pub(super) bytes: u64,
}

/// Lists the entries of the archive at `path`, shown as `shown`, taking from `budget`.
pub(super) fn list(path: &Path, shown: &str, budget: &mut Budget, items: &mut Vec<Item>, problems: &mut Problems) {
    let archive: Arc<Path> = Arc::from(path);
    let mut names = HashSet::new();
    let mut unpacked = 0_u64;
    let outcome = for_each_entry(path, |ordinal, entry| {
        if ordinal >= limits::ZIP_ENTRIES || budget.files == 0 {
            problems.add(&reason::LIMIT, limit_message(shown, limits::ZIP_ENTRIES.min(limits::FILES)));
            return false;
        }
        let name = match entry_name::accept(entry.name_raw()) {
            Ok(_) if entry.is_dir() => return true,
            Ok(name) => name,
            Err((name, why)) => {
                problems.add(
                    &reason::ZIP_ENTRY_REFUSED,
                    Message::new(
                        format!("{}!/{}：{}", visible(shown), visible(&name), why.ja),
                        format!("{}!/{}: {}", visible(shown), visible(&name), why.en),
                    ),
                );
                return true;
            }
        };
        let path = format!("{shown}!/{name}");
        if let Some((rule, ja, en)) = refuse(&entry, names.insert(name.clone())) {
            problems.add(rule, Message::new(format!("{}：{ja}", visible(&path)), format!("{}: {en}", visible(&path))));
            return true;
        }
        let size = entry.size();
        if too_dense(size, entry.compressed_size()) {
            problems.add(&reason::LIMIT, ratio_message(&path));
            return true;
        }
        unpacked = unpacked.saturating_add(size);
        if unpacked > limits::ZIP_ARCHIVE_BYTES || size > budget.bytes {
            problems.add(&reason::LIMIT, bytes_message(&path));
            return false;
        }
        budget.bytes -= size;
        budget.files -= 1;
        let file_name = name.rsplit('/').next().unwrap_or_default().to_owned();
        items.push(Item { path, file_name, size, source: Source::Entry { archive: Arc::clone(&archive), ordinal } });
        true
    });
    if let Err(error) = outcome {
        problems.push(broken(shown, &error));
    }
}

/// Gives every entry of an archive with its position to `take`, until that says `false`.
///
/// # Errors
/// The archive cannot be opened, or its directory is broken.
pub fn for_each_entry(path: &Path, mut take: impl FnMut(usize, OwnedZipFileEntry) -> bool) -> Result<(), ZipError> {
    let mut archive = ZipIterable::try_new(File::open(path)?, Config::default())?;
    for (ordinal, entry) in archive.files()?.enumerate() {
        if !take(ordinal, OwnedZipFileEntry::from(entry?)) {
            break;
        }
    }
    Ok(())
}

/// The finding for an archive, or an entry of one, that cannot be read.
pub(crate) fn broken(shown: &str, error: &ZipError) -> careplan::diagnostic::Finding {
    let rule = match error {
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) | ZipError::InvalidPassword => {
            &reason::UNREADABLE
        }
        ZipError::Io(io) if io.raw_os_error().is_some() => &reason::UNREADABLE,
        _ => &reason::ZIP_BROKEN,
    };
    let shown = visible(shown);
    let why = match error {
        ZipError::Io(io) => io_reason(io),
        other => Message::new(visible(&other.to_string()), visible(&other.to_string())),
    };
    reason::finding(
        rule,
        Message::new(
            format!("{shown}：{}（{}）", rule.title.ja, why.ja),
            format!("{shown}: {} ({})", rule.title.en, why.en),
        ),
    )
}

type Refusal = (&'static careplan::rules::Rule, &'static str, &'static str);

fn refuse(entry: &OwnedZipFileEntry, is_new_name: bool) -> Option<Refusal> {
    if !is_new_name {
        Some((&reason::ZIP_ENTRY_REFUSED, "同じ名前の項目が2つあります", "two entries have this name"))
    } else if entry.is_symlink() {
        Some((&reason::ZIP_ENTRY_REFUSED, "リンクです", "it is a link"))
    } else if entry.encrypted() {
        Some((&reason::UNREADABLE, "暗号化されています", "it is encrypted"))
    } else {
        None
    }
}

const fn too_dense(size: u64, packed: u64) -> bool {
    size >= limits::ZIP_RATIO_FROM && size / limits::ZIP_RATIO > packed
}

fn limit_message(shown: &str, entries: usize) -> Message {
    let shown = visible(shown);
    Message::new(
        format!("{shown}：項目が上限（{entries} 件）を超えたため、残りを読みません"),
        format!("{shown}: more than {entries} entries; the rest is not read"),
    )
}

fn ratio_message(path: &str) -> Message {
    let (path, ratio) = (visible(path), limits::ZIP_RATIO);
    Message::new(
        format!("{path}：圧縮率が上限（{ratio} 倍）を超えるため、読みません"),
        format!("{path}: unpacks to more than {ratio} times its size; it is not read"),
    )
}

fn bytes_message(path: &str) -> Message {
    let (path, one, all) = (visible(path), limits::ZIP_ARCHIVE_BYTES >> 30, limits::ZIP_RUN_BYTES >> 30);
    Message::new(
        format!("{path}：展開後の合計が上限（1つの zip で {one} GiB、全体で {all} GiB）を超えるため、ここで止めます"),
        format!("{path}: unpacked size passes the limit ({one} GiB per zip, {all} GiB in all); reading stops here"),
    )
}
