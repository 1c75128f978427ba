//! Drafts (下書き) and what is queued for a bulk send: a form that is kept, unchecked, until it is
//! sent. Where terminals are told apart, a draft lives on its terminal.

/// The drafts that a view sees: of office ?1 on terminal ?2, changed since ?3.
macro_rules! seen {
    () => {
        "office = ?1 AND (CAST(?2 AS TEXT) IS NULL OR terminal = ?2) AND changed_at >= ?3"
    };
}

mod keep;
mod look;

use std::sync::Arc;

use bytes::Bytes;

use super::view::View;
use crate::wire::{DraftEntry, Origin, Slot};
pub(crate) use keep::{keep, remove, replace};
pub(crate) use look::{file, find, load, page, queued};

/// A form to be kept.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    pub(crate) origin: Origin,
    /// As it was typed.
    pub(crate) to: String,
    pub(crate) text: String,
    pub(crate) files: Vec<KeptFile>,
}

/// A file of it.
#[derive(Clone, Debug)]
pub(crate) struct KeptFile {
    pub(crate) slot: Slot,
    pub(crate) name: String,
    pub(crate) sha256: String,
    pub(crate) body: Bytes,
}

/// A draft with its files, to be sent.
#[derive(Debug)]
pub(crate) struct Loaded {
    pub(crate) kept: Kept,
    pub(crate) mark: Mark,
}

/// A draft as it was at one moment.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    pub(crate) id: String,
    version: i64,
}

/// Where new drafts stand.
#[derive(Clone, Debug)]
pub(crate) struct Desk {
    /// Whose they are; `since` is that of drafts.
    pub(crate) view: View,
    pub(crate) seed: Arc<str>,
    pub(crate) at: i64,
    /// Drafts that the office may have.
    pub(crate) most: u64,
}

/// Keys under which a batch was queued: its own, and a hash of what it holds.
#[derive(Clone, Debug)]
pub(crate) struct Batch {
    pub(crate) key: String,
    pub(crate) hash: String,
}

/// What became of drafts to be kept.
#[derive(Debug)]
pub(crate) enum Keeping {
    /// They are kept, now or from an earlier request under the same key.
    Kept(Vec<DraftEntry>),
    /// The office has too many; none was kept.
    TooMany,
    /// The key was used for something else.
    Conflict,
}
