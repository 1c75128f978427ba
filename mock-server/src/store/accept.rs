//! Storing a message, inside a transaction of the writer.

use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::{Accepted, Outcome, StoreError, read};
use crate::hash::hex;

/// Stores the message and its files, unless its key says that this was done before.
pub(super) fn accept(db: &Connection, message: &Accepted) -> Result<Outcome, StoreError> {
    let hash = message.key.as_ref().map(|_| hash(message));
    if let Some(key) = &message.key {
        let before: Option<(i64, String)> = db
            .prepare_cached("SELECT seq, retry_hash FROM message WHERE sender = ?1 AND retry_key = ?2")?
            .query_row(params![message.sender.as_str(), key], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        if let Some((seq, earlier)) = before {
            return if Some(earlier) == hash {
                Ok(Outcome::Before(read::envelope(db, seq)?))
            } else {
                Ok(Outcome::Conflict)
            };
        }
    }
    db.prepare_cached(
        "INSERT INTO message (id, sender, receiver, text, accepted_at, retry_key, retry_hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        message.id,
        message.sender.as_str(),
        message.receiver.as_str(),
        message.text,
        message.at,
        message.key,
        hash,
    ])?;
    let seq = db.last_insert_rowid();
    let mut insert = db.prepare_cached(
        "INSERT INTO file (message, n, slot, name, serial, size, sha256, body)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    for (n, file) in (1_i64..).zip(&message.files) {
        let size = i64::try_from(file.body.len()).unwrap_or(i64::MAX);
        let body: &[u8] = &file.body;
        insert.execute(params![seq, n, file.slot.as_str(), file.name, file.serial, size, file.sha256, body])?;
    }
    Ok(Outcome::Stored(read::envelope(db, seq)?))
}

/// What a retry must agree with: destination, text and files. Each part is preceded by its
/// length, so that parts cannot run into each other.
fn hash(message: &Accepted) -> String {
    let mut hash = Sha256::new();
    let mut part = |bytes: &[u8]| {
        hash.update((bytes.len() as u64).to_be_bytes());
        hash.update(bytes);
    };
    part(message.receiver.as_str().as_bytes());
    part(message.text.as_bytes());
    for file in &message.files {
        part(file.slot.as_str().as_bytes());
        part(file.name.as_bytes());
        part(file.sha256.as_bytes());
    }
    hex(&hash.finalize())
}
