//! Drafts (下書き) and what is queued for a bulk send: a form that is kept, unchecked, until it is
//! sent. Where terminals are told apart, a draft lives on its terminal.

use std::sync::Arc;

use bytes::Bytes;
use serde_json::json;

use super::pieces::{Found, Source};
use super::view::View;
use super::{Db, Row, StoreError, Tx, Value, read};
use crate::clock::jst;
use crate::journal::{DRAFT_REMOVED, DRAFTED};
use crate::wire::{Draft, DraftEntry, DraftPage, Origin, Slot};

/// A form to be kept.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    pub(crate) origin: Origin,
    /// As it was typed.
    pub(crate) to: String,
    pub(crate) text: String,
    pub(crate) files: Vec<KeptFile>,
}

/// A file of it.
#[derive(Clone, Debug)]
pub(crate) struct KeptFile {
    pub(crate) slot: Slot,
    pub(crate) name: String,
    pub(crate) sha256: String,
    pub(crate) body: Bytes,
}

/// A draft with its files, to be sent.
#[derive(Debug)]
pub(crate) struct Loaded {
    pub(crate) kept: Kept,
    pub(crate) mark: Mark,
}

/// A draft as it was at one moment.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    pub(crate) id: String,
    version: i64,
}

/// Where new drafts stand.
#[derive(Clone, Debug)]
pub(crate) struct Desk {
    /// Whose they are; `since` is that of drafts.
    pub(crate) view: View,
    pub(crate) seed: Arc<str>,
    pub(crate) at: i64,
    /// Drafts that the office may have.
    pub(crate) most: u64,
}

/// Keys under which a batch was queued: its own, and a hash of what it holds.
#[derive(Clone, Debug)]
pub(crate) struct Batch {
    pub(crate) key: String,
    pub(crate) hash: String,
}

/// What became of drafts to be kept.
#[derive(Debug)]
pub(crate) enum Keeping {
    /// They are kept, now or from an earlier request under the same key.
    Kept(Vec<DraftEntry>),
    /// The office has too many; none was kept.
    TooMany,
    /// The key was used for something else.
    Conflict,
}

/// The drafts that a view sees: of office ?1 on terminal ?2, changed since ?3.
macro_rules! seen {
    () => {
        "office = ?1 AND (CAST(?2 AS TEXT) IS NULL OR terminal = ?2) AND changed_at >= ?3"
    };
}

/// Keeps new drafts, all or none.
pub(crate) fn keep(tx: &mut Tx<'_>, desk: &Desk, all: &[Kept], batch: Option<&Batch>) -> Result<Keeping, StoreError> {
    let Desk { view, at, .. } = desk;
    let [office, terminal] = view.values();
    expire(tx, view, *at)?;
    if let Some(batch) = batch {
        let sql = concat!("SELECT id, batch_hash FROM draft WHERE ", seen!(), " AND batch = ?4 ORDER BY seq");
        let values = [office, terminal, view.since.into(), (&batch.key).into()];
        let before = tx.rows(sql, &values, |row| Ok((row.text(0)?, row.text(1)?)))?;
        if !before.is_empty() {
            if before.iter().any(|(_, hash)| *hash != batch.hash) {
                return Ok(Keeping::Conflict);
            }
            let entries = before.iter().map(|(id, _)| find(tx.db(), id, view));
            let entries = entries.collect::<Result<Vec<_>, _>>()?;
            return Ok(Keeping::Kept(entries.into_iter().flatten().map(|draft| draft.entry).collect()));
        }
    }
    let count = tx.first("SELECT count(*) FROM draft WHERE office = ?1", &[office], |row| row.int(0))?.unwrap_or(0);
    if count.unsigned_abs().saturating_add(all.len() as u64) > desk.most {
        return Ok(Keeping::TooMany);
    }
    let mut entries = Vec::new();
    for kept in all {
        // Numbers of the journal are never given twice, so that ids are not either.
        let seq = tx.next()?;
        let id = crate::ids::message(&desk.seed, *at, seq);
        tx.run(
            "INSERT INTO draft (seq, id, office, terminal, origin, receiver, text, changed_at, version, batch, batch_hash)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?1, ?9, ?10)",
            &[
                seq.into(),
                (&id).into(),
                office,
                terminal,
                kept.origin.as_str().into(),
                (&kept.to).into(),
                (&kept.text).into(),
                (*at).into(),
                batch.map(|batch| &batch.key).into(),
                batch.map(|batch| &batch.hash).into(),
            ],
        )?;
        put_files(tx, seq, kept)?;
        tx.record(*at, &DRAFTED.by(&view.office).about(&id).with(json!({ "files": kept.files.len() })))?;
        entries.extend(find(tx.db(), &id, view)?.map(|draft| draft.entry));
    }
    Ok(Keeping::Kept(entries))
}

