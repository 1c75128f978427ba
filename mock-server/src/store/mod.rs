//! The store: SQLite in the process. What is accepted is on the disk before it is answered.
//!
//! One thread writes, and one commit serves everything that queued up meanwhile; readers have
//! connections of their own. WAL with `synchronous=FULL`: a commit that has returned survives
//! SIGKILL and, as far as the disk keeps its word, loss of power.

mod accept;
mod offices;
mod read;
mod schema;
mod writer;

use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;

use crate::limits::Limits;
use crate::offices::{Office, OfficeNo};
use crate::wire::{Envelope, Letter, Page, Slot};
pub(crate) use read::Content;
use read::Readers;
use writer::Writer;

/// A message that has passed every check.
#[derive(Debug)]
pub(crate) struct Accepted {
    pub(crate) id: String,
    pub(crate) sender: OfficeNo,
    pub(crate) receiver: OfficeNo,
    pub(crate) text: String,
    /// Milliseconds since 1970.
    pub(crate) at: i64,
    /// `Idempotency-Key` of the request.
    pub(crate) key: Option<String>,
    pub(crate) files: Vec<AcceptedFile>,
}

/// One file of it.
#[derive(Debug)]
pub(crate) struct AcceptedFile {
    pub(crate) slot: Slot,
    pub(crate) name: String,
    /// ファイル連番, for a file of the standard.
    pub(crate) serial: Option<String>,
    pub(crate) sha256: String,
    pub(crate) body: Bytes,
}

/// What became of a message.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// Stored now.
    Stored(Envelope),
    /// Stored by an earlier request with the same key and the same content.
    Before(Envelope),
    /// The key was used for something else.
    Conflict,
}

/// Why the store did not do it. Nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// No room: the disk, or the limit of the database.
    #[error("no room left")]
    Full,
    /// Made by a later version of this program.
    #[error("the database has schema {found}; this program knows up to {known}")]
    Newer {
        /// What was found.
        found: i64,
        /// The latest that is known.
        known: i64,
    },
    /// The database is closed, or its thread could not be started.
    #[error("the database is closed")]
    Closed,
    /// Anything else that SQLite reports.
    #[error(transparent)]
    Sqlite(rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(problem: rusqlite::Error) -> Self {
        match problem.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DiskFull) => Self::Full,
            _ => Self::Sqlite(problem),
        }
    }
}

/// Which list of an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// 受信一覧.
    Inbox,
    /// 送信一覧.
    Sent,
}

/// The database of one relay; clones share it. It closes when the last one goes.
#[derive(Clone, Debug)]
pub(crate) struct Store {
    writer: Arc<Writer>,
    readers: Arc<Readers>,
}

impl Store {
    /// Opens the database file, made if absent.
    pub(crate) fn open(path: &Path, limits: &Limits) -> Result<Self, StoreError> {
        let connection = schema::open(path, limits.database_pages)?;
        let writer = Writer::start(connection)?;
        Ok(Self { writer: Arc::new(writer), readers: Arc::new(Readers::new(path)) })
    }

    /// Stores a message; returns after the commit.
    pub(crate) async fn accept(&self, message: Accepted) -> Result<Outcome, StoreError> {
        self.writer.accept(message).await
    }

    /// Registers an office, or updates it.
    pub(crate) async fn register(&self, office: Office) -> Result<(), StoreError> {
        self.writer.register(office).await
    }

    /// The office of this number.
    pub(crate) async fn office(&self, number: &OfficeNo) -> Result<Option<Office>, StoreError> {
        let number = *number;
        self.readers.with(move |db| offices::find(db, &number)).await
    }

    /// One page of a list, newest first; `None` if `before` is no message of the office.
    pub(crate) async fn list(
        &self,
        side: Side,
        office: &OfficeNo,
        before: Option<String>,
        limit: u32,
    ) -> Result<Option<Page>, StoreError> {
        let office = *office;
        self.readers.with(move |db| read::page(db, side, &office, before.as_deref(), limit)).await
    }

    /// A message that the office sent or received.
    pub(crate) async fn letter(&self, id: String, office: &OfficeNo) -> Result<Option<Letter>, StoreError> {
        let office = *office;
        self.readers.with(move |db| read::letter(db, &id, &office)).await
    }

    /// A file of a message that the office sent or received.
    pub(crate) async fn content(&self, id: String, n: u32, office: &OfficeNo) -> Result<Option<Content>, StoreError> {
        let office = *office;
        self.readers.with(move |db| read::content(db, &id, n, &office)).await
    }
}
