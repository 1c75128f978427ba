//! Certificates that were issued, in the database. Keys are not kept.

use std::collections::HashSet;

use super::db::{Db, Row};
use super::{StoreError, Tx};
use crate::offices::OfficeNo;

/// A certificate on record.
#[derive(Clone, Debug)]
pub(crate) struct Recorded {
    /// Hexadecimal in lower case.
    pub(crate) serial: String,
    pub(crate) office: OfficeNo,
    /// The slug of its kind.
    pub(crate) kind: String,
    /// Milliseconds since 1970.
    pub(crate) not_before: i64,
    /// Milliseconds since 1970.
    pub(crate) not_after: i64,
    /// The slug of the drill that it is for.
    pub(crate) drill: Option<String>,
    /// Since when it is revoked, and why.
    pub(crate) revoked: Option<(i64, String)>,
}

/// The columns that [`recorded`] reads.
macro_rules! certificate_columns {
    () => {
        "serial, office, kind, not_before, not_after, drill, revoked_at, reason"
    };
}

fn recorded(row: &Row<'_>) -> Result<Recorded, StoreError> {
    Ok(Recorded {
        serial: row.text(0)?,
        office: row.text(1)?.parse().map_err(|_| StoreError::Spoilt("certificate"))?,
        kind: row.text(2)?,
        not_before: row.int(3)?,
        not_after: row.int(4)?,
        drill: row.maybe_text(5)?,
        revoked: row.maybe_int(6)?.zip(row.maybe_text(7)?),
    })
}

/// Puts a certificate on record, as the n-th.
pub(crate) fn put(tx: &mut Tx<'_>, n: i64, certificate: &Recorded) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO certificate (serial, n, office, kind, not_before, not_after, drill) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        &[
            (&certificate.serial).into(),
            n.into(),
            certificate.office.as_str().into(),
            (&certificate.kind).into(),
            certificate.not_before.into(),
            certificate.not_after.into(),
            certificate.drill.as_ref().into(),
        ],
    )?;
    Ok(())
}

/// The certificate of this serial number.
pub(crate) fn find(db: &mut Db, serial: &str) -> Result<Option<Recorded>, StoreError> {
    let sql = concat!("SELECT ", certificate_columns!(), " FROM certificate WHERE serial = ?1");
    db.first(sql, &[serial.into()], recorded)
}

/// The certificates of an office, newest first.
pub(crate) fn of_office(db: &mut Db, office: &OfficeNo, limit: u32) -> Result<Vec<Recorded>, StoreError> {
    let sql =
        concat!("SELECT ", certificate_columns!(), " FROM certificate WHERE office = ?1 ORDER BY n DESC LIMIT ?2");
    db.rows(sql, &[office.as_str().into(), limit.into()], recorded)
}

/// Certificates after a place, of one office or of all, oldest first; each with its place.
pub(crate) fn page(
    db: &mut Db,
    office: Option<&OfficeNo>,
    after: i64,
    limit: u32,
) -> Result<Vec<(i64, Recorded)>, StoreError> {
    let sql = concat!(
        "SELECT ",
        certificate_columns!(),
        ", n FROM certificate WHERE n > ?1 AND (CAST(?2 AS TEXT) IS NULL OR office = ?2) ORDER BY n LIMIT ?3"
    );
    let office = office.map(OfficeNo::as_str);
    db.rows(sql, &[after.into(), office.into(), limit.into()], |row| Ok((row.int(8)?, recorded(row)?)))
}

/// Revokes a certificate; `false` if there is none, or it is revoked already.
pub(crate) fn revoke(tx: &mut Tx<'_>, serial: &str, at: i64, reason: &str) -> Result<bool, StoreError> {
    let sql = "UPDATE certificate SET revoked_at = ?2, reason = ?3 WHERE serial = ?1 AND revoked_at IS NULL";
    Ok(tx.run(sql, &[serial.into(), at.into(), reason.into()])? > 0)
}

/// The serial numbers that are revoked.
pub(crate) fn revoked(db: &mut Db) -> Result<HashSet<String>, StoreError> {
    let all = db.rows("SELECT serial FROM certificate WHERE revoked_at IS NOT NULL", &[], |row| row.text(0))?;
    Ok(all.into_iter().collect())
}

/// The serial numbers that are revoked, with the time, in the order of revocation.
pub(crate) fn revoked_since(db: &mut Db) -> Result<Vec<(String, i64)>, StoreError> {
    let sql = "SELECT serial, revoked_at FROM certificate WHERE revoked_at IS NOT NULL ORDER BY revoked_at, serial";
    db.rows(sql, &[], |row| Ok((row.text(0)?, row.int(1)?)))
}
