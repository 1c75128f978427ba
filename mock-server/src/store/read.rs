//! Reading messages: its sender and its receiver see one, nobody else; where terminals are told
//! apart, the one that sent it and the one that claimed it.

use super::db::{Db, Row};
use super::pieces::{Found, Source};
use super::view::{Fate, View};
use super::{Side, StoreError, Value};
use crate::clock::jst;
use crate::wire::{Envelope, FileEntry, Letter, Page, Slot};

/// The columns that [`Head::of`] reads.
macro_rules! head {
    () => {
        "seq, id, sender, receiver, accepted_at, claimed_by, received_at, recalled_at"
    };
}

/// A message that office ?2 may open on terminal ?3, accepted since ?4.
macro_rules! open {
    () => {
        "accepted_at >= ?4 AND (
             (sender = ?2 AND (CAST(?3 AS TEXT) IS NULL OR terminal = ?3))
          OR (receiver = ?2 AND recalled_at IS NULL AND (CAST(?3 AS TEXT) IS NULL OR claimed_by = ?3)))"
    };
}

/// One list of office ?1 on terminal ?2.
macro_rules! list {
    (Web Inbox) => {
        "receiver = ?1 AND CAST(?2 AS TEXT) IS NULL"
    };
    (Web Sent) => {
        "sender = ?1 AND CAST(?2 AS TEXT) IS NULL"
    };
    (Claimed Inbox) => {
        "receiver = ?1 AND claimed_by = ?2"
    };
    (Taken Inbox) => {
        "receiver = ?1 AND claimed_by IS NOT NULL AND CAST(?2 AS TEXT) IS NOT NULL"
    };
    (Terminal Sent) => {
        "sender = ?1 AND terminal = ?2"
    };
}

/// The statements of a list: one page before place ?3, of what was accepted since ?4; and the
/// place of the message ?3 in it.
macro_rules! statements {
    ($way:ident Inbox) => {
        statements!(@ $way Inbox " AND recalled_at IS NULL")
    };
    ($way:ident Sent) => {
        statements!(@ $way Sent "")
    };
    (@ $way:ident $side:ident $more:literal) => {
        (
            concat!(
                "SELECT ", head!(), " FROM message WHERE ", list!($way $side), $more,
                " AND seq < ?3 AND accepted_at >= ?4 ORDER BY seq DESC LIMIT ?5"
            ),
            // Where a page ended may have been taken back meanwhile: the next one begins there all the same.
            concat!("SELECT seq FROM message WHERE ", list!($way $side), " AND id = ?3"),
        )
    };
}

/// A row, before its files are known.
struct Head {
    seq: i64,
    fate: Fate,
    envelope: Envelope,
}

/// The message of this row as its sender sees it just after it was accepted.
pub(super) fn envelope(db: &mut Db, seq: i64) -> Result<Envelope, StoreError> {
    let sql = concat!("SELECT ", head!(), " FROM message WHERE seq = ?1");
    let head = db.first(sql, &[seq.into()], Head::of)?.ok_or(StoreError::Closed)?;
    with_files(db, head.seq, head.envelope)
}

/// One page, newest first; one row more than asked tells whether there is a next page. `before`
/// is a message of the list, where the last page ended; `None` is returned for any other.
pub(crate) fn page(
    db: &mut Db,
    side: Side,
    view: &View,
    before: Option<&str>,
    limit: u32,
) -> Result<Option<Page>, StoreError> {
    let (sql, place) = match (side, view.terminal.is_some()) {
        (Side::Inbox, false) => statements!(Web Inbox),
        (Side::Sent, false) => statements!(Web Sent),
        (Side::Inbox, true) if view.shows_taken => statements!(Taken Inbox),
        (Side::Inbox, true) => statements!(Claimed Inbox),
        (Side::Sent, true) => statements!(Terminal Sent),
    };
    let [office, terminal] = view.values();
    // Files are read in the same snapshot as the list.
    db.snapshot(|db| {
        let before = match before {
            None => i64::MAX,
            Some(id) => match db.first(place, &[office, terminal, id.into()], |row| row.int(0))? {
                Some(seq) => seq,
                None => return Ok(None),
            },
        };
        let values = [office, terminal, before.into(), view.since.into(), limit.saturating_add(1).into()];
        let mut rows = db.rows(sql, &values, Head::of)?;
        let wanted = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = rows.len() > wanted;
        rows.truncate(wanted);
        let next = rows.last().filter(|_| more).map(|last| last.envelope.id.clone());
        let items = rows.into_iter().map(|head| with_files(db, head.seq, head.seen(side, view)));
        Ok(Some(Page { items: items.collect::<Result<_, _>>()?, next }))
    })
}

