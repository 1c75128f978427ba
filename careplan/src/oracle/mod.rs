//! What must hold whatever bytes come: properties for fuzzers, replayed by ordinary tests over the
//! corpus and over every past finding. Not part of the interface.
//!
//! An oracle takes bytes and says what is wrong, if anything. It panics only where the library does.

mod bundle;
mod check;
mod content;
mod csv;
mod feed;
mod ms932;
mod name;
mod plain;
mod python;
mod record;
mod set;

pub use bundle::{Entry, join, split};
pub use check::{Seen, check_in_pieces, objection, seen};
pub use feed::Feed;
pub use record::Sheet;

/// Whether a property holds; if not, why.
pub type Verdict = Result<(), String>;

/// One property.
#[derive(Clone, Copy, Debug)]
pub struct Oracle {
    /// Its name: that of its fuzz target, and of the folder of its seeds.
    pub name: &'static str,
    /// What of the corpus is fed to it.
    pub feed: Feed,
    /// Judges one input.
    pub judge: fn(&[u8]) -> Verdict,
}

/// Bytes → records → bytes.
pub const CSV: Oracle = Oracle { name: "csv", feed: Feed::Contents, judge: csv::judge };
/// File name → parts → file name.
pub const NAME: Oracle = Oracle { name: "name", feed: Feed::Names, judge: name::judge };
/// MS932 against the table of another implementation.
pub const MS932: Oracle = Oracle { name: "ms932", feed: Feed::Contents, judge: ms932::judge };
/// Record → canonical bytes → record, for records made of the layout.
pub const RECORD: Oracle = Oracle { name: "record", feed: Feed::Contents, judge: record::judge };
/// One file checked at once and in pieces.
pub const CHECK: Oracle = Oracle { name: "check", feed: Feed::Files, judge: check::judge };
/// Files checked together.
pub const SET: Oracle = Oracle { name: "set", feed: Feed::Folders, judge: set::judge };

/// Those of this crate.
pub const ORACLES: &[Oracle] = &[CSV, NAME, MS932, RECORD, CHECK, SET];

/// `Ok` where the condition holds, else what `why` says.
///
/// # Errors
/// The condition does not hold.
pub fn holds(condition: bool, why: impl FnOnce() -> String) -> Verdict {
    if condition { Ok(()) } else { Err(why()) }
}

/// `Ok` where both are the same, else both.
///
/// # Errors
/// They differ.
pub fn same<T: PartialEq + std::fmt::Debug>(what: &str, one: &T, other: &T) -> Verdict {
    holds(one == other, || format!("{what}:\n  {one:?}\n  {other:?}"))
}

/// What is read of the bytes, if anything, is written and read back as it was.
///
/// # Errors
/// It cannot be written, or comes back as something else.
pub fn round_trip<T: PartialEq + std::fmt::Debug>(
    bytes: &[u8],
    read: impl Fn(&[u8]) -> Option<T>,
    write: impl Fn(&T) -> Option<Vec<u8>>,
) -> Verdict {
    let Some(value) = read(bytes) else { return Ok(()) };
    let written = write(&value).ok_or_else(|| format!("{value:?} cannot be written"))?;
    same("read back", &read(&written), &Some(value))
}
