//! Files piece by piece, so that what waits for a slow line is never a whole file.

use super::db::{Db, Row};
use super::read::slot;
use super::{StoreError, Value};
use crate::wire::Slot;

/// Bytes of a piece: nearly every file is one. Fewer would make the database, which reads a body
/// as a whole, read large ones too often.
pub(crate) const PIECE: u64 = 2 << 20;

/// What a file belongs to.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Source {
    /// A message.
    Message,
    /// A draft.
    Draft,
}

/// A file that may be given out.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) name: String,
    pub(crate) slot: Slot,
    pub(crate) sha256: String,
    /// Bytes.
    pub(crate) size: u64,
    /// Whether the receiver has had nothing of the message before.
    pub(crate) is_first: bool,
    pub(crate) at: At,
}

/// Where it is stored.
#[derive(Clone, Copy, Debug)]
pub(crate) struct At {
    source: Source,
    seq: i64,
    n: i64,
}

impl Found {
    /// Reads `name, slot, sha256, size, seq, n`.
    pub(super) fn of(row: &Row<'_>, source: Source) -> Result<Self, StoreError> {
        Ok(Self {
            name: row.text(0)?,
            slot: slot(&row.text(1)?),
            sha256: row.text(2)?,
            size: row.int(3)?.unsigned_abs(),
            is_first: false,
            at: At { source, seq: row.int(4)?, n: row.int(5)? },
        })
    }
}

/// Where the bytes of file `n` of message `seq` lie: apart from the rest, one after the other, so
/// that neither storing them nor reading lists meets an index of large rows.
pub(super) const fn place(seq: i64, n: i64) -> i64 {
    seq * FILES_AT_MOST + n
}

/// More than a message can have.
pub(super) const FILES_AT_MOST: i64 = 1 << 14;

/// Whether every file has its bytes, as many as it says, and no bytes belong to nothing.
pub(super) fn are_whole(db: &mut Db) -> Result<bool, StoreError> {
    let sql = format!(
        "SELECT count(*) FROM file FULL JOIN body ON place = message * {FILES_AT_MOST} + n
         WHERE file.size IS NULL OR bytes IS NULL OR length(bytes) <> file.size"
    );
    Ok(db.first(&sql, &[], |row| row.int(0))?.unwrap_or(0) == 0)
}

/// The bytes from a place on, [`PIECE`] at most; `None` if the file is no longer there.
pub(crate) fn piece(db: &mut Db, at: At, from: u64) -> Result<Option<Vec<u8>>, StoreError> {
    // Bytes count from 1; PostgreSQL wants them in 32 bits, where the size of a file has room.
    // A part of nothing is NULL in SQLite.
    macro_rules! part {
        ($column:literal, $rest:literal) => {
            concat!(
                "SELECT COALESCE(substr(",
                $column,
                ", CAST(CAST(?1 AS BIGINT) AS INTEGER), CAST(CAST(?2 AS BIGINT) AS INTEGER)), ",
                $column,
                ") ",
                $rest
            )
        };
    }
    let number = |n: u64| Value::Int(i64::try_from(n).unwrap_or(i64::MAX));
    let (from, most) = (number(from.saturating_add(1)), number(PIECE));
    let bytes = |row: &Row<'_>| row.bytes(0);
    match at.source {
        Source::Message => {
            db.first(part!("bytes", "FROM body WHERE place = ?3"), &[from, most, place(at.seq, at.n).into()], bytes)
        }
        Source::Draft => {
            let sql = part!("body", "FROM draft_file WHERE draft = ?3 AND n = ?4");
            db.first(sql, &[from, most, at.seq.into(), at.n.into()], bytes)
        }
    }
}
