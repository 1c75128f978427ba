//! Registered offices in the database.

use super::db::Db;
use super::{StoreError, Tx};
use crate::journal::{REGISTERED, REMOVED};
use crate::offices::{Office, OfficeNo};

/// Registers offices, or gives those of the same number the new names and services.
pub(super) fn register_all(tx: &mut Tx<'_>, at: i64, offices: &[Office]) -> Result<(), StoreError> {
    offices.iter().try_for_each(|office| {
        register(tx, office)?;
        let services = serde_json::json!({ "services": office.services });
        tx.record(at, &REGISTERED.by(&office.number).with(services))
    })
}

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

/// The office of this number, as a writer sees it.
pub(crate) fn find_for_writer(tx: &mut Tx<'_>, number: &OfficeNo) -> Result<Option<Office>, StoreError> {
    find(tx.db(), number)
}

/// The office of this number.
pub(super) fn find(db: &mut Db, number: &OfficeNo) -> Result<Option<Office>, StoreError> {
    let key = number.as_str();
    let name = db.first("SELECT name FROM office WHERE number = ?1", &[key.into()], |row| row.text(0))?;
    let Some(name) = name else { return Ok(None) };
    let sql = "SELECT code FROM office_service WHERE office = ?1 ORDER BY n";
    let services = db.rows(sql, &[key.into()], |row| row.text(0))?;
    Ok(Some(Office { number: *number, name, services }))
}

/// A page of the offices after a number, in the order of their numbers.
pub(super) fn page(db: &mut Db, after: &str, limit: u32) -> Result<Vec<Office>, StoreError> {
    let sql = "SELECT number FROM office WHERE number > ?1 ORDER BY number LIMIT ?2";
    let numbers = db.rows(sql, &[after.into(), limit.into()], |row| row.text(0))?;
    let numbers = numbers.iter().filter_map(|number| number.parse().ok());
    numbers.filter_map(|number| find(db, &number).transpose()).collect()
}

/// Removes an office, unless messages name it.
pub(super) fn remove(tx: &mut Tx<'_>, at: i64, office: &OfficeNo) -> Result<Option<bool>, StoreError> {
    let number = office.as_str();
    let named = "SELECT id FROM message WHERE sender = ?1 OR receiver = ?1 LIMIT 1";
    if tx.first(named, &[number.into()], |row| row.text(0))?.is_some() {
        return Ok(Some(false));
    }
    if tx.run("DELETE FROM office WHERE number = ?1", &[number.into()])? == 0 {
        return Ok(None);
    }
    tx.record(at, &REMOVED.by(office))?;
    Ok(Some(true))
}
