//! Reading the database: its sender and its receiver see a message, nobody else.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::{Connection, OptionalExtension, Row, params};
use tokio::sync::Semaphore;

use super::{Side, StoreError, schema};
use crate::clock::jst;
use crate::offices::OfficeNo;
use crate::wire::{Envelope, FileEntry, Letter, Page, Slot};

/// A file as it was sent.
#[derive(Debug)]
pub(crate) struct Content {
    pub(crate) name: String,
    pub(crate) slot: Slot,
    pub(crate) sha256: String,
    pub(crate) body: Vec<u8>,
}

/// Connections that only read, opened when first needed and used again.
#[derive(Debug)]
pub(super) struct Readers {
    path: PathBuf,
    idle: Mutex<Vec<Connection>>,
    turns: Semaphore,
}

impl Readers {
    /// Connections at most.
    const MOST: usize = 8;

    pub(super) fn new(path: &Path) -> Self {
        Self { path: path.to_path_buf(), idle: Mutex::new(Vec::new()), turns: Semaphore::new(Self::MOST) }
    }

    /// Runs a query off the asynchronous threads.
    pub(super) async fn with<T: Send + 'static>(
        self: &Arc<Self>,
        query: impl FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let _turn = self.turns.acquire().await.map_err(|_| StoreError::Closed)?;
        let readers = Arc::clone(self);
        let answer = tokio::task::spawn_blocking(move || {
            let idle = readers.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let db = match idle {
                Some(db) => db,
                None => schema::open_reader(&readers.path)?,
            };
            let answer = query(&db)?;
            readers.idle.lock().unwrap_or_else(PoisonError::into_inner).push(db);
            Ok(answer)
        });
        answer.await.map_err(|_| StoreError::Closed)?
    }
}

/// The columns that [`envelope_of`] reads.
macro_rules! envelope_columns {
    () => {
        "seq, id, sender, receiver, accepted_at"
    };
}

/// The message of this row, by its place in the database.
pub(super) fn envelope(db: &Connection, seq: i64) -> Result<Envelope, StoreError> {
    let sql = concat!("SELECT ", envelope_columns!(), " FROM message WHERE seq = ?1");
    let (seq, envelope) = db.prepare_cached(sql)?.query_row([seq], envelope_of)?;
    with_files(db, seq, envelope)
}

/// One page, newest first; one row more than asked tells whether there is a next page. `before`
/// is a message of the office, where the last page ended; `None` is returned for any other.
pub(super) fn page(
    db: &Connection,
    side: Side,
    office: &OfficeNo,
    before: Option<&str>,
    limit: u32,
) -> Result<Option<Page>, StoreError> {
    let sql = match side {
        Side::Inbox => concat!(
            "SELECT ",
            envelope_columns!(),
            " FROM message WHERE receiver = ?1 AND seq < ?2 ORDER BY seq DESC LIMIT ?3"
        ),
        Side::Sent => concat!(
            "SELECT ",
            envelope_columns!(),
            " FROM message WHERE sender = ?1 AND seq < ?2 ORDER BY seq DESC LIMIT ?3"
        ),
    };
    // Files are read in the same snapshot as the list.
    let snapshot = db.unchecked_transaction()?;
    let before = match before {
        None => i64::MAX,
        Some(id) => {
            let seq = snapshot
                .prepare_cached("SELECT seq FROM message WHERE id = ?1 AND ?2 IN (sender, receiver)")?
                .query_row(params![id, office.as_str()], |row| row.get(0))
                .optional()?;
            let Some(seq) = seq else { return Ok(None) };
            seq
        }
    };
    let mut rows: Vec<_> = snapshot
        .prepare_cached(sql)?
        .query_map(params![office.as_str(), before, i64::from(limit) + 1], envelope_of)?
        .collect::<Result<_, _>>()?;
    let wanted = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = rows.len() > wanted;
    rows.truncate(wanted);
    let next = rows.last().filter(|_| more).map(|(_, last)| last.id.clone());
    let items = rows.into_iter().map(|(seq, envelope)| with_files(&snapshot, seq, envelope));
    Ok(Some(Page { items: items.collect::<Result<_, _>>()?, next }))
}

/// The message of this id, for its sender or receiver.
pub(super) fn letter(db: &Connection, id: &str, office: &OfficeNo) -> Result<Option<Letter>, StoreError> {
    let sql = concat!("SELECT ", envelope_columns!(), ", text FROM message WHERE id = ?1 AND ?2 IN (sender, receiver)");
    let found = db
        .prepare_cached(sql)?
        .query_row(params![id, office.as_str()], |row| Ok((envelope_of(row)?, row.get("text")?)))
        .optional()?;
    let Some(((seq, envelope), message)) = found else { return Ok(None) };
    Ok(Some(Letter { envelope: with_files(db, seq, envelope)?, message }))
}

/// The file of this number, for sender or receiver of its message.
pub(super) fn content(db: &Connection, id: &str, n: u32, office: &OfficeNo) -> Result<Option<Content>, StoreError> {
    let content = db
        .prepare_cached(
            "SELECT name, slot, sha256, body FROM file JOIN message ON message.seq = file.message
             WHERE message.id = ?1 AND file.n = ?2 AND ?3 IN (sender, receiver)",
        )?
        .query_row(params![id, n, office.as_str()], |row| {
            Ok(Content { name: row.get("name")?, slot: slot(row)?, sha256: row.get("sha256")?, body: row.get("body")? })
        })
        .optional()?;
    Ok(content)
}

fn envelope_of(row: &Row<'_>) -> rusqlite::Result<(i64, Envelope)> {
    let envelope = Envelope {
        id: row.get("id")?,
        from: row.get("sender")?,
        to: row.get("receiver")?,
        accepted_at: jst(row.get("accepted_at")?),
        serials: Vec::new(),
        files: Vec::new(),
    };
    Ok((row.get("seq")?, envelope))
}

fn with_files(db: &Connection, seq: i64, mut envelope: Envelope) -> Result<Envelope, StoreError> {
    envelope.files = db
        .prepare_cached("SELECT n, slot, name, serial, size, sha256 FROM file WHERE message = ?1 ORDER BY n")?
        .query_map([seq], |row| {
            Ok(FileEntry {
                n: row.get("n")?,
                slot: slot(row)?,
                name: row.get("name")?,
                serial: row.get("serial")?,
                // The table holds the length of a blob, which is never negative.
                size: row.get::<_, i64>("size")?.unsigned_abs(),
                sha256: row.get("sha256")?,
            })
        })?
        .collect::<Result<_, _>>()?;
    envelope.serials = envelope.files.iter().filter_map(|file| file.serial.clone()).collect();
    envelope.serials.sort();
    envelope.serials.dedup();
    Ok(envelope)
}

/// The table admits the two words only.
fn slot(row: &Row<'_>) -> rusqlite::Result<Slot> {
    let word: String = row.get("slot")?;
    Ok(if word == Slot::Csv.as_str() { Slot::Csv } else { Slot::Attachment })
}
