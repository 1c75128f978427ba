//! The journal: everything that happened, in order, each row sealed by a hash that covers it and
//! the hash before it. No file names, texts or names of offices: numbers, sizes and hashes only.

use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use super::StoreError;
use super::db::{Db, Row, Value};
use crate::hash::hex;
use crate::journal::{Entry, EventKind};

/// What happened, before it has a place.
#[derive(Clone, Debug)]
pub(crate) struct Event {
    /// What kind of event.
    pub(crate) kind: &'static EventKind,
    /// Who did it, or whom it concerns.
    pub(crate) office: Option<String>,
    /// What it is about: the id of a message, the serial of a certificate…
    pub(crate) subject: Option<String>,
    /// The rest; the keys of objects are kept in order.
    pub(crate) detail: Json,
}

/// The hash before the first row.
pub(crate) const START: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// Place and hash of the last row.
pub(super) fn head(db: &mut Db) -> Result<(i64, String), StoreError> {
    let last = db
        .first("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1", &[], |row| Ok((row.int(0)?, row.text(1)?)))?;
    Ok(last.unwrap_or_else(|| (0, START.to_owned())))
}

/// The place of the last row; 0 where there is none.
pub(crate) fn last(db: &mut Db) -> Result<i64, StoreError> {
    head(db).map(|(seq, _)| seq)
}

/// Appends a row; gives its place and hash.
pub(super) fn append(db: &mut Db, seq: i64, before: &str, at: i64, event: &Event) -> Result<(i64, String), StoreError> {
    let detail = event.detail.to_string();
    let (office, subject) = (event.office.as_deref(), event.subject.as_deref());
    let hash = seal(before, seq, at, event.kind.id, office, subject, &detail);
    db.run(
        "INSERT INTO journal (seq, at, event, office, subject, detail, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        &[
            seq.into(),
            at.into(),
            event.kind.id.into(),
            office.into(),
            subject.into(),
            Value::Text(&detail),
            Value::Text(&hash),
        ],
    )?;
    Ok((seq, hash))
}

/// A page of the journal after a place, oldest first.
pub(super) fn page(db: &mut Db, after: i64, office: Option<&str>, limit: u32) -> Result<Vec<Entry>, StoreError> {
    db.rows(
        "SELECT seq, at, event, office, subject, detail, hash FROM journal
         WHERE seq > ?1 AND (CAST(?2 AS TEXT) IS NULL OR office = ?2) ORDER BY seq LIMIT ?3",
        &[after.into(), office.into(), limit.into()],
        entry,
    )
}

/// The last rows of the journal, oldest first.
pub(super) fn end(db: &mut Db, most: u32) -> Result<Vec<Entry>, StoreError> {
    let sql = "SELECT seq, at, event, office, subject, detail, hash FROM journal ORDER BY seq DESC LIMIT ?1";
    let mut entries = db.rows(sql, &[most.into()], entry)?;
    entries.reverse();
    Ok(entries)
}

/// Reads a row of `seq, at, event, office, subject, detail, hash`.
fn entry(row: &Row<'_>) -> Result<Entry, StoreError> {
    Ok(Entry {
        seq: row.int(0)?,
        at: row.int(1)?,
        event: row.text(2)?,
        office: row.maybe_text(3)?,
        subject: row.maybe_text(4)?,
        detail: row.text(5)?,
        hash: row.text(6)?,
    })
}

/// The first row that does not carry its seal; `None` if all do.
pub(super) fn broken(db: &mut Db) -> Result<Option<i64>, StoreError> {
    const TOGETHER: u32 = 1_000;
    let (mut last, mut before) = (0, START.to_owned());
    loop {
        let entries = page(db, last, None, TOGETHER)?;
        if entries.is_empty() {
            return Ok(None);
        }
        for e in entries {
            let hash = seal(&before, e.seq, e.at, &e.event, e.office.as_deref(), e.subject.as_deref(), &e.detail);
            if e.seq != last + 1 || e.hash != hash {
                return Ok(Some(e.seq));
            }
            (last, before) = (e.seq, hash);
        }
    }
}

/// Each part is preceded by its length, so that parts cannot run into each other.
fn seal(
    before: &str,
    seq: i64,
    at: i64,
    event: &str,
    office: Option<&str>,
    subject: Option<&str>,
    detail: &str,
) -> String {
    let mut hash = Sha256::new();
    let (seq, at) = (seq.to_string(), at.to_string());
    let parts = [Some(before), Some(&*seq), Some(&*at), Some(event), office, subject, Some(detail)];
    for part in parts {
        match part {
            None => hash.update([0]),
            Some(text) => {
                hash.update([1]);
                hash.update((text.len() as u64).to_be_bytes());
                hash.update(text.as_bytes());
            }
        }
    }
    hex(&hash.finalize())
}
