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

/// The bytes from a place on, [`PIECE`] at most; `None` if the file is no longer there.
pub(crate) fn piece(db: &mut Db, at: At, from: u64) -> Result<Option<Vec<u8>>, StoreError> {
    // Places count from 1; PostgreSQL wants them in 32 bits, where the size of a file has room.
    // A part of nothing is NULL in SQLite.
    let sql = match at.source {
        Source::Message => {
            "SELECT COALESCE(substr(body, CAST(CAST(?3 AS BIGINT) AS INTEGER), CAST(CAST(?4 AS BIGINT) AS INTEGER)), body)
             FROM file WHERE message = ?1 AND n = ?2"
        }
        Source::Draft => {
            "SELECT COALESCE(substr(body, CAST(CAST(?3 AS BIGINT) AS INTEGER), CAST(CAST(?4 AS BIGINT) AS INTEGER)), body)
             FROM draft_file WHERE draft = ?1 AND n = ?2"
        }
    };
    let number = |n: u64| Value::Int(i64::try_from(n).unwrap_or(i64::MAX));
    db.first(sql, &[at.seq.into(), at.n.into(), number(from.saturating_add(1)), number(PIECE)], |row| row.bytes(0))
}
