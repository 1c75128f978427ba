//! The database file: settings and tables.

use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;

use super::StoreError;

/// Each entry takes the schema one version further; `user_version` counts them. Entries are
/// only ever added.
const MIGRATIONS: &[&str] = &["
    CREATE TABLE office (
        number TEXT PRIMARY KEY CHECK (length(number) = 10),
        name   TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE office_service (
        office TEXT NOT NULL REFERENCES office (number) ON DELETE CASCADE,
        n      INTEGER NOT NULL,
        code   TEXT NOT NULL,
        PRIMARY KEY (office, n),
        UNIQUE (office, code)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE message (
        seq         INTEGER PRIMARY KEY AUTOINCREMENT,
        id          TEXT NOT NULL UNIQUE,
        sender      TEXT NOT NULL REFERENCES office (number),
        receiver    TEXT NOT NULL REFERENCES office (number),
        text        TEXT NOT NULL,
        accepted_at INTEGER NOT NULL,
        retry_key   TEXT,
        retry_hash  TEXT,
        UNIQUE (sender, retry_key),
        CHECK (sender <> receiver),
        CHECK ((retry_key IS NULL) = (retry_hash IS NULL))
    ) STRICT;
    CREATE INDEX message_receiver ON message (receiver, seq);
    CREATE INDEX message_sender ON message (sender, seq);
    CREATE TABLE file (
        message INTEGER NOT NULL REFERENCES message (seq) ON DELETE CASCADE,
        n       INTEGER NOT NULL CHECK (n >= 1),
        slot    TEXT NOT NULL CHECK (slot IN ('csv', 'attachment')),
        name    TEXT NOT NULL,
        serial  TEXT,
        size    INTEGER NOT NULL CHECK (size = length(body)),
        sha256  TEXT NOT NULL CHECK (length(sha256) = 64),
        body    BLOB NOT NULL,
        PRIMARY KEY (message, n),
        UNIQUE (message, name)
    ) STRICT;
"];

/// How long a connection waits for another before it gives up.
const WAIT: Duration = Duration::from_secs(10);

/// Opens the database for writing and brings its tables up to date.
pub(super) fn open(path: &Path, pages: Option<u32>) -> Result<Connection, StoreError> {
    let mut db = Connection::open(path)?;
    db.busy_timeout(WAIT)?;
    db.pragma_update(None, "journal_mode", "wal")?;
    db.pragma_update(None, "synchronous", "full")?;
    db.pragma_update(None, "foreign_keys", true)?;
    if let Some(pages) = pages {
        // The answer is the limit now in force, which is not needed.
        db.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))?;
    }
    migrate(&mut db)?;
    Ok(db)
}

/// Opens it for reading only.
pub(super) fn open_reader(path: &Path) -> Result<Connection, StoreError> {
    use rusqlite::OpenFlags;

    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(path, flags)?;
    db.busy_timeout(WAIT)?;
    Ok(db)
}

fn migrate(db: &mut Connection) -> Result<(), StoreError> {
    let known = i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX);
    let change = db.transaction()?;
    let found: i64 = change.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    let done = usize::try_from(found).unwrap_or(0);
    for migration in MIGRATIONS.iter().skip(done) {
        change.execute_batch(migration)?;
    }
    change.pragma_update(None, "user_version", known)?;
    change.commit()?;
    Ok(())
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

    #[test]
    fn a_database_of_a_later_version_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("db");
        open(&path, None).unwrap().pragma_update(None, "user_version", 99).unwrap();
        assert!(matches!(open(&path, None), Err(StoreError::Newer { found: 99, .. })));
    }
}
