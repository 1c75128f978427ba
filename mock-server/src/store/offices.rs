//! Registered offices in the database.

use super::db::Db;
use super::{StoreError, Tx, directory};
use crate::directory::Licence;
use crate::journal::{REGISTERED, REMOVED};
use crate::offices::{Office, OfficeNo, Site};

/// Registers offices, or gives those of the same number the new names and services. Who has no
/// licence yet gets one.
pub(super) fn register_all(tx: &mut Tx<'_>, at: i64, offices: &[Office]) -> Result<(), StoreError> {
    offices.iter().try_for_each(|office| {
        register(tx, office)?;
        directory::add_licence(tx, &office.number, &Licence::of_registered(at))?;
        let services = serde_json::json!({ "services": office.services });
        tx.record(at, &REGISTERED.by(&office.number).with(services))
    })
}

/// Registers an office; one of the same number gets the new name, place, services and sites.
pub(crate) fn register(tx: &mut Tx<'_>, office: &Office) -> Result<(), StoreError> {
    let number = office.number.as_str();
    tx.run(
        "INSERT INTO office (number, name, prefecture, municipality) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (number) DO UPDATE SET name = excluded.name, prefecture = excluded.prefecture,
         municipality = excluded.municipality",
        &[number.into(), (&office.name).into(), (&office.prefecture).into(), (&office.municipality).into()],
    )?;
    tx.run("DELETE FROM office_service WHERE office = ?1", &[number.into()])?;
    for (n, code) in (1_i64..).zip(&office.services) {
        tx.run(
            "INSERT INTO office_service (office, n, code) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
            &[number.into(), n.into(), code.into()],
        )?;
    }
    // Their services go with them.
    tx.run("DELETE FROM site WHERE office = ?1", &[number.into()])?;
    for site in &office.sites {
        let branch = &site.branch;
        tx.run(
            "INSERT INTO site (office, branch, name) VALUES (?1, ?2, ?3)
             ON CONFLICT (office, branch) DO UPDATE SET name = excluded.name",
            &[number.into(), branch.into(), (&site.name).into()],
        )?;
        for code in &site.services {
            tx.run(
                "INSERT INTO site_service (office, branch, code) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
                &[number.into(), branch.into(), code.into()],
            )?;
        }
    }
    Ok(())
}

/// The office of this number.
pub(crate) fn find(db: &mut Db, number: &OfficeNo) -> Result<Option<Office>, StoreError> {
    let key = number.as_str();
    let sql = "SELECT name, prefecture, municipality FROM office WHERE number = ?1";
    let found = db.first(sql, &[key.into()], |row| Ok((row.text(0)?, row.text(1)?, row.text(2)?)))?;
    let Some((name, prefecture, municipality)) = found else { return Ok(None) };
    let sql = "SELECT code FROM office_service WHERE office = ?1 ORDER BY n";
    let services = db.rows(sql, &[key.into()], |row| row.text(0))?;
    let sql = "SELECT branch, name FROM site WHERE office = ?1 ORDER BY branch";
    let mut sites =
        db.rows(sql, &[key.into()], |row| Ok(Site { branch: row.text(0)?, name: row.text(1)?, services: Vec::new() }))?;
    for site in &mut sites {
        let sql = "SELECT code FROM site_service WHERE office = ?1 AND branch = ?2 ORDER BY code";
        site.services = db.rows(sql, &[key.into(), (&site.branch).into()], |row| row.text(0))?;
    }
    Ok(Some(Office { number: *number, name, prefecture, municipality, services, sites }))
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
