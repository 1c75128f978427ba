//! What happens to a message after it was accepted: claimed, received, recalled, purged.

use serde_json::json;

use super::view::View;
use super::{Db, StoreError, Tx};
use crate::journal::{CLAIMED, FETCHED, OPENED, PURGED, RECALLED};
use crate::offices::OfficeNo;

/// Messages that one write purges at most.
const PURGED_TOGETHER: i64 = 32;

/// Whether something is addressed to the office that no terminal has claimed.
pub(crate) fn is_unclaimed(db: &mut Db, view: &View) -> Result<bool, StoreError> {
    let sql = "SELECT seq FROM message
               WHERE receiver = ?1 AND claimed_by IS NULL AND recalled_at IS NULL AND accepted_at >= ?2 LIMIT 1";
    let found = db.first(sql, &[view.office.as_str().into(), view.since.into()], |row| row.int(0))?;
    Ok(found.is_some())
}

/// Gives everything that is addressed to the office, and that no terminal has claimed, to the
/// terminal of the view.
pub(crate) fn claim(tx: &mut Tx<'_>, view: &View, at: i64) -> Result<(), StoreError> {
    let [office, terminal] = view.values();
    let mut claimed = tx.rows(
        "UPDATE message SET claimed_by = ?2, received_at = COALESCE(received_at, ?3)
         WHERE receiver = ?1 AND claimed_by IS NULL AND recalled_at IS NULL AND accepted_at >= ?4 RETURNING id",
        &[office, terminal, at.into(), view.since.into()],
        |row| row.text(0),
    )?;
    // The order of RETURNING is not defined; ids sort by time.
    claimed.sort();
    claimed.into_iter().try_for_each(|id| {
        let event = CLAIMED.by(&view.office).about(id).with(json!({ "terminal": view.terminal }));
        tx.record(at, &event)
    })
}

/// Notes that the receiver has got something of the message, if it is the first time. Gives
/// `false` if the message is no longer to be had.
pub(crate) fn receive(tx: &mut Tx<'_>, office: &OfficeNo, id: &str, at: i64) -> Result<bool, StoreError> {
    let changed = tx.run(
        "UPDATE message SET received_at = ?3
         WHERE id = ?1 AND receiver = ?2 AND received_at IS NULL AND recalled_at IS NULL",
        &[id.into(), office.as_str().into(), at.into()],
    )?;
    if changed > 0 {
        tx.record(at, &OPENED.by(office).about(id))?;
        return Ok(true);
    }
    let sql = "SELECT seq FROM message WHERE id = ?1 AND recalled_at IS NULL";
    Ok(tx.first(sql, &[id.into()], |row| row.int(0))?.is_some())
}

/// Notes that bytes of a file were given out, from this place on.
pub(crate) fn fetched(tx: &mut Tx<'_>, view: &View, id: &str, n: u32, from: u64, at: i64) -> Result<(), StoreError> {
    let detail = json!({ "file": n, "from": from, "terminal": view.terminal });
    tx.record(at, &FETCHED.by(&view.office).about(id).with(detail))
}

/// What became of a recall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Recall {
    /// It was taken back, now or before.
    Done,
    /// The receiver has got something of it.
    TooLate,
    /// The view has sent no such message.
    Absent,
}

/// Takes a message back that the receiver has got nothing of.
pub(crate) fn recall(tx: &mut Tx<'_>, view: &View, id: &str, at: i64) -> Result<Recall, StoreError> {
    let [office, terminal] = view.values();
    let found = tx.first(
        "SELECT received_at, recalled_at FROM message
         WHERE id = ?1 AND sender = ?2 AND (CAST(?3 AS TEXT) IS NULL OR terminal = ?3) AND accepted_at >= ?4",
        &[id.into(), office, terminal, view.since.into()],
        |row| Ok((row.maybe_int(0)?, row.maybe_int(1)?)),
    )?;
    match found {
        None => Ok(Recall::Absent),
        Some((_, Some(_))) => Ok(Recall::Done),
        Some((Some(_), None)) => Ok(Recall::TooLate),
        Some((None, None)) => {
            tx.run("UPDATE message SET recalled_at = ?2 WHERE id = ?1", &[id.into(), at.into()])?;
            tx.record(at, &RECALLED.by(&view.office).about(id))?;
            Ok(Recall::Done)
        }
    }
}

/// Removes some of what is no longer given out.
pub(super) fn purge(tx: &mut Tx<'_>, since: i64, at: i64) -> Result<(), StoreError> {
    if since == i64::MIN {
        return Ok(());
    }
    let mut gone = tx.rows(
        "DELETE FROM message WHERE seq IN
             (SELECT seq FROM message WHERE accepted_at < ?1 ORDER BY accepted_at LIMIT ?2) RETURNING id",
        &[since.into(), PURGED_TOGETHER.into()],
        |row| row.text(0),
    )?;
    gone.sort();
    gone.into_iter().try_for_each(|id| tx.record(at, &PURGED.event().about(id)))
}