/// Replaces what a draft holds; `None` if there is none.
pub(crate) fn replace(tx: &mut Tx<'_>, desk: &Desk, id: &str, kept: &Kept) -> Result<Option<DraftEntry>, StoreError> {
    let Desk { view, at, .. } = desk;
    let [office, terminal] = view.values();
    let version = tx.next()?;
    let sql = concat!(
        "UPDATE draft SET receiver = ?5, text = ?6, changed_at = ?7, version = ?8 WHERE ",
        seen!(),
        " AND id = ?4 RETURNING seq"
    );
    let (to, text) = ((&kept.to).into(), (&kept.text).into());
    let values = [office, terminal, view.since.into(), id.into(), to, text, (*at).into(), version.into()];
    let Some(seq) = tx.first(sql, &values, |row| row.int(0))? else { return Ok(None) };
    tx.run("DELETE FROM draft_file WHERE draft = ?1", &[seq.into()])?;
    put_files(tx, seq, kept)?;
    tx.record(*at, &DRAFTED.by(&view.office).about(id).with(json!({ "files": kept.files.len() })))?;
    Ok(find(tx.db(), id, view)?.map(|draft| draft.entry))
}

/// Removes a draft; `false` if there is none, or only a later one than the mark.
pub(crate) fn remove(tx: &mut Tx<'_>, view: &View, id: &str, mark: Option<&Mark>, at: i64) -> Result<bool, StoreError> {
    let [office, terminal] = view.values();
    let sql =
        concat!("DELETE FROM draft WHERE ", seen!(), " AND id = ?4 AND (CAST(?5 AS BIGINT) IS NULL OR version = ?5)");
    let version = mark.map(|mark| mark.version);
    if tx.run(sql, &[office, terminal, view.since.into(), id.into(), version.into()])? == 0 {
        return Ok(false);
    }
    tx.record(at, &DRAFT_REMOVED.by(&view.office).about(id))?;
    Ok(true)
}

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

/// Removes drafts of the office that have outlived their days.
fn expire(tx: &mut Tx<'_>, view: &View, at: i64) -> Result<(), StoreError> {
    if view.since == i64::MIN {
        return Ok(());
    }
    let sql = "DELETE FROM draft WHERE office = ?1 AND changed_at < ?2 RETURNING id";
    let mut gone = tx.rows(sql, &[view.office.as_str().into(), view.since.into()], |row| row.text(0))?;
    gone.sort();
    gone.into_iter().try_for_each(|id| tx.record(at, &DRAFT_REMOVED.by(&view.office).about(id)))
}

fn put_files(tx: &mut Tx<'_>, seq: i64, kept: &Kept) -> Result<(), StoreError> {
    for (n, file) in (1_i64..).zip(&kept.files) {
        let size = i64::try_from(file.body.len()).unwrap_or(i64::MAX);
        tx.run(
            "INSERT INTO draft_file (draft, n, slot, name, size, sha256, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            &[
                seq.into(),
                n.into(),
                file.slot.as_str().into(),
                (&file.name).into(),
                size.into(),
                (&file.sha256).into(),
                (&*file.body).into(),
            ],
        )?;
    }
    Ok(())
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
