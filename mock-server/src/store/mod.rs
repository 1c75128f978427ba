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
pub(crate) mod faults;
mod fresh;
mod journal;
pub(crate) mod offices;
pub(crate) mod pieces;
pub(crate) mod read;
mod readers;
mod reset;
mod schema;
pub(crate) mod sessions;
mod settings;
pub(crate) mod snapshot;
pub(crate) mod terminals;
mod totals;
mod tx;
mod view;
mod writer;

use std::sync::Arc;

use bytes::Bytes;

use crate::journal::Entry;
use crate::offices::{Office, OfficeNo};
use crate::wire::{Envelope, Slot};
pub(crate) use db::{Db, Place, Row, Value};
use directory::Member;
use fresh::{Commits, Kept};
pub(crate) use journal::{Event, last as journal_head};
use readers::Readers;
pub(crate) use settings::get as setting;
pub(crate) use totals::Totals;
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
    /// The serial number of the certificate that the sender shows.
    pub(crate) certificate: String,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
    kept: Arc<Answers>,
    is_shared: bool,
}

/// Answers of the database that are given again while they stand.
#[derive(Debug)]
struct Answers {
    commits: Arc<Commits>,
    members: Kept<OfficeNo, Arc<Member>>,
    lists: Kept<(Side, OfficeNo, u32), Bytes>,
}

/// Offices that are kept.
const KEPT_MEMBERS: u64 = 8_192;
/// Bytes of pages that are kept.
const KEPT_PAGES: u64 = 32 << 20;

impl Store {
    /// Opens the tables, made if absent.
    pub(crate) fn open(place: Place) -> Result<Self, StoreError> {
        let commits = Arc::default();
        let (writer, is_shared) = (Writer::start(&place, Arc::clone(&commits))?, place.is_shared());
        let kept = Answers {
            commits,
            members: Kept::new(KEPT_MEMBERS, |_| 1),
            lists: Kept::new(KEPT_PAGES, |page| page.len() as u64),
        };
        Ok(Self { writer: Arc::new(writer), readers: Arc::new(Readers::new(place)), kept: Arc::new(kept), is_shared })
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
        self.write(move |tx| {
            tx.concerns(&[]);
            tx.record(at, &event)
        })
        .await
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

    /// The office of this number with its licence.
    pub(crate) async fn member(&self, number: &OfficeNo) -> Result<Option<Arc<Member>>, StoreError> {
        let (number, Answers { commits, members, .. }) = (*number, &*self.kept);
        if let Some(member) = members.get(commits, &number) {
            return Ok(Some(member));
        }
        let mark = commits.reached();
        let member = self.read(move |db| directory::member(db, &number)).await?.map(Arc::new);
        if let Some(member) = member.as_ref().filter(|_| !self.is_shared) {
            members.put(mark, number, Arc::clone(member));
        }
        Ok(member)
    }

    /// The first page of a list of the office, as it is answered; made anew by `make` where it is
    /// not known, or no longer.
    pub(crate) async fn first_page<E: From<StoreError>>(
        &self,
        side: Side,
        office: &OfficeNo,
        limit: u32,
        make: impl Future<Output = Result<Bytes, E>>,
    ) -> Result<Bytes, E> {
        let (key, Answers { commits, lists, .. }) = ((side, *office, limit), &*self.kept);
        if let Some(page) = lists.get_list(commits, office, &key) {
            return Ok(page);
        }
        let mark = commits.reached();
        let page = make.await?;
        if !self.is_shared {
            lists.put(mark, key, page.clone());
        }
        Ok(page)
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

    /// The last rows of the journal, oldest first.
    pub(crate) async fn journal_end(&self, most: u32) -> Result<Vec<Entry>, StoreError> {
        self.read(move |db| journal::end(db, most)).await
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
