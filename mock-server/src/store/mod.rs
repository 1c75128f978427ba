//! The store: SQLite in the process, or PostgreSQL for an environment that several relays share.
//! What is accepted is on the disk before it is answered.
//!
//! One thread writes, and one commit serves everything that queued up meanwhile; readers have
//! connections of their own. Writers of several relays exclude each other, so that all that is
//! written here may rely on what it has just read. Statements are written once, for both
//! databases; what belongs to a topic lies in one file, as functions of [`Tx`] or [`Db`].

mod accept;
mod db;
pub(crate) mod faults;
mod journal;
mod offices;
mod read;
mod readers;
mod reset;
mod schema;
mod settings;
pub(crate) mod snapshot;
mod totals;
mod tx;
mod writer;

use std::sync::Arc;

use bytes::Bytes;

use crate::journal::Entry;
use crate::offices::{Office, OfficeNo};
use crate::wire::{Envelope, Letter, Page, Slot};
pub(crate) use db::{Db, Place};
pub(crate) use journal::Event;
pub(crate) use offices::find_for_writer as office_of;
pub(crate) use read::Content;
use readers::Readers;
pub(crate) use totals::Totals;
pub(crate) use tx::Tx;
use writer::Writer;

/// A message that has passed every check.
#[derive(Debug)]
pub(crate) struct Accepted {
    pub(crate) seed: Arc<str>,
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

/// Why the store did not do it. Nothing was stored, unless it says otherwise.
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
    /// The database, or the way to it, is not as it should be; trying later may help. Whether a
    /// change was made is not known: a retry with the same key tells.
    #[error("the database cannot be reached: {0}")]
    Unreachable(String),
    /// Anything else that PostgreSQL reports: its message and code, without details.
    #[error("{0}")]
    Postgres(String),
    /// A text with U+0000, which not every database keeps.
    #[error("a text holds U+0000")]
    Nul,
    /// What is stored is not what this program writes.
    #[error("what is stored under {0} cannot be read")]
    Spoilt(&'static str),
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
    is_shared: bool,
}

impl Store {
    /// Opens the tables, made if absent.
    pub(crate) fn open(place: Place) -> Result<Self, StoreError> {
        let (writer, is_shared) = (Writer::start(&place)?, place.is_shared());
        Ok(Self { writer: Arc::new(writer), readers: Arc::new(Readers::new(place)), is_shared })
    }

    /// Whether other relays may change the tables behind this one's back.
    pub(crate) const fn is_shared(&self) -> bool {
        self.is_shared
    }

    /// Changes the tables; returns after the commit. The work runs in a transaction that excludes
    /// all others; when the commit fails it may run again, so it changes nothing but its tables.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        work: impl FnMut(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.writer.write(work).await
    }

    /// Reads the tables.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        query: impl FnOnce(&mut Db) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.readers.with(query).await
    }

    /// Stores a message; returns after the commit.
    pub(crate) async fn accept(&self, message: Accepted) -> Result<Outcome, StoreError> {
        self.write(move |tx| accept::accept(tx, &message)).await
    }

    /// Writes events into the journal, at the simulated time `at`.
    pub(crate) async fn record(&self, at: i64, event: Event) -> Result<(), StoreError> {
        self.write(move |tx| tx.record(at, &event)).await
    }

    /// Registers offices, or updates them, all at once.
    pub(crate) async fn register(&self, at: i64, offices: Vec<Office>) -> Result<(), StoreError> {
        self.write(move |tx| offices::register_all(tx, at, &offices)).await
    }

    /// Forgets everything but the settings named, registers the offices, and begins the journal anew.
    pub(crate) async fn reset(
        &self,
        at: i64,
        kept: &'static [&'static str],
        offices: Vec<Office>,
    ) -> Result<(), StoreError> {
        self.write(move |tx| reset::reset(tx, at, kept, &offices)).await
    }

    /// A page of the offices after a number.
    pub(crate) async fn offices(&self, after: String, limit: u32) -> Result<Vec<Office>, StoreError> {
        self.read(move |db| db.snapshot(|db| offices::page(db, &after, limit))).await
    }

    /// Removes an office that has neither sent nor received anything; `None` if there is none,
    /// `Some(false)` if it has.
    pub(crate) async fn remove(&self, at: i64, office: OfficeNo) -> Result<Option<bool>, StoreError> {
        self.write(move |tx| offices::remove(tx, at, &office)).await
    }

    /// How much is stored.
    pub(crate) async fn totals(&self) -> Result<Totals, StoreError> {
        self.read(|db| db.snapshot(totals::totals)).await
    }

    /// Jobs that wait for the writer.
    pub(crate) fn waiting(&self) -> usize {
        self.writer.waiting()
    }

    /// The office of this number.
    pub(crate) async fn office(&self, number: &OfficeNo) -> Result<Option<Office>, StoreError> {
        let number = *number;
        self.read(move |db| offices::find(db, &number)).await
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
        self.read(move |db| read::page(db, side, &office, before.as_deref(), limit)).await
    }

    /// A message that the office sent or received.
    pub(crate) async fn letter(&self, id: String, office: &OfficeNo) -> Result<Option<Letter>, StoreError> {
        let office = *office;
        self.read(move |db| read::letter(db, &id, &office)).await
    }

    /// A file of a message that the office sent or received.
    pub(crate) async fn content(&self, id: String, n: u32, office: &OfficeNo) -> Result<Option<Content>, StoreError> {
        let office = *office;
        self.read(move |db| read::content(db, &id, n, &office)).await
    }

    /// A page of the journal after a place, oldest first.
    pub(crate) async fn journal(
        &self,
        after: i64,
        office: Option<String>,
        limit: u32,
    ) -> Result<Vec<Entry>, StoreError> {
        self.read(move |db| journal::page(db, after, office.as_deref(), limit)).await
    }

    /// The first row of the journal that does not carry its seal; `None` if all do.
    pub(crate) async fn journal_break(&self) -> Result<Option<i64>, StoreError> {
        self.read(|db| db.snapshot(journal::broken)).await
    }

    /// How often the settings were changed.
    pub(crate) async fn settings_version(&self) -> Result<i64, StoreError> {
        self.read(settings::version).await
    }

    /// How often the settings were changed, and all of them.
    pub(crate) async fn settings(&self) -> Result<(i64, Vec<(String, String)>), StoreError> {
        self.read(|db| db.snapshot(|db| Ok((settings::version(db)?, settings::all(db)?)))).await
    }
}

#[cfg(test)]
mod tests;
