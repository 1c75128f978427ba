//! Accounts: what an office is given by post when it enrols, and again when it has lost it.
//! Passwords are told here once, and kept sealed; neither journal nor log has them.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde_json::{Value, json};

use super::given::{Given, Nothing, Number, number, refused};
use crate::clock::jst;
use crate::enrolment::NewAccount;
use crate::offices::OfficeNo;
use crate::refusals::{NOT_FOUND, Problem};
use crate::state::AppState;

/// `POST offices/{number}/account`: user id, temporary password and 証明書発行用パスワード.
pub(super) async fn open(
    State(state): State<AppState>,
    path: Number,
    _: Given<Nothing>,
) -> Result<(StatusCode, Json<Value>), Problem> {
    let office = number(path)?;
    let NewAccount { user_id, temporary_password, issuing_password } =
        state.open_account(&office).await.map_err(refused)?;
    let answer = json!({
        "office": office.as_str(),
        "user_id": user_id,
        "temporary_password": temporary_password,
        "issuing_password": issuing_password,
    });
    Ok((StatusCode::CREATED, Json(answer)))
}

/// `GET offices/{number}/account`: without the passwords.
pub(super) async fn show(State(state): State<AppState>, path: Number) -> Result<Json<Value>, Problem> {
    told(&state, &number(path)?).await
}

async fn told(state: &AppState, office: &OfficeNo) -> Result<Json<Value>, Problem> {
    let account = state.account(office).await?.ok_or(&NOT_FOUND)?;
    Ok(Json(json!({
        "office": office.as_str(),
        "user_id": account.user_id,
        "temporary": account.is_temporary,
        "password_ends_at": account.password_ends_at.map(jst),
        "locked": account.is_locked,
    })))
}

/// `POST offices/{number}/account/password`: a new temporary password. All logins of the office
/// end, and its user is no longer locked.
pub(super) async fn reset_password(
    State(state): State<AppState>,
    path: Number,
    _: Given<Nothing>,
) -> Result<Json<Value>, Problem> {
    let password = state.reset_password(&number(path)?).await.map_err(refused)?;
    Ok(Json(json!({ "temporary_password": password })))
}

/// `POST offices/{number}/account/issuing-password`: a new 証明書発行用パスワード.
pub(super) async fn reset_issuing_password(
    State(state): State<AppState>,
    path: Number,
    _: Given<Nothing>,
) -> Result<Json<Value>, Problem> {
    let password = state.reset_issuing_password(&number(path)?).await.map_err(refused)?;
    Ok(Json(json!({ "issuing_password": password })))
}

/// `POST offices/{number}/account/unlock`: wrong passwords so far no longer count.
pub(super) async fn unlock(
    State(state): State<AppState>,
    path: Number,
    _: Given<Nothing>,
) -> Result<Json<Value>, Problem> {
    let office = number(path)?;
    state.unlock(&office).await.map_err(refused)?;
    told(&state, &office).await
}
