//! The store: SQLite in the process, or PostgreSQL for an environment that several relays share.
//! What is accepted is on the disk before it is answered.
//!
//! One thread writes, and one commit serves everything that queued up meanwhile; readers have
//! connections of their own. Writers of several relays exclude each other, so that all that is
//! written here may rely on what it has just read. Statements are written once, for both
//! databases; what belongs to a topic lies in one file, as functions of [`Tx`] or [`Db`].

mod accept;
pub(crate) mod accounts;
pub(crate) mod certificates;
mod db;
pub(crate) mod directory;
pub(crate) mod drafts;
mod journal;
pub(crate) mod offices;
pub(crate) mod pieces;
pub(crate) mod read;
mod readers;
mod schema;
pub(crate) mod sessions;
mod settings;
pub(crate) mod terminals;
mod tx;
mod view;
mod writer;

use std::sync::Arc;

use bytes::Bytes;

use crate::directory::Licence;
use crate::journal::{Entry, REGISTERED};
use crate::offices::{Office, OfficeNo};
use crate::wire::{Envelope, Slot};
pub(crate) use db::{Db, Place, Row, Value};
use directory::Member;
pub(crate) use journal::Event;
use readers::Readers;
pub(crate) use settings::get as setting;
pub(crate) use tx::Tx;
pub(crate) use view::View;
use writer::Writer;

/// A message that has passed every check.
#[derive(Debug)]
pub(crate) struct Accepted {
    pub(crate) seed: Arc<str>,
    pub(crate) sender: OfficeNo,
    pub(crate) receiver: OfficeNo,
    /// The terminal that sends it, where terminals are told apart.
    pub(crate) terminal: Option<String>,
    pub(crate) text: String,
    /// Milliseconds since 1970.
    pub(crate) at: i64,
    /// What was accepted before may be purged, milliseconds since 1970.
    pub(crate) since: i64,
    /// `Idempotency-Key` of the request, or what follows from it.
    pub(crate) key: Option<String>,
    /// `Idempotency-Key` of the bulk send that it is part of.
    pub(crate) batch: Option<String>,
    /// The draft that it was until now.
    pub(crate) draft: Option<Drafted>,
    /// Whether a file that was sent before is refused.
    pub(crate) refuses_again: bool,
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

/// The draft that a message was.
#[derive(Debug)]
pub(crate) struct Drafted {
    pub(crate) view: View,
    pub(crate) mark: drafts::Mark,
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
    /// The file of this name was sent before.
    Again(String),
    /// Its draft was sent, changed or removed meanwhile.
    Gone,
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
    /// Anything else that PostgreSQL reports, or the way to it.
    #[error("{0}")]
    Postgres(#[source] postgres::Error),
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

impl From<postgres::Error> for StoreError {
    fn from(problem: postgres::Error) -> Self {
        match problem.code() {
            Some(&postgres::error::SqlState::DISK_FULL) => Self::Full,
            _ => Self::Postgres(problem),
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

    /// Has the tables changed later, in order with everything else that is written; returns at
    /// once, or when there is room to wait. What cannot be written is told to the log alone.
    pub(crate) async fn write_later(
        &self,
        work: impl FnMut(&mut Tx<'_>) -> Result<(), StoreError> + Send + 'static,
    ) -> Result<(), StoreError> {
        self.writer.later(work).await
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
        self.write(move |tx| {
            offices.iter().try_for_each(|office| {
                offices::register(tx, office)?;
                directory::add_licence(tx, &office.number, &Licence::of_registered(at))?;
                let services = serde_json::json!({ "services": office.services });
                tx.record(at, &REGISTERED.by(&office.number).with(services))
            })
        })
        .await
    }

    /// The office of this number with its licence.
    pub(crate) async fn member(&self, number: &OfficeNo) -> Result<Option<Member>, StoreError> {
        let number = *number;
        self.read(move |db| directory::member(db, &number)).await
    }

    /// What an earlier send of the draft under the key came to.
    pub(crate) async fn earlier(&self, view: &View, key: &str, draft: &str) -> Result<Option<Outcome>, StoreError> {
        let (office, key) = (view.office, key.to_owned());
        let hash = accept::draft_hash(draft, view.terminal.as_deref());
        self.read(move |db| accept::earlier(db, &office, &key, &hash)).await
    }

    /// The messages of an earlier bulk send under the key.
    pub(crate) async fn batch(&self, view: &View, key: &str) -> Result<Vec<Envelope>, StoreError> {
        let (view, key) = (view.clone(), key.to_owned());
        self.read(move |db| accept::batch(db, &view, &key)).await
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
