//! SQLite in the process: WAL with `synchronous=FULL`. A commit that has returned survives
//! SIGKILL and, as far as the disk keeps its word, loss of power.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, params_from_iter};

use super::{Row, StoreError, Value};

/// How long a connection waits for another before it gives up.
const WAIT: Duration = Duration::from_secs(10);
/// Bytes of a page of a new file.
pub(super) const PAGE: u32 = 16 << 10;
/// Statements kept prepared by each connection.
const PREPARED: usize = 128;

/// Opens the file for writing; it is made if absent.
pub(super) fn open(path: &Path, most: Option<u64>) -> Result<Connection, StoreError> {
    let db = Connection::open(path)?;
    db.busy_timeout(WAIT)?;
    db.set_prepared_statement_cache_capacity(PREPARED);
    // Counts for a new file only. Files of some kilobytes are most of what is written.
    db.pragma_update(None, "page_size", PAGE)?;
    db.pragma_update(None, "journal_mode", "wal")?;
    db.pragma_update(None, "synchronous", "full")?;
    db.pragma_update(None, "foreign_keys", true)?;
    if let Some(most) = most {
        let pages = u32::try_from(most / u64::from(PAGE)).unwrap_or(u32::MAX);
        // The answer is the limit now in force, which is not needed.
        db.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))?;
    }
    Ok(db)
}

/// Opens it for reading only.
pub(super) fn open_reader(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(path, flags)?;
    db.busy_timeout(WAIT)?;
    db.set_prepared_statement_cache_capacity(PREPARED);
    Ok(db)
}

pub(super) fn run(db: &Connection, sql: &str, values: &[Value<'_>]) -> Result<u64, StoreError> {
    let changed = db.prepare_cached(sql)?.execute(params_from_iter(values))?;
    Ok(u64::try_from(changed).unwrap_or(u64::MAX))
}

pub(super) fn rows<T>(
    db: &Connection,
    sql: &str,
    values: &[Value<'_>],
    read: &mut impl FnMut(&Row<'_>) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    let mut statement = db.prepare_cached(sql)?;
    let mut answer = statement.query(params_from_iter(values))?;
    let mut all = Vec::new();
    while let Some(row) = answer.next()? {
        all.push(read(&Row::Sqlite(row))?);
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_database_is_durable_by_its_settings() {
        let folder = tempfile::tempdir().unwrap();
        let db = open(&folder.path().join("db"), None).unwrap();
        let mode: String = db.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
        let sync: i64 = db.pragma_query_value(None, "synchronous", |row| row.get(0)).unwrap();
        let keys: bool = db.pragma_query_value(None, "foreign_keys", |row| row.get(0)).unwrap();
        assert_eq!((mode.as_str(), sync, keys), ("wal", 2, true));
    }
}
