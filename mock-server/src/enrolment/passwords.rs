//! `POST /v1/enrolment/password` and `POST /v1/enrolment/issuing-password`.

use axum::Json;
use axum::extract::State;

use super::login::{LONGEST, anyhow, end_of_password, login, number};
use super::secret;
use crate::assumptions::{PASSWORD_CHARACTERS, PASSWORD_LENGTH};
use crate::clock::jst;
use crate::journal::{ISSUING_PASSWORD_RENEWED, PASSWORD_CHANGED};
use crate::json::Body;
use crate::refusals::{PASSWORD_RULES, Problem, TEMPORARY_PASSWORD_EXPIRED};
use crate::state::AppState;
use crate::store::accounts::{self, Account};
use crate::store::sessions;
use crate::wire::{IssuingPassword, Login, PasswordChange, PasswordChanged};

/// Changes a password; all sessions of the office end.
#[utoipa::path(
    post, path = "/v1/enrolment/password", operation_id = "changePassword", tag = "enrolment", security(()),
    request_body = PasswordChange,
    responses((status = 200, body = PasswordChanged)),
)]
pub(super) async fn change(
    State(state): State<AppState>,
    Body(asked): Body<PasswordChange>,
) -> Result<Json<PasswordChanged>, Problem> {
    let account = anyhow(&state, &asked.login).await?;
    let at = state.now_ms();
    if account.is_temporary && end_of_password(&state, &account).is_some_and(|end| end <= at) {
        return Err(Problem::from(&TEMPORARY_PASSWORD_EXPIRED));
    }
    if !fits(&state, &asked) {
        return Err(Problem::from(&PASSWORD_RULES));
    }
    let account = Account { password: secret::seal(&asked.new_password)?, is_temporary: false, set_at: at, ..account };
    let expires_at = end_of_password(&state, &account).map(jst);
    let work = move |tx: &mut crate::store::Tx<'_>| {
        accounts::set_password(tx, &account.office, &account.password, false, at)?;
        sessions::end_all(tx, &account.office)?;
        tx.record(at, &PASSWORD_CHANGED.by(&account.office).about(&account.user_id))
    };
    state.store().write(work).await?;
    Ok(Json(PasswordChanged { expires_at }))
}

/// Gives a new password for issuing certificates.
#[utoipa::path(
    post, path = "/v1/enrolment/issuing-password", operation_id = "renewIssuingPassword", tag = "enrolment", security(()),
    request_body = Login,
    responses((status = 200, body = IssuingPassword)),
)]
pub(super) async fn renew_issuing(
    State(state): State<AppState>,
    Body(asked): Body<Login>,
) -> Result<Json<IssuingPassword>, Problem> {
    let account = login(&state, &asked).await?;
    let issuing_password = secret::password()?;
    let sealed = secret::seal(&issuing_password)?;
    let at = state.now_ms();
    let work = move |tx: &mut crate::store::Tx<'_>| {
        accounts::set_issuing_password(tx, &account.office, &sealed)?;
        tx.record(at, &ISSUING_PASSWORD_RENEWED.by(&account.office).about(&account.user_id))
    };
    state.store().write(work).await?;
    Ok(Json(IssuingPassword { issuing_password }))
}

fn fits(state: &AppState, asked: &PasswordChange) -> bool {
    let (new, old) = (&asked.new_password.0, &asked.login.password.0);
    let least = usize::try_from(number(state, &PASSWORD_LENGTH)).unwrap_or(usize::MAX);
    let any = |is: fn(&u8) -> bool| new.as_bytes().iter().any(is);
    new != old
        && (least..=LONGEST).contains(&new.len())
        && new.bytes().all(|byte| matches!(byte, b' '..=b'~'))
        && !new.to_ascii_uppercase().contains(&asked.login.user_id)
        && (state.assumed().is(&PASSWORD_CHARACTERS, "any") || any(u8::is_ascii_alphabetic) && any(u8::is_ascii_digit))
}
