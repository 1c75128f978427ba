//! Storing a message, inside a transaction of the writer.

use serde_json::json;

use super::view::View;
use super::{Accepted, Db, Outcome, StoreError, Tx, drafts, pieces, read, terminals};
use crate::clock::jst;
use crate::hash::parts;
use crate::journal::ACCEPTED;
use crate::offices::OfficeNo;
use crate::wire::{Envelope, FileEntry};

/// Stores the message and its files, unless its key says that this was done before; its draft goes.
pub(super) fn accept(tx: &mut Tx<'_>, message: &Accepted) -> Result<Outcome, StoreError> {
    // Of those whose messages end with their retention, too: such lists are not kept.
    tx.concerns(&[message.sender, message.receiver]);
    let hash = message.key.as_ref().map(|_| hash(message));
    let sender = message.sender.as_str();
    if let (Some(key), Some(hash)) = (&message.key, &hash)
        && let Some(outcome) = earlier(tx.db(), &message.sender, key, hash)?
    {
        return Ok(outcome);
    }
    if message.refuses_again
        && let Some(name) = sent_before(tx, message)?
    {
        return Ok(Outcome::Again(name));
    }
    if let Some(draft) = &message.draft
        && !drafts::remove(tx, &draft.view, &draft.mark.id, Some(&draft.mark), message.at)?
    {
        return Ok(Outcome::Gone);
    }
    terminals::purge(tx, message.since, message.at)?;
    let seq = tx.next()?;
    let id = crate::ids::message(&message.seed, message.at, seq);
    tx.run(
        "INSERT INTO message (seq, id, sender, receiver, text, accepted_at, retry_key, retry_hash, terminal, batch)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        &[
            seq.into(),
            (&id).into(),
            sender.into(),
            message.receiver.as_str().into(),
            (&message.text).into(),
            message.at.into(),
            message.key.as_ref().into(),
            hash.as_ref().into(),
            message.terminal.as_ref().into(),
            message.batch.as_ref().into(),
        ],
    )?;
    for (n, file) in (1_i64..).zip(&message.files) {
        let size = i64::try_from(file.body.len()).unwrap_or(i64::MAX);
        tx.run(
            "INSERT INTO file (message, n, slot, name, serial, size, sha256) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            &[
                seq.into(),
                n.into(),
                file.slot.as_str().into(),
                (&file.name).into(),
                file.serial.as_ref().into(),
                size.into(),
                (&file.sha256).into(),
            ],
        )?;
        let body = "INSERT INTO body (place, bytes) VALUES (?1, ?2)";
        tx.run(body, &[pieces::place(seq, n).into(), (&*file.body).into()])?;
    }
    let files: Vec<_> = message
        .files
        .iter()
        .map(|file| json!({ "slot": file.slot.as_str(), "size": file.body.len(), "sha256": file.sha256 }))
        .collect();
    let detail = json!({
        "to": message.receiver.as_str(),
        "files": files,
        "certificate": message.certificate,
        "terminal": message.terminal,
    });
    let event = ACCEPTED.by(&message.sender).about(&id).with(detail);
    tx.record(message.at, &event)?;
    Ok(Outcome::Stored(envelope(message, id)))
}

/// What the database would give back.
fn envelope(message: &Accepted, id: String) -> Envelope {
    let files = (1..).zip(&message.files).map(|(n, file)| FileEntry {
        n,
        slot: file.slot,
        name: file.name.clone(),
        serial: file.serial.clone(),
        size: file.body.len() as u64,
        sha256: file.sha256.clone(),
    });
    let mut serials: Vec<_> = message.files.iter().filter_map(|file| file.serial.clone()).collect();
    serials.sort();
    serials.dedup();
    Envelope {
        id,
        from: message.sender.to_string(),
        to: message.receiver.to_string(),
        accepted_at: jst(message.at),
        serials,
        files: files.collect(),
        status: None,
        received_at: None,
    }
}

/// What an earlier request of the office under the key came to.
pub(super) fn earlier(db: &mut Db, sender: &OfficeNo, key: &str, hash: &str) -> Result<Option<Outcome>, StoreError> {
    let sql = "SELECT seq, retry_hash FROM message WHERE sender = ?1 AND retry_key = ?2";
    let values = [sender.as_str().into(), key.into()];
    match db.first(sql, &values, |row| Ok((row.int(0)?, row.text(1)?)))? {
        None => Ok(None),
        Some((seq, before)) if before == hash => Ok(Some(Outcome::Before(read::envelope(db, seq)?))),
        Some(_) => Ok(Some(Outcome::Conflict)),
    }
}

/// The messages of a bulk send, in the order in which they were sent.
pub(super) fn batch(db: &mut Db, view: &View, key: &str) -> Result<Vec<Envelope>, StoreError> {
    let [office, terminal] = view.values();
    let sql = "SELECT seq FROM message WHERE sender = ?1 AND (CAST(?2 AS TEXT) IS NULL OR terminal = ?2) AND batch = ?3
               ORDER BY seq";
    let places = db.rows(sql, &[office, terminal, key.into()], |row| row.int(0))?;
    places.into_iter().map(|seq| read::envelope(db, seq)).collect()
}

/// The name of a file of the standard that the sender has sent to the receiver before. Its name
/// says to which set it belongs.
fn sent_before(tx: &mut Tx<'_>, message: &Accepted) -> Result<Option<String>, StoreError> {
    let (sender, receiver) = (message.sender.as_str(), message.receiver.as_str());
    for file in &message.files {
        let Some(serial) = &file.serial else { continue };
        let sql = "SELECT seq FROM file JOIN message ON seq = message
                   WHERE serial = ?1 AND lower(name) = lower(?2) AND sender = ?3 AND receiver = ?4
                     AND recalled_at IS NULL LIMIT 1";
        let values = [serial.into(), (&file.name).into(), sender.into(), receiver.into()];
        if tx.first(sql, &values, |row| row.int(0))?.is_some() {
            return Ok(Some(file.name.clone()));
        }
    }
    Ok(None)
}

/// What a retry of a send that came from a draft must agree with: the draft is gone by then.
pub(super) fn draft_hash(id: &str, terminal: Option<&str>) -> String {
    parts([b"draft".as_slice(), id.as_bytes(), terminal.unwrap_or_default().as_bytes()])
}

/// What a retry must agree with: terminal, destination, text and files.
fn hash(message: &Accepted) -> String {
    if let Some(draft) = &message.draft {
        return draft_hash(&draft.mark.id, message.terminal.as_deref());
    }
    let terminal = message.terminal.as_deref().unwrap_or_default();
    let mut all = vec![terminal.as_bytes(), message.receiver.as_str().as_bytes(), message.text.as_bytes()];
    for file in &message.files {
        all.extend([file.slot.as_str().as_bytes(), file.name.as_bytes(), file.sha256.as_bytes()]);
    }
    parts(all)
}
