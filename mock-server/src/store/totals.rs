//! How much is stored, for those who watch the environment.

use super::StoreError;
use super::db::Db;

/// How much is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Totals {
    /// Messages.
    pub(crate) messages: i64,
    /// Files.
    pub(crate) files: i64,
    /// Bytes of the files.
    pub(crate) bytes: i64,
    /// Rows of the journal.
    pub(crate) journal: i64,
}

/// Counts.
pub(super) fn totals(db: &mut Db) -> Result<Totals, StoreError> {
    let mut one = |sql| Ok::<_, StoreError>(db.first(sql, &[], |row| row.int(0))?.unwrap_or_default());
    Ok(Totals {
        messages: one("SELECT COUNT(*) FROM message")?,
        files: one("SELECT COUNT(*) FROM file")?,
        bytes: one("SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM file")?,
        // Places have no gaps.
        journal: one("SELECT COALESCE(MAX(seq), 0) FROM journal")?,
    })
}
