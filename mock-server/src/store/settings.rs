//! Settings that all relays of one environment share, as text under a key.

use super::StoreError;
use super::db::{Db, Value};

/// Counts the changes: whoever has seen this number has seen them all.
pub(super) const VERSION: &str = "version";

/// Keeps a setting.
pub(super) fn set(db: &mut Db, key: &str, value: &str) -> Result<(), StoreError> {
    put(db, key, value)?;
    touch(db)
}

/// Counts a change that was made otherwise.
pub(super) fn touch(db: &mut Db) -> Result<(), StoreError> {
    let version = version(db)? + 1;
    put(db, VERSION, &version.to_string())
}

/// A setting.
pub(crate) fn get(db: &mut Db, key: &str) -> Result<Option<String>, StoreError> {
    db.first("SELECT value FROM setting WHERE key = ?1", &[Value::Text(key)], |row| row.text(0))
}

/// How many changes there were.
pub(super) fn version(db: &mut Db) -> Result<i64, StoreError> {
    Ok(get(db, VERSION)?.and_then(|text| text.parse().ok()).unwrap_or(0))
}

/// All settings but the count of changes.
pub(super) fn all(db: &mut Db) -> Result<Vec<(String, String)>, StoreError> {
    let sql = "SELECT key, value FROM setting WHERE key <> ?1 ORDER BY key";
    db.rows(sql, &[Value::Text(VERSION)], |row| Ok((row.text(0)?, row.text(1)?)))
}

fn put(db: &mut Db, key: &str, value: &str) -> Result<(), StoreError> {
    let sql = "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
    db.run(sql, &[Value::Text(key), Value::Text(value)])?;
    Ok(())
}
