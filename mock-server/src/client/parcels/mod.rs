//! From files in folders to messages: one a destination, whole sets only.
//!
//! Where a file goes stands in its name (relay.md 3): `UPPLAN_202505_FROM_43_TO_15_SERIAL.CSV`.
//! Everything that the relay would refuse for its name or its set is told beforehand.

mod gather;
mod issue;
mod load;

use std::path::PathBuf;

use careplan::name::UnitKey;

pub(super) use gather::list;
pub use gather::{Gathered, gather, source};
pub use issue::{Fault, Issue};
pub use load::{loads, too_large};

use super::home::Item;
use crate::hash::sha256;

/// A file to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Where it lies.
    pub path: PathBuf,
    /// What it is.
    pub item: Item,
}

/// The files of one serial between the same ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set {
    /// Serial and ends.
    pub unit: UnitKey,
    /// Its files, by name.
    pub files: Vec<Source>,
}

/// What goes to one office.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parcel {
    /// 送信先 事業所番号.
    pub to: String,
    /// Its sets, by serial.
    pub sets: Vec<Set>,
    /// The text.
    pub text: String,
    /// Other files.
    pub attachments: Vec<Source>,
}

impl Parcel {
    /// All files in the order in which they are numbered: sets first.
    pub fn files(&self) -> impl Iterator<Item = &Source> {
        self.sets.iter().flat_map(|set| &set.files).chain(&self.attachments)
    }

    /// Bytes of all files.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.files().map(|file| file.item.size).sum()
    }

    /// SHA-256 of text and attachments, where there are any.
    #[must_use]
    pub(super) fn extras(&self) -> Option<String> {
        if self.text.is_empty() && self.attachments.is_empty() {
            return None;
        }
        let mut all = sha256(self.text.as_bytes());
        for Source { item, .. } in &self.attachments {
            all.push('\n');
            all.push_str(&item.sha256);
            all.push_str(&item.name);
        }
        Some(sha256(all.as_bytes()))
    }
}
