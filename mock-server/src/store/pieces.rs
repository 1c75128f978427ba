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

/// The bytes from a place on, [`PIECE`] at most; `None` if the file is no longer there.
pub(crate) fn piece(db: &mut Db, at: At, from: u64) -> Result<Option<Vec<u8>>, StoreError> {
    // Bytes count from 1; PostgreSQL wants them in 32 bits, where the size of a file has room.
    let sql = match at.source {
        Source::Message => {
            "SELECT substr(bytes, CAST(CAST(?3 AS BIGINT) AS INTEGER), CAST(CAST(?4 AS BIGINT) AS INTEGER))
             FROM body WHERE place = ?1 AND CAST(?2 AS BIGINT) > 0"
        }
        Source::Draft => {
            "SELECT substr(body, CAST(CAST(?3 AS BIGINT) AS INTEGER), CAST(CAST(?4 AS BIGINT) AS INTEGER))
             FROM draft_file WHERE draft = ?1 AND n = ?2"
        }
    };
    let number = |n: u64| Value::Int(i64::try_from(n).unwrap_or(i64::MAX));
    let key = match at.source {
        Source::Message => place(at.seq, at.n),
        Source::Draft => at.seq,
    };
    db.first(sql, &[key.into(), at.n.into(), number(from.saturating_add(1)), number(PIECE)], |row| row.bytes(0))
}
