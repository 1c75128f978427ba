//! Registered offices in the database.

use rusqlite::{Connection, OptionalExtension, params};

use super::StoreError;
use crate::offices::{Office, OfficeNo};

/// Registers an office; one of the same number gets the new name and services.
pub(super) fn register(db: &Connection, office: &Office) -> Result<(), StoreError> {
    let number = office.number.as_str();
    db.prepare_cached(
        "INSERT INTO office (number, name) VALUES (?1, ?2)
         ON CONFLICT (number) DO UPDATE SET name = excluded.name",
    )?
    .execute(params![number, office.name])?;
    db.prepare_cached("DELETE FROM office_service WHERE office = ?1")?.execute([number])?;
    let mut insert =
        db.prepare_cached("INSERT INTO office_service (office, n, code) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")?;
    for (n, code) in (1_i64..).zip(&office.services) {
        insert.execute(params![number, n, code])?;
    }
    Ok(())
}

/// The office of this number.
pub(super) fn find(db: &Connection, number: &OfficeNo) -> Result<Option<Office>, StoreError> {
    let name: Option<String> = db
        .prepare_cached("SELECT name FROM office WHERE number = ?1")?
        .query_row([number.as_str()], |row| row.get(0))
        .optional()?;
    let Some(name) = name else { return Ok(None) };
    let services = db
        .prepare_cached("SELECT code FROM office_service WHERE office = ?1 ORDER BY n")?
        .query_map([number.as_str()], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(Some(Office { number: *number, name, services }))
}
