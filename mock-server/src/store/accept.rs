//! Storing a message, inside a transaction of the writer.

use serde_json::json;
use sha2::{Digest, Sha256};

use super::{Accepted, Outcome, StoreError, Tx, read};
use crate::hash::hex;
use crate::journal::ACCEPTED;

/// Stores the message and its files, unless its key says that this was done before.
pub(super) fn accept(tx: &mut Tx<'_>, message: &Accepted) -> Result<Outcome, StoreError> {
    let hash = message.key.as_ref().map(|_| hash(message));
    let sender = message.sender.as_str();
    if let Some(key) = &message.key {
        let before = tx.first(
            "SELECT seq, retry_hash FROM message WHERE sender = ?1 AND retry_key = ?2",
            &[sender.into(), key.into()],
            |row| Ok((row.int(0)?, row.text(1)?)),
        )?;
        if let Some((seq, earlier)) = before {
            return if Some(earlier) == hash {
                Ok(Outcome::Before(read::envelope(tx.db(), seq)?))
            } else {
                Ok(Outcome::Conflict)
            };
        }
    }
    let seq = tx.next()?;
    let id = crate::ids::message(&message.seed, message.at, seq);
    tx.run(
        "INSERT INTO message (seq, id, sender, receiver, text, accepted_at, retry_key, retry_hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        &[
            seq.into(),
            (&id).into(),
            sender.into(),
            message.receiver.as_str().into(),
            (&message.text).into(),
            message.at.into(),
            message.key.as_ref().into(),
            hash.as_ref().into(),
        ],
    )?;
    for (n, file) in (1_i64..).zip(&message.files) {
        let size = i64::try_from(file.body.len()).unwrap_or(i64::MAX);
        tx.run(
            "INSERT INTO file (message, n, slot, name, serial, size, sha256, body)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            &[
                seq.into(),
                n.into(),
                file.slot.as_str().into(),
                (&file.name).into(),
                file.serial.as_ref().into(),
                size.into(),
                (&file.sha256).into(),
                (&*file.body).into(),
            ],
        )?;
    }
    let files: Vec<_> = message
        .files
        .iter()
        .map(|file| json!({ "slot": file.slot.as_str(), "size": file.body.len(), "sha256": file.sha256 }))
        .collect();
    let event =
        ACCEPTED.by(&message.sender).about(&id).with(json!({ "to": message.receiver.as_str(), "files": files }));
    tx.record(message.at, &event)?;
    Ok(Outcome::Stored(read::envelope(tx.db(), seq)?))
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
