//! Accounts of offices, and failed logins, in the database. Secrets come here sealed.

use super::db::{Db, Row};
use super::{StoreError, Tx};
use crate::offices::OfficeNo;

/// An account of 電子請求受付システム: one per office number.
#[derive(Clone)]
pub(crate) struct Account {
    pub(crate) office: OfficeNo,
    /// `KJ` and twelve digits.
    pub(crate) user_id: String,
    /// The password, sealed.
    pub(crate) password: String,
    /// Whether the password is a temporary one.
    pub(crate) is_temporary: bool,
    /// When the password was set, milliseconds since 1970.
    pub(crate) set_at: i64,
    /// 証明書発行用パスワード, sealed.
    pub(crate) issuing_password: String,
}

impl std::fmt::Debug for Account {
    /// Without the sealed passwords.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Account").field("office", &self.office).finish_non_exhaustive()
    }
}

/// How many failures lock a user, and for how long they count.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LockRule {
    pub(crate) failures: i64,
    pub(crate) for_ms: i64,
}

/// The columns that [`account`] reads.
macro_rules! account_columns {
    () => {
        "office, user_id, password, is_temporary, set_at, issuing_password"
    };
}

fn account(row: &Row<'_>) -> Result<Account, StoreError> {
    Ok(Account {
        office: row.text(0)?.parse().map_err(|_| StoreError::Spoilt("account"))?,
        user_id: row.text(1)?,
        password: row.text(2)?,
        is_temporary: row.flag(3)?,
        set_at: row.int(4)?,
        issuing_password: row.text(5)?,
    })
}

/// The account of a user.
pub(crate) fn of_user(db: &mut Db, user_id: &str) -> Result<Option<Account>, StoreError> {
    let sql = concat!("SELECT ", account_columns!(), " FROM account WHERE user_id = ?1");
    db.first(sql, &[user_id.into()], account)
}

/// The account of an office.
pub(crate) fn of_office(db: &mut Db, office: &OfficeNo) -> Result<Option<Account>, StoreError> {
    let sql = concat!("SELECT ", account_columns!(), " FROM account WHERE office = ?1");
    db.first(sql, &[office.as_str().into()], account)
}

/// Keeps a new account; its office is registered.
pub(crate) fn open(tx: &mut Tx<'_>, account: &Account) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO account (office, user_id, password, is_temporary, set_at, issuing_password)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        &[
            account.office.as_str().into(),
            (&account.user_id).into(),
            (&account.password).into(),
            account.is_temporary.into(),
            account.set_at.into(),
            (&account.issuing_password).into(),
        ],
    )?;
    Ok(())
}

/// Gives an account another password, sealed.
pub(crate) fn set_password(
    tx: &mut Tx<'_>,
    office: &OfficeNo,
    sealed: &str,
    is_temporary: bool,
    at: i64,
) -> Result<(), StoreError> {
    let sql = "UPDATE account SET password = ?2, is_temporary = ?3, set_at = ?4 WHERE office = ?1";
    tx.run(sql, &[office.as_str().into(), sealed.into(), is_temporary.into(), at.into()]).map(drop)
}

/// Gives an account another 証明書発行用パスワード, sealed.
pub(crate) fn set_issuing_password(tx: &mut Tx<'_>, office: &OfficeNo, sealed: &str) -> Result<(), StoreError> {
    let sql = "UPDATE account SET issuing_password = ?2 WHERE office = ?1";
    tx.run(sql, &[office.as_str().into(), sealed.into()]).map(drop)
}

/// Whether the user is locked at this time. Failures count for as long as a lock holds; those of
/// a time to come, before which the clock was set back, do not.
pub(crate) fn is_locked(db: &mut Db, user_id: &str, at: i64, rule: LockRule) -> Result<bool, StoreError> {
    Ok(failures(db, user_id, at, rule)? >= rule.failures)
}

fn failures(db: &mut Db, user_id: &str, at: i64, rule: LockRule) -> Result<i64, StoreError> {
    let sql = "SELECT failures FROM login_failure WHERE user_id = ?1 AND last_at > ?2 AND last_at <= ?3";
    let from = at.saturating_sub(rule.for_ms);
    Ok(db.first(sql, &[user_id.into(), from.into(), at.into()], |row| row.int(0))?.unwrap_or(0))
}

/// Counts a failure; gives how many there are now.
pub(crate) fn fail(tx: &mut Tx<'_>, user_id: &str, at: i64, rule: LockRule) -> Result<i64, StoreError> {
    let failures = failures(tx.db(), user_id, at, rule)? + 1;
    // What no longer counts of others goes too, so that made-up users do not stay for ever.
    tx.run("DELETE FROM login_failure WHERE last_at <= ?1", &[at.saturating_sub(rule.for_ms).into()])?;
    tx.run(
        "INSERT INTO login_failure (user_id, failures, last_at) VALUES (?1, ?2, ?3)
         ON CONFLICT (user_id) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at",
        &[user_id.into(), failures.into(), at.into()],
    )?;
    Ok(failures)
}

/// Forgets the failures of a user.
pub(crate) fn forgive(tx: &mut Tx<'_>, user_id: &str) -> Result<(), StoreError> {
    tx.run("DELETE FROM login_failure WHERE user_id = ?1", &[user_id.into()]).map(drop)
}
