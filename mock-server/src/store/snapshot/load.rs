//! Putting a snapshot in the place of everything: all of it, or nothing is changed.

use std::fs::File;

use super::check::{Cell, Columns, read};
use crate::journal::RESTORED;
use crate::store::reset::empty;
use crate::store::schema::TABLES;
use crate::store::{Db, StoreError, Tx, journal, pieces, settings};

/// Checks the file by itself, before anything waits for it.
pub(crate) fn sound(db: &mut Db, file: &File, most_line: usize, kept: &[&str]) -> Result<(), StoreError> {
    read(file, most_line, &columns(db)?, |n, cells| forbidden(n, &cells, kept))
}

/// Puts it in the place of all tables but the settings named, within a transaction. The journal
/// of the snapshot must carry its seals, and goes on with an event that says what happened, at
/// the time that `followed` reads out of the settings: when it cannot, nothing is changed.
pub(crate) fn restore(
    tx: &mut Tx<'_>,
    file: &File,
    most_line: usize,
    kept: &[&str],
    followed: impl Fn(&[(String, String)]) -> Result<i64, StoreError>,
) -> Result<(), StoreError> {
    let columns = columns(tx.db())?;
    empty(tx, kept)?;
    let inserts: Vec<String> =
        TABLES.iter().zip(&columns).map(|((table, _), columns)| insert(table, columns)).collect();
    read(file, most_line, &columns, |n, cells| {
        forbidden(n, &cells, kept)?;
        let sql = inserts.get(n).ok_or(StoreError::Closed)?;
        let values: Vec<_> = cells.iter().map(Cell::value).collect();
        tx.run(sql, &values).map(drop)
    })?;
    if journal::broken(tx.db())?.is_some() || !pieces::are_whole(tx.db())? {
        return Err(StoreError::Spoilt("snapshot"));
    }
    tx.replaced()?;
    let at = followed(&settings::all(tx.db())?)?;
    tx.record(at, &RESTORED.event())
}

/// What no snapshot brings: the settings that stay as they are.
fn forbidden(table: usize, cells: &[Cell], kept: &[&str]) -> Result<(), StoreError> {
    let is_setting = TABLES.get(table).is_some_and(|(name, _)| *name == "setting");
    match cells.first() {
        Some(Cell::Text(key)) if is_setting && (key == settings::VERSION || kept.contains(&key.as_str())) => {
            Err(StoreError::Spoilt("snapshot"))
        }
        _ => Ok(()),
    }
}

fn columns(db: &mut Db) -> Result<Columns, StoreError> {
    TABLES.iter().map(|(table, _)| db.columns(table)).collect()
}

/// Names come from our own tables, never from the file.
fn insert(table: &str, columns: &[(String, crate::store::db::ColumnType)]) -> String {
    let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
    let places: Vec<String> = (1..=columns.len()).map(|n| format!("?{n}")).collect();
    format!("INSERT INTO {table} ({}) VALUES ({})", names.join(", "), places.join(", "))
}
