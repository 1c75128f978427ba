//! The tables. Each file of this folder takes the schema one version further.

use super::StoreError;
use super::db::{Db, Value, postgres_schema};

/// In the dialect of SQLite; entries are only ever added.
const MIGRATIONS: &[&str] = &[
    include_str!("1_exchange.sql"),
    include_str!("2_environment.sql"),
    include_str!("3_enrolment.sql"),
    include_str!("4_directory.sql"),
    include_str!("5_profiles.sql"),
    include_str!("6_faults.sql"),
];

/// All tables with the columns that order their rows, parents before children: what a snapshot
/// holds and a reset empties.
pub(crate) const TABLES: &[(&str, &str)] = &[
    ("office", "number"),
    ("office_service", "office, n"),
    // Enrolment and directory.
    ("account", "office"),
    ("login_failure", "user_id"),
    ("login_session", "token"),
    ("certificate", "n"),
    ("site", "office, branch"),
    ("site_service", "office, branch, code"),
    ("licence", "office"),
    ("setting", "key"),
    ("journal", "seq"),
    ("message", "seq"),
    ("file", "message, n"),
    ("body", "place"),
    // Faults.
    ("fault_calls", "rule"),
    ("fault_streak", "office, endpoint"),
    // Profiles.
    ("draft", "seq"),
    ("draft_file", "draft, n"),
];

/// The version of the tables that this program knows.
pub(super) fn known() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}

/// Brings the tables up to date; a database of a later program is left alone.
pub(super) fn migrate(db: &mut Db) -> Result<(), StoreError> {
    db.exclusive(|db| {
        db.run("CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL)", &[])?;
        let known = known();
        let found = db.first("SELECT version FROM schema_version", &[], |row| row.int(0))?;
        let done = found.unwrap_or(0);
        if done > known {
            return Err(StoreError::Newer { found: done, known });
        }
        for migration in MIGRATIONS.iter().skip(usize::try_from(done).unwrap_or(0)) {
            match db {
                Db::Sqlite(_) => db.batch(migration)?,
                Db::Postgres(_) => db.batch(&postgres_schema(migration))?,
            }
        }
        let sql = match found {
            None => "INSERT INTO schema_version (version) VALUES (?1)",
            Some(_) => "UPDATE schema_version SET version = ?1",
        };
        db.run(sql, &[Value::Int(known)])?;
        Ok(())
    })
}