/// The message of this id, if it may be opened; and whether opening it is its first receipt.
pub(crate) fn letter(db: &mut Db, id: &str, view: &View) -> Result<Option<(Letter, bool)>, StoreError> {
    let sql = concat!("SELECT ", head!(), ", text FROM message WHERE id = ?1 AND ", open!());
    let [office, terminal] = view.values();
    let values = [id.into(), office, terminal, view.since.into()];
    let found = db.first(sql, &values, |row| Ok((Head::of(row)?, row.text(8)?)))?;
    let Some((head, message)) = found else { return Ok(None) };
    let is_first = head.fate.received_at.is_none() && head.envelope.to == view.office.as_str();
    let side = if head.envelope.from == view.office.as_str() { Side::Sent } else { Side::Inbox };
    let envelope = with_files(db, head.seq, head.seen(side, view))?;
    Ok(Some((Letter { envelope, message }, is_first)))
}

/// The file of this number, if its message may be opened.
pub(crate) fn file(db: &mut Db, id: &str, n: u32, view: &View) -> Result<Option<Found>, StoreError> {
    let sql = concat!(
        "SELECT name, slot, sha256, size, message, n, received_at, receiver FROM file JOIN message ON seq = message
         WHERE id = ?1 AND n = ?5 AND ",
        open!()
    );
    let [office, terminal] = view.values();
    db.first(sql, &[id.into(), office, terminal, view.since.into(), n.into()], |row| {
        let is_first = row.maybe_int(6)?.is_none() && row.text(7)? == view.office.as_str();
        Ok(Found { is_first, ..Found::of(row, Source::Message)? })
    })
}

impl Head {
    fn of(row: &Row<'_>) -> Result<Self, StoreError> {
        let envelope = Envelope {
            id: row.text(1)?,
            from: row.text(2)?,
            to: row.text(3)?,
            accepted_at: jst(row.int(4)?),
            serials: Vec::new(),
            files: Vec::new(),
            status: None,
            received_at: None,
        };
        let fate =
            Fate { claimed_by: row.maybe_text(5)?, received_at: row.maybe_int(6)?, recalled_at: row.maybe_int(7)? };
        Ok(Self { seq: row.int(0)?, fate, envelope })
    }

    /// The envelope with what the view shows of its fate.
    fn seen(self, side: Side, view: &View) -> Envelope {
        let (status, received_at) = view.status(side, &self.fate);
        Envelope { status, received_at: received_at.map(jst), ..self.envelope }
    }
}

fn with_files(db: &mut Db, seq: i64, mut envelope: Envelope) -> Result<Envelope, StoreError> {
    let sql = "SELECT n, slot, name, size, sha256, serial FROM file WHERE message = ?1 ORDER BY n";
    envelope.files =
        db.rows(sql, &[Value::Int(seq)], |row| Ok(FileEntry { serial: row.maybe_text(5)?, ..entry(row)? }))?;
    envelope.serials = envelope.files.iter().filter_map(|file| file.serial.clone()).collect();
    envelope.serials.sort();
    envelope.serials.dedup();
    Ok(envelope)
}

/// Reads `n, slot, name, size, sha256`.
pub(super) fn entry(row: &Row<'_>) -> Result<FileEntry, StoreError> {
    Ok(FileEntry {
        n: u32::try_from(row.int(0)?).unwrap_or(0),
        slot: slot(&row.text(1)?),
        name: row.text(2)?,
        serial: None,
        // The table holds the length of a blob, which is never negative.
        size: row.int(3)?.unsigned_abs(),
        sha256: row.text(4)?,
    })
}

/// The table admits the two words only.
pub(super) fn slot(word: &str) -> Slot {
    if word == Slot::Csv.as_str() { Slot::Csv } else { Slot::Attachment }
}
