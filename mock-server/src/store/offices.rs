//! Registered offices in the database.

use super::db::Db;
use super::{StoreError, Tx};
use crate::offices::{Office, OfficeNo};

/// Registers an office; one of the same number gets the new name and services.
pub(crate) fn register(tx: &mut Tx<'_>, office: &Office) -> Result<(), StoreError> {
    let number = office.number.as_str();
    tx.run(
        "INSERT INTO office (number, name) VALUES (?1, ?2)
         ON CONFLICT (number) DO UPDATE SET name = excluded.name",
        &[number.into(), (&office.name).into()],
    )?;
    tx.run("DELETE FROM office_service WHERE office = ?1", &[number.into()])?;
    for (n, code) in (1_i64..).zip(&office.services) {
        tx.run(
            "INSERT INTO office_service (office, n, code) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
            &[number.into(), n.into(), code.into()],
        )?;
    }
    Ok(())
}

/// The office of this number.
pub(crate) fn find(db: &mut Db, number: &OfficeNo) -> Result<Option<Office>, StoreError> {
    let key = number.as_str();
    let name = db.first("SELECT name FROM office WHERE number = ?1", &[key.into()], |row| row.text(0))?;
    let Some(name) = name else { return Ok(None) };
    let sql = "SELECT code FROM office_service WHERE office = ?1 ORDER BY n";
    let services = db.rows(sql, &[key.into()], |row| row.text(0))?;
    Ok(Some(Office { number: *number, name, services }))
}
