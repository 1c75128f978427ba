//! Reading drafts.

use super::{Kept, KeptFile, Loaded, Mark};
use crate::clock::jst;
use crate::store::pieces::{Found, Source};
use crate::store::view::View;
use crate::store::{Db, Row, StoreError, Value, read};
use crate::wire::{Draft, DraftEntry, DraftPage, Origin};

/// One page, newest first; `None` if `before` is no draft of the view.
pub(crate) fn page(
    db: &mut Db,
    view: &View,
    before: Option<&str>,
    limit: u32,
) -> Result<Option<DraftPage>, StoreError> {
    let [office, terminal] = view.values();
    let since = Value::Int(view.since);
    db.snapshot(|db| {
        let place = concat!("SELECT seq FROM draft WHERE ", seen!(), " AND id = ?4");
        let before = match before {
            None => i64::MAX,
            Some(id) => match db.first(place, &[office, terminal, since, id.into()], |row| row.int(0))? {
                Some(seq) => seq,
                None => return Ok(None),
            },
        };
        let sql = concat!(
            "SELECT seq, id, receiver, origin, changed_at FROM draft WHERE ",
            seen!(),
            " AND seq < ?4 ORDER BY seq DESC LIMIT ?5"
        );
        let values = [office, terminal, since, before.into(), limit.saturating_add(1).into()];
        let mut rows = db.rows(sql, &values, entry)?;
        let wanted = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = rows.len() > wanted;
        rows.truncate(wanted);
        let next = rows.last().filter(|_| more).map(|(_, last)| last.id.clone());
        let items = rows.into_iter().map(|(seq, entry)| with_files(db, seq, entry));
        Ok(Some(DraftPage { items: items.collect::<Result<_, _>>()?, next }))
    })
}

/// The draft of this id.
pub(crate) fn find(db: &mut Db, id: &str, view: &View) -> Result<Option<Draft>, StoreError> {
    let [office, terminal] = view.values();
    let sql = concat!("SELECT seq, id, receiver, origin, changed_at, text FROM draft WHERE ", seen!(), " AND id = ?4");
    let values = [office, terminal, view.since.into(), id.into()];
    let found = db.first(sql, &values, |row| Ok((entry(row)?, row.text(5)?)))?;
    let Some(((seq, entry), message)) = found else { return Ok(None) };
    Ok(Some(Draft { entry: with_files(db, seq, entry)?, message }))
}

/// The file of this number of a draft.
pub(crate) fn file(db: &mut Db, id: &str, n: u32, view: &View) -> Result<Option<Found>, StoreError> {
    let [office, terminal] = view.values();
    let sql = concat!(
        "SELECT name, slot, sha256, size, draft, n FROM draft_file JOIN draft ON seq = draft WHERE ",
        seen!(),
        " AND id = ?4 AND n = ?5"
    );
    let values = [office, terminal, view.since.into(), id.into(), n.into()];
    db.first(sql, &values, |row| Found::of(row, Source::Draft))
}

/// The draft with its files, to be sent.
pub(crate) fn load(db: &mut Db, id: &str, view: &View) -> Result<Option<Loaded>, StoreError> {
    let [office, terminal] = view.values();
    db.snapshot(|db| {
        let sql = concat!("SELECT seq, version, receiver, text, origin FROM draft WHERE ", seen!(), " AND id = ?4");
        let values = [office, terminal, view.since.into(), id.into()];
        let found = db.first(sql, &values, |row| {
            Ok((row.int(0)?, row.int(1)?, row.text(2)?, row.text(3)?, origin(&row.text(4)?)))
        })?;
        let Some((seq, version, to, text, origin)) = found else { return Ok(None) };
        let sql = "SELECT slot, name, sha256, body FROM draft_file WHERE draft = ?1 ORDER BY n";
        let files = db.rows(sql, &[seq.into()], |row| {
            let slot = read::slot(&row.text(0)?);
            Ok(KeptFile { slot, name: row.text(1)?, sha256: row.text(2)?, body: row.bytes(3)?.into() })
        })?;
        Ok(Some(Loaded { kept: Kept { origin, to, text, files }, mark: Mark { id: id.to_owned(), version } }))
    })
}

/// The ids of what is queued for a bulk send, in the order in which it was queued.
pub(crate) fn queued(db: &mut Db, view: &View) -> Result<Vec<String>, StoreError> {
    let [office, terminal] = view.values();
    let sql = concat!("SELECT id FROM draft WHERE ", seen!(), " AND origin = 'bulk' ORDER BY seq");
    db.rows(sql, &[office, terminal, view.since.into()], |row| row.text(0))
}

/// Reads `seq, id, receiver, origin, changed_at`.
fn entry(row: &Row<'_>) -> Result<(i64, DraftEntry), StoreError> {
    let entry = DraftEntry {
        id: row.text(1)?,
        to: row.text(2)?,
        origin: origin(&row.text(3)?),
        changed_at: jst(row.int(4)?),
        files: Vec::new(),
    };
    Ok((row.int(0)?, entry))
}

fn with_files(db: &mut Db, seq: i64, mut entry: DraftEntry) -> Result<DraftEntry, StoreError> {
    let sql = "SELECT n, slot, name, size, sha256 FROM draft_file WHERE draft = ?1 ORDER BY n";
    entry.files = db.rows(sql, &[seq.into()], read::entry)?;
    Ok(entry)
}

/// The table admits the two words only.
fn origin(word: &str) -> Origin {
    if word == Origin::Bulk.as_str() { Origin::Bulk } else { Origin::Form }
}
