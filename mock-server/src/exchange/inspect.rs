//! `GET /v1/messages/{id}`, its files, and `POST /v1/messages/{id}/recall`: for those who may open
//! the message, and nobody else.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::Response;

use super::caller::Caller;
use super::give::{self, Asked};
use super::which::{self, Id, Numbered};
use crate::assumptions::RECALL;
use crate::openapi::{FileAnswer, FileConditions};
use crate::refusals::{ALREADY_RECEIVED, NO_RECALL, NOT_FOUND, Problem};
use crate::state::AppState;
use crate::store::terminals::{self, Recall};
use crate::store::{StoreError, Tx, read};
use crate::wire::Letter;

/// One message. Opening it is a receipt.
#[utoipa::path(
    get, path = "/v1/messages/{id}", operation_id = "showMessage", tag = "messages",
    responses((status = 200, body = Letter)),
)]
pub(super) async fn letter(State(state): State<AppState>, caller: Caller, id: Id) -> Result<Json<Letter>, Problem> {
    let id = which::id(id)?;
    let (view, wanted) = (caller.view(&state), id.clone());
    let found = state.store().read(move |db| read::letter(db, &wanted, &view)).await?;
    let (letter, is_first) = found.ok_or(&NOT_FOUND)?;
    if is_first {
        let (office, at) = (caller.office.number, state.now_ms());
        note(&state, true, move |tx| terminals::receive(tx, &office, &id, at)).await?;
    }
    Ok(Json(letter))
}

/// One file, byte for byte; its `ETag` is its SHA-256.
#[utoipa::path(
    get,
    path = "/v1/messages/{id}/files/{n}",
    operation_id = "fetchFile",
    tag = "messages",
    params(FileConditions),
    responses(FileAnswer)
)]
pub(super) async fn file(
    State(state): State<AppState>,
    caller: Caller,
    method: Method,
    headers: HeaderMap,
    path: Numbered,
) -> Result<Response, Problem> {
    let (id, n) = which::file(path)?;
    let (view, asked, wanted) = (caller.view(&state), Asked::of(&method, &headers), id.clone());
    let look = view.clone();
    let given = give::find(&state, asked, move |db| read::file(db, &wanted, n, &look)).await?;
    if let Some(from) = given.from() {
        let (at, is_first) = (state.now_ms(), given.is_first());
        note(&state, is_first, move |tx| {
            if !is_first {
                tx.concerns(&[]);
            }
            let is_there = !is_first || terminals::receive(tx, &view.office, &id, at)?;
            if is_there {
                terminals::fetched(tx, &view, &id, n, from, at)?;
            }
            Ok(is_there)
        })
        .await?;
    }
    given.response(&state)
}

/// Writes that something was received. Nobody waits for it, unless the message might be taken
/// back at the same moment: then one of the two comes too late.
async fn note(
    state: &AppState,
    is_first: bool,
    mut work: impl FnMut(&mut Tx<'_>) -> Result<bool, StoreError> + Send + 'static,
) -> Result<(), Problem> {
    if is_first && state.assumed().is(&RECALL, "until-received") {
        return if state.store().write(work).await? { Ok(()) } else { Err(Problem::from(&NOT_FOUND)) };
    }
    Ok(state.store().write_later(move |tx| work(tx).map(drop)).await?)
}

/// Takes a message back.
#[utoipa::path(
    post, path = "/v1/messages/{id}/recall", operation_id = "recallMessage", tag = "messages",
    responses((status = 204)),
)]
pub(super) async fn recall(State(state): State<AppState>, caller: Caller, id: Id) -> Result<StatusCode, Problem> {
    if !state.assumed().is(&RECALL, "until-received") {
        return Err(Problem::from(&NO_RECALL));
    }
    let id = which::id(id)?;
    let (view, at) = (caller.view(&state), state.now_ms());
    match state.store().write(move |tx| terminals::recall(tx, &view, &id, at)).await? {
        Recall::Done => Ok(StatusCode::NO_CONTENT),
        Recall::TooLate => Err(Problem::from(&ALREADY_RECEIVED)),
        Recall::Absent => Err(Problem::from(&NOT_FOUND)),
    }
}
