//! Reading messages: its sender and its receiver see one, nobody else.

use super::db::{Db, Row};
use super::{Side, StoreError};
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

/// The columns that [`envelope_of`] reads.
macro_rules! envelope_columns {
    () => {
        "seq, id, sender, receiver, accepted_at"
    };
}

/// The message of this row, by its place in the database.
pub(super) fn envelope(db: &mut Db, seq: i64) -> Result<Envelope, StoreError> {
    let sql = concat!("SELECT ", envelope_columns!(), " FROM message WHERE seq = ?1");
    let (seq, envelope) = db.first(sql, &[seq.into()], envelope_of)?.ok_or(StoreError::Closed)?;
    with_files(db, seq, envelope)
}

/// One page, newest first; one row more than asked tells whether there is a next page. `before`
/// is a message of the office, where the last page ended; `None` is returned for any other.
pub(super) fn page(
    db: &mut Db,
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
    let office = office.as_str();
    // Files are read in the same snapshot as the list.
    db.snapshot(|db| {
        let before = match before {
            None => i64::MAX,
            Some(id) => {
                let sql = "SELECT seq FROM message WHERE id = ?1 AND ?2 IN (sender, receiver)";
                match db.first(sql, &[id.into(), office.into()], |row| row.int(0))? {
                    Some(seq) => seq,
                    None => return Ok(None),
                }
            }
        };
        let mut rows = db.rows(sql, &[office.into(), before.into(), (limit + 1).into()], envelope_of)?;
        let wanted = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = rows.len() > wanted;
        rows.truncate(wanted);
        let next = rows.last().filter(|_| more).map(|(_, last)| last.id.clone());
        let items = rows.into_iter().map(|(seq, envelope)| with_files(db, seq, envelope));
        Ok(Some(Page { items: items.collect::<Result<_, _>>()?, next }))
    })
}

/// The message of this id, for its sender or receiver.
pub(super) fn letter(db: &mut Db, id: &str, office: &OfficeNo) -> Result<Option<Letter>, StoreError> {
    let sql = concat!("SELECT ", envelope_columns!(), ", text FROM message WHERE id = ?1 AND ?2 IN (sender, receiver)");
    let found = db.first(sql, &[id.into(), office.as_str().into()], |row| Ok((envelope_of(row)?, row.text(5)?)))?;
    let Some(((seq, envelope), message)) = found else { return Ok(None) };
    Ok(Some(Letter { envelope: with_files(db, seq, envelope)?, message }))
}

/// The file of this number, for sender or receiver of its message.
pub(super) fn content(db: &mut Db, id: &str, n: u32, office: &OfficeNo) -> Result<Option<Content>, StoreError> {
    db.first(
        "SELECT name, slot, sha256, body FROM file JOIN message ON message.seq = file.message
         WHERE message.id = ?1 AND file.n = ?2 AND ?3 IN (sender, receiver)",
        &[id.into(), n.into(), office.as_str().into()],
        |row| Ok(Content { name: row.text(0)?, slot: slot(&row.text(1)?), sha256: row.text(2)?, body: row.bytes(3)? }),
    )
}

fn envelope_of(row: &Row<'_>) -> Result<(i64, Envelope), StoreError> {
    let envelope = Envelope {
        id: row.text(1)?,
        from: row.text(2)?,
        to: row.text(3)?,
        accepted_at: jst(row.int(4)?),
        serials: Vec::new(),
        files: Vec::new(),
    };
    Ok((row.int(0)?, envelope))
}

fn with_files(db: &mut Db, seq: i64, mut envelope: Envelope) -> Result<Envelope, StoreError> {
    envelope.files = db.rows(
        "SELECT n, slot, name, serial, size, sha256 FROM file WHERE message = ?1 ORDER BY n",
        &[seq.into()],
        |row| {
            Ok(FileEntry {
                n: u32::try_from(row.int(0)?).unwrap_or(0),
                slot: slot(&row.text(1)?),
                name: row.text(2)?,
                serial: row.maybe_text(3)?,
                // The table holds the length of a blob, which is never negative.
                size: row.int(4)?.unsigned_abs(),
                sha256: row.text(5)?,
            })
        },
    )?;
    envelope.serials = envelope.files.iter().filter_map(|file| file.serial.clone()).collect();
    envelope.serials.sort();
    envelope.serials.dedup();
    Ok(envelope)
}

/// The table admits the two words only.
fn slot(word: &str) -> Slot {
    if word == Slot::Csv.as_str() { Slot::Csv } else { Slot::Attachment }
}
