//! Accounts and certificates from the side of whoever runs the environment.

use super::issue::Order;
use super::login::{end_of_password, lock_rule};
use super::{EnrolmentError, secret};
use crate::ca::{Drill, Drilled, Issued};
use crate::ids;
use crate::journal::{ACCOUNT_OPENED, ISSUING_PASSWORD_RENEWED, PASSWORD_RESET, USER_UNLOCKED};
use crate::offices::{CertificateKind, OfficeNo};
use crate::state::AppState;
use crate::store::accounts::{self, Account};
use crate::store::{Db, StoreError, Tx, certificates, sessions};
use crate::wire::{RevocationReason, Secret};

/// A new account, with what is told once.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// `KJ` and twelve digits.
    pub user_id: String,
    /// The temporary password.
    pub temporary_password: Secret,
    /// 証明書発行用パスワード.
    pub issuing_password: Secret,
}

/// An account as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountView {
    /// `KJ` and twelve digits.
    pub user_id: String,
    /// Whether the password is a temporary one.
    pub is_temporary: bool,
    /// When the password ends, milliseconds since 1970; `None` if never.
    pub password_ends_at: Option<i64>,
    /// Whether logins fail for now, after too many wrong passwords.
    pub is_locked: bool,
}

impl AppState {
    /// Opens the account of a registered office.
    ///
    /// # Errors
    /// When the office is not registered or has an account, or it could not be stored.
    pub async fn open_account(&self, office: &OfficeNo) -> Result<NewAccount, EnrolmentError> {
        let (temporary_password, issuing_password) = (secret::password()?, secret::password()?);
        let (password, issuing) = (secret::seal(&temporary_password)?, secret::seal(&issuing_password)?);
        let (office, at, seed) = (*office, self.now_ms(), self.seed());
        let work = move |tx: &mut Tx<'_>| {
            if crate::store::offices::find(tx.db(), &office)?.is_none() {
                return Ok(Err(EnrolmentError::Unregistered(office)));
            }
            if accounts::of_office(tx.db(), &office)?.is_some() {
                return Ok(Err(EnrolmentError::HasAccount(office)));
            }
            let mut n = tx.next()?;
            let mut user_id = user_id(&seed, n);
            while accounts::of_user(tx.db(), &user_id)?.is_some() {
                n = n.wrapping_add(1);
                user_id = self::user_id(&seed, n);
            }
            let account = Account {
                office,
                user_id,
                password: password.clone(),
                is_temporary: true,
                set_at: at,
                issuing_password: issuing.clone(),
            };
            accounts::open(tx, &account)?;
            tx.record(at, &ACCOUNT_OPENED.by(&office).about(&account.user_id))?;
            Ok(Ok(account.user_id))
        };
        let user_id = self.store().write(work).await??;
        Ok(NewAccount { user_id, temporary_password, issuing_password })
    }

    /// The account of an office, if it has one.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn account(&self, office: &OfficeNo) -> Result<Option<AccountView>, StoreError> {
        let (office, at, rule) = (*office, self.now_ms(), lock_rule(self));
        let read = move |db: &mut Db| {
            let Some(account) = accounts::of_office(db, &office)? else { return Ok(None) };
            let is_locked = accounts::is_locked(db, &account.user_id, at, rule)?;
            Ok(Some((account, is_locked)))
        };
        let found = self.store().read(read).await?;
        Ok(found.map(|(account, is_locked)| AccountView {
            password_ends_at: end_of_password(self, &account),
            is_temporary: account.is_temporary,
            user_id: account.user_id,
            is_locked,
        }))
    }

    /// 「パスワード等を紛失した方はこちら」: a new temporary password. The user is no longer locked,
    /// and all sessions of the office end.
    ///
    /// # Errors
    /// When the office has no account, or it could not be stored.
    pub async fn reset_password(&self, office: &OfficeNo) -> Result<Secret, EnrolmentError> {
        let temporary = secret::password()?;
        let (sealed, office, at) = (secret::seal(&temporary)?, *office, self.now_ms());
        let work = move |tx: &mut Tx<'_>| {
            let Some(account) = accounts::of_office(tx.db(), &office)? else { return Ok(false) };
            accounts::set_password(tx, &office, &sealed, true, at)?;
            accounts::forgive(tx, &account.user_id)?;
            sessions::end_all(tx, &office)?;
            tx.record(at, &PASSWORD_RESET.by(&office).about(&account.user_id))?;
            Ok(true)
        };
        if self.store().write(work).await? { Ok(temporary) } else { Err(EnrolmentError::NoAccount(office)) }
    }

    /// A new 証明書発行用パスワード.
    ///
    /// # Errors
    /// When the office has no account, or it could not be stored.
    pub async fn reset_issuing_password(&self, office: &OfficeNo) -> Result<Secret, EnrolmentError> {
        let issuing = secret::password()?;
        let (sealed, office, at) = (secret::seal(&issuing)?, *office, self.now_ms());
        let work = move |tx: &mut Tx<'_>| {
            let Some(account) = accounts::of_office(tx.db(), &office)? else { return Ok(false) };
            accounts::set_issuing_password(tx, &office, &sealed)?;
            tx.record(at, &ISSUING_PASSWORD_RENEWED.by(&office).about(&account.user_id))?;
            Ok(true)
        };
        if self.store().write(work).await? { Ok(issuing) } else { Err(EnrolmentError::NoAccount(office)) }
    }

    /// Lets the user of an office log in again after too many wrong passwords.
    ///
    /// # Errors
    /// When the office has no account, or it could not be stored.
    pub async fn unlock(&self, office: &OfficeNo) -> Result<(), EnrolmentError> {
        let (office, at) = (*office, self.now_ms());
        let work = move |tx: &mut Tx<'_>| {
            let Some(account) = accounts::of_office(tx.db(), &office)? else { return Ok(false) };
            accounts::forgive(tx, &account.user_id)?;
            tx.record(at, &USER_UNLOCKED.by(&office).about(&account.user_id))?;
            Ok(true)
        };
        if self.store().write(work).await? { Ok(()) } else { Err(EnrolmentError::NoAccount(office)) }
    }

    /// A new certificate for an office, on record; of use once the office is registered. The key
    /// is not kept.
    ///
    /// # Errors
    /// When it could not be made or stored.
    pub async fn issue(&self, office: &OfficeNo, kind: &'static CertificateKind) -> Result<Issued, EnrolmentError> {
        Ok(self.give(Order { office: *office, kind, csr: None, replaces: None }).await?.issued)
    }

    /// Holds a drill for an office: makes a certificate that does not work. `other` is the office
    /// whose certificate is mixed up with the own one, where the drill asks for that.
    ///
    /// # Errors
    /// When there is no such drill, or it could not be made or stored.
    pub async fn drill(&self, slug: &str, office: &OfficeNo, other: &OfficeNo) -> Result<Drilled, EnrolmentError> {
        let drill = Drill::of_slug(slug).ok_or_else(|| EnrolmentError::NoDrill(slug.to_owned()))?;
        self.hold(drill, *office, *other).await
    }

    /// Revokes a certificate by its serial number (32 hexadecimal digits in lower case); `false`
    /// if there is none, or it is revoked already. It no longer counts from the next answer on,
    /// whichever relay of the environment gives it.
    ///
    /// # Errors
    /// When it could not be stored.
    pub async fn revoke(&self, serial: &str, reason: RevocationReason) -> Result<bool, StoreError> {
        let wanted = serial.to_owned();
        match self.store().read(move |db| certificates::find(db, &wanted)).await? {
            Some(found) => self.withdraw(found.serial, found.office, reason).await,
            None => Ok(false),
        }
    }
}

/// `KJ` and twelve digits that follow from the seed and a number.
fn user_id(seed: &str, n: i64) -> String {
    let [a, b, c, d, e, f, g, h, ..] = ids::bytes(seed, "user", n);
    format!("KJ{:012}", u64::from_be_bytes([a, b, c, d, e, f, g, h]) % 1_000_000_000_000)
}
