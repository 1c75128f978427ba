//! Beginning anew: every table emptied in one transaction.

use super::schema::TABLES;
use super::{StoreError, Tx, offices, settings};
use crate::journal::RESET;
use crate::offices::Office;

/// Empties all tables but the settings named, registers the offices, and begins the journal anew.
pub(super) fn reset(tx: &mut Tx<'_>, at: i64, kept: &[&str], offices: &[Office]) -> Result<(), StoreError> {
    empty(tx, kept)?;
    tx.replaced()?;
    tx.record(at, &RESET.event())?;
    offices::register_all(tx, at, offices)
}

/// Empties all tables, children before parents. The count of changes of the settings goes on, so
/// that every relay notices.
pub(super) fn empty(tx: &mut Tx<'_>, kept: &[&str]) -> Result<(), StoreError> {
    for (table, _) in TABLES.iter().rev() {
        if *table == "setting" {
            let keys = tx.rows("SELECT key FROM setting", &[], |row| row.text(0))?;
            for key in keys.iter().filter(|key| *key != settings::VERSION && !kept.contains(&key.as_str())) {
                tx.run("DELETE FROM setting WHERE key = ?1", &[key.into()])?;
            }
        } else {
            tx.run(&format!("DELETE FROM {table}"), &[])?;
        }
    }
    Ok(())
}
