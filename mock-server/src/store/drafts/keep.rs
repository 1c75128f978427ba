//! Keeping, replacing and removing drafts, inside a transaction of the writer.

use serde_json::json;

use super::look::find;
use super::{Batch, Desk, Keeping, Kept, Mark};
use crate::journal::{DRAFT_REMOVED, DRAFTED};
use crate::store::view::View;
use crate::store::{StoreError, Tx};
use crate::wire::DraftEntry;

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
