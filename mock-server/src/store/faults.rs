//! What the rules of faults count: calls of each rule, bad answers in a row.

use super::db::Value;
use super::{StoreError, Tx};

/// Counts a call that a rule is asked about; gives its number, from 1.
pub(crate) fn count(tx: &mut Tx<'_>, rule: i64) -> Result<i64, StoreError> {
    let sql = "INSERT INTO fault_calls (rule, calls) VALUES (?1, 1)
               ON CONFLICT (rule) DO UPDATE SET calls = fault_calls.calls + 1 RETURNING calls";
    tx.first(sql, &[rule.into()], |row| row.int(0))?.ok_or(StoreError::Closed)
}

/// How many answers in a row were bad.
pub(crate) fn streak(tx: &mut Tx<'_>, office: &str, endpoint: &str) -> Result<i64, StoreError> {
    let sql = "SELECT bad FROM fault_streak WHERE office = ?1 AND endpoint = ?2";
    Ok(tx.first(sql, &[office.into(), endpoint.into()], |row| row.int(0))?.unwrap_or(0))
}

/// Keeps how many answers in a row were bad.
pub(crate) fn set_streak(tx: &mut Tx<'_>, office: &str, endpoint: &str, bad: i64) -> Result<(), StoreError> {
    let key = [Value::Text(office), Value::Text(endpoint)];
    if bad == 0 {
        tx.run("DELETE FROM fault_streak WHERE office = ?1 AND endpoint = ?2", &key)?;
    } else {
        tx.run(
            "INSERT INTO fault_streak (office, endpoint, bad) VALUES (?1, ?2, ?3)
             ON CONFLICT (office, endpoint) DO UPDATE SET bad = excluded.bad",
            &[key[0], key[1], bad.into()],
        )?;
    }
    Ok(())
}

/// Forgets what was counted for a rule, or for all.
pub(crate) fn forget(tx: &mut Tx<'_>, rule: Option<i64>) -> Result<(), StoreError> {
    match rule {
        Some(rule) => tx.run("DELETE FROM fault_calls WHERE rule = ?1", &[rule.into()])?,
        None => tx.run("DELETE FROM fault_calls", &[])? + tx.run("DELETE FROM fault_streak", &[])?,
    };
    Ok(())
}
