//! Who knows the password: what every request of enrolment, and every login, begins with.

use serde_json::json;

use super::secret::{DECOY, opens};
use crate::assumptions::{LOCK_MINUTES, LOGIN_FAILURES, PASSWORD_DAYS, TEMPORARY_PASSWORD_DAYS};
use crate::ca::DAY_MS;
use crate::journal::{LOGIN_FAILED, USER_LOCKED};
use crate::refusals::{
    BUSY, ISSUING_PASSWORD, LOGIN_LOCKED, LOGIN_REFUSED, PASSWORD_EXPIRED, Problem, Refusal, TEMPORARY_PASSWORD,
    TEMPORARY_PASSWORD_EXPIRED,
};
use crate::state::AppState;
use crate::store::accounts::{self, Account, LockRule};
use crate::store::{StoreError, Tx};
use crate::wire::{Login, Secret};

pub(super) const MINUTE_MS: i64 = 60_000;
/// No password is longer than that: who sends more is wrong.
pub(super) const LONGEST: usize = 64;

/// What became of a try.
enum Tried {
    Good,
    Wrong,
    Locked,
}

/// The account of who asks, if the password is right; it may be temporary, or have expired.
/// Users who do not exist are counted, locked and kept waiting like those who do.
pub(super) async fn anyhow(state: &AppState, login: &Login) -> Result<Account, Problem> {
    let user_id = login.user_id.clone();
    if !is_user_id(&user_id) {
        return Err(Problem::from(&LOGIN_REFUSED));
    }
    let (at, rule) = (state.now_ms(), lock_rule(state));
    let read = move |db: &mut crate::store::Db| {
        Ok((accounts::of_user(db, &user_id)?, accounts::is_locked(db, &user_id, at, rule)?))
    };
    let (account, is_locked) = state.store().read(read).await?;
    if is_locked {
        return Err(Problem::from(&LOGIN_LOCKED));
    }
    let sealed = account.as_ref().map_or(DECOY, |account| &account.password).to_owned();
    let is_right = judged(state, sealed, &login.password).await?;
    tried(state, &login.user_id, account.as_ref(), is_right, &LOGIN_REFUSED).await?;
    account.ok_or_else(|| Problem::from(&LOGIN_REFUSED))
}

/// The account of who asks, if the password is right and one of their own.
pub(super) async fn login(state: &AppState, login: &Login) -> Result<Account, Problem> {
    let account = anyhow(state, login).await?;
    match end_of_password(state, &account) {
        end if end.is_some_and(|end| end <= state.now_ms()) => {
            Err(Problem::from(if account.is_temporary { &TEMPORARY_PASSWORD_EXPIRED } else { &PASSWORD_EXPIRED }))
        }
        _ if account.is_temporary => Err(Problem::from(&TEMPORARY_PASSWORD)),
        _ => Ok(account),
    }
}

/// Whether 証明書発行用パスワード is right; a wrong one counts like a failed login.
pub(super) async fn may_issue(state: &AppState, account: &Account, given: &Secret) -> Result<(), Problem> {
    let is_right = judged(state, account.issuing_password.clone(), given).await?;
    tried(state, &account.user_id, Some(account), is_right, &ISSUING_PASSWORD).await
}

/// When the password of an account ends, milliseconds since 1970; `None` if never.
pub(super) fn end_of_password(state: &AppState, account: &Account) -> Option<i64> {
    let row = if account.is_temporary { &TEMPORARY_PASSWORD_DAYS } else { &PASSWORD_DAYS };
    let days = number(state, row);
    (days > 0).then(|| account.set_at.saturating_add(days.saturating_mul(DAY_MS)))
}

/// The value of a row of numbers.
pub(super) fn number(state: &AppState, row: &crate::assumptions::Assumption) -> i64 {
    i64::try_from(state.assumed().number(row)).unwrap_or(i64::MAX)
}

/// When a user is locked, and for how long.
pub(super) fn lock_rule(state: &AppState) -> LockRule {
    LockRule {
        failures: number(state, &LOGIN_FAILURES),
        for_ms: number(state, &LOCK_MINUTES).saturating_mul(MINUTE_MS),
    }
}

/// `KJ` and twelve digits (relay.md 29). Nobody has an id of another form, and everybody may
/// know that.
fn is_user_id(text: &str) -> bool {
    text.strip_prefix("KJ").is_some_and(|digits| digits.len() == 12 && digits.bytes().all(|b| b.is_ascii_digit()))
}

/// Judges a password off the asynchronous threads, a few at a time.
async fn judged(state: &AppState, sealed: String, given: &Secret) -> Result<bool, Problem> {
    let given = given.clone();
    let _turn = state.logins().acquire().await.map_err(|_| &BUSY)?;
    let judged = tokio::task::spawn_blocking(move || opens(&sealed, &given) && given.0.len() <= LONGEST);
    Ok(judged.await.map_err(|_| StoreError::Closed)?)
}

/// Writes down how a try went. Whether it counts is decided here, where nobody else writes: of
/// tries that come at once, no more than the rule allows are looked at.
async fn tried(
    state: &AppState,
    user_id: &str,
    account: Option<&Account>,
    is_right: bool,
    wrong: &'static Refusal,
) -> Result<(), Problem> {
    let (at, rule, user_id, account) = (state.now_ms(), lock_rule(state), user_id.to_owned(), account.cloned());
    let work = move |tx: &mut Tx<'_>| {
        if accounts::is_locked(tx.db(), &user_id, at, rule)? {
            return Ok(Tried::Locked);
        }
        if is_right && let Some(account) = &account {
            accounts::forgive(tx, &user_id)?;
            // Someone else may have changed a password meanwhile.
            let now = accounts::of_user(tx.db(), &user_id)?;
            let same = now.is_some_and(|now| {
                (now.password, now.issuing_password) == (account.password.clone(), account.issuing_password.clone())
            });
            return Ok(if same { Tried::Good } else { Tried::Wrong });
        }
        let failures = accounts::fail(tx, &user_id, at, rule)?;
        for kind in [Some(&LOGIN_FAILED), (failures >= rule.failures).then_some(&USER_LOCKED)].into_iter().flatten() {
            let event = match &account {
                Some(account) => kind.by(&account.office),
                None => kind.event(),
            };
            tx.record(at, &event.about(&user_id).with(json!({ "failures": failures })))?;
        }
        Ok(Tried::Wrong)
    };
    match state.store().write(work).await? {
        Tried::Good => Ok(()),
        Tried::Wrong => Err(Problem::from(wrong)),
        Tried::Locked => Err(Problem::from(&LOGIN_LOCKED)),
    }
}

#[cfg(test)]
mod tests {
    use super::is_user_id;

    #[test]
    fn a_user_id_is_kj_and_twelve_digits() {
        assert!(is_user_id("KJ012345678901"));
        for other in
            ["", "KJ", "kj012345678901", "KJ01234567890", "KJ0123456789012", "KJ01234567890１", "KJ01234567890a"]
        {
            assert!(!is_user_id(other), "{other}");
        }
    }
}
