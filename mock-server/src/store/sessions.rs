//! Login sessions in the database: known by the SHA-256 of their tokens only.

use super::db::Db;
use super::{StoreError, Tx};
use crate::offices::OfficeNo;

/// Sessions that an office holds at most; the oldest goes when one more begins.
const MOST: u32 = 32;

/// A session.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    pub(crate) office: String,
    /// The terminal that logged in; empty if it gave no name.
    pub(crate) terminal: String,
    /// Milliseconds since 1970.
    pub(crate) ends_at: i64,
}

/// The session of a token, by its SHA-256; also one that has ended.
pub(crate) fn find(db: &mut Db, hash: &str) -> Result<Option<Session>, StoreError> {
    let sql = "SELECT office, terminal, ends_at FROM login_session WHERE token = ?1";
    db.first(sql, &[hash.into()], |row| {
        Ok(Session { office: row.text(0)?, terminal: row.text(1)?, ends_at: row.int(2)? })
    })
}

/// Begins a session.
pub(crate) fn begin(tx: &mut Tx<'_>, hash: &str, at: i64, session: &Session) -> Result<(), StoreError> {
    let office = &session.office;
    tx.run(
        "DELETE FROM login_session WHERE office = ?1 AND token NOT IN
         (SELECT token FROM login_session WHERE office = ?1 ORDER BY began_at DESC, token LIMIT ?2)",
        &[office.into(), (MOST - 1).into()],
    )?;
    tx.run(
        "INSERT INTO login_session (token, office, terminal, began_at, ends_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        &[hash.into(), office.into(), (&session.terminal).into(), at.into(), session.ends_at.into()],
    )?;
    Ok(())
}

/// Ends a session of the office; whether there was one.
pub(crate) fn end(tx: &mut Tx<'_>, hash: &str, office: &OfficeNo) -> Result<bool, StoreError> {
    let sql = "DELETE FROM login_session WHERE token = ?1 AND office = ?2";
    Ok(tx.run(sql, &[hash.into(), office.as_str().into()])? > 0)
}

/// Ends all sessions of an office.
pub(crate) fn end_all(tx: &mut Tx<'_>, office: &OfficeNo) -> Result<(), StoreError> {
    tx.run("DELETE FROM login_session WHERE office = ?1", &[office.as_str().into()]).map(drop)
}
