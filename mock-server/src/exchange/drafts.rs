//! 下書き: forms that are kept until they are sent.

use axum::Json;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, State};
use axum::http::header::LOCATION;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{AppendHeaders, IntoResponse, Response};

use super::caller::Caller;
use super::form::{Fields, Form, Part};
use super::give::{self, Asked};
use super::list::{Given, Wanted, wanted};
use super::send::{self, Way};
use super::which::{self, Id, Numbered};
use crate::assumptions::DRAFTS;
use crate::openapi::{DraftForm, FileAnswer, FileConditions, IdempotencyKey};
use crate::refusals::{BAD_QUERY, IDEMPOTENCY_CONFLICT, NOT_FOUND, Problem, STORE_FAILED, TOO_MANY_DRAFTS};
use crate::state::AppState;
use crate::store::drafts::{self, Batch, Desk, Keeping, Kept, KeptFile};
use crate::store::{Drafted, Outcome};
use crate::wire::{Draft, DraftEntry, DraftPage, Envelope, Origin};

type Upload = Result<Multipart, MultipartRejection>;

/// Keeps a form.
#[utoipa::path(
    post, path = "/v1/drafts", operation_id = "keepDraft", tag = "drafts",
    request_body(content = DraftForm, content_type = "multipart/form-data"),
    responses((status = 201, body = DraftEntry, headers(("location" = String)))),
)]
pub(super) async fn create(
    State(state): State<AppState>,
    caller: Caller,
    headers: HeaderMap,
    multipart: Upload,
) -> Result<Response, Problem> {
    let (form, _turn) = send::receive(&state, &headers, multipart, Fields::message(state.limits())).await?;
    let entries = keep(&state, &caller, vec![kept(form, Origin::Form)], None).await?;
    // One was given, so one was kept.
    let entry = entries.into_iter().next().ok_or(&STORE_FAILED)?;
    let location = AppendHeaders([(LOCATION, format!("/v1/drafts/{}", entry.id))]);
    Ok((StatusCode::CREATED, location, Json(entry)).into_response())
}

/// 下書き一覧.
#[utoipa::path(
    get, path = "/v1/drafts", operation_id = "listDrafts", tag = "drafts",
    params(Wanted),
    responses((status = 200, body = DraftPage)),
)]
pub(super) async fn list(
    State(state): State<AppState>,
    caller: Caller,
    given: Given,
) -> Result<Json<DraftPage>, Problem> {
    let (before, limit) = wanted(&state, given)?;
    let view = caller.drafts(&state);
    let page = state.store().read(move |db| drafts::page(db, &view, before.as_deref(), limit)).await?;
    page.map(Json).ok_or_else(|| Problem::from(&BAD_QUERY))
}

/// One draft.
#[utoipa::path(
    get, path = "/v1/drafts/{id}", operation_id = "showDraft", tag = "drafts",
    responses((status = 200, body = Draft)),
)]
pub(super) async fn show(State(state): State<AppState>, caller: Caller, id: Id) -> Result<Json<Draft>, Problem> {
    let id = which::id(id)?;
    let view = caller.drafts(&state);
    let draft = state.store().read(move |db| drafts::find(db, &id, &view)).await?;
    draft.map(Json).ok_or_else(|| Problem::from(&NOT_FOUND))
}

/// One file of a draft.
#[utoipa::path(
    get,
    path = "/v1/drafts/{id}/files/{n}",
    operation_id = "fetchDraftFile",
    tag = "drafts",
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
    let (view, asked) = (caller.drafts(&state), Asked::of(&method, &headers));
    give::find(&state, asked, move |db| drafts::file(db, &id, n, &view)).await?.response(&state)
}

/// 更新: the form takes the place of what was kept.
#[utoipa::path(
    put, path = "/v1/drafts/{id}", operation_id = "replaceDraft", tag = "drafts",
    request_body(content = DraftForm, content_type = "multipart/form-data"),
    responses((status = 200, body = DraftEntry)),
)]
pub(super) async fn replace(
    State(state): State<AppState>,
    caller: Caller,
    id: Id,
    headers: HeaderMap,
    multipart: Upload,
) -> Result<Json<DraftEntry>, Problem> {
    let id = which::id(id)?;
    // Whose it is comes before what is in the form.
    let (view, wanted) = (caller.drafts(&state), id.clone());
    if state.store().read(move |db| drafts::find(db, &wanted, &view)).await?.is_none() {
        return Err(Problem::from(&NOT_FOUND));
    }
    let (form, _turn) = send::receive(&state, &headers, multipart, Fields::message(state.limits())).await?;
    // Where it came from stays.
    let (kept, desk) = (kept(form, Origin::Form), desk(&state, &caller));
    let entry = state.store().write(move |tx| drafts::replace(tx, &desk, &id, &kept)).await?;
    entry.map(Json).ok_or_else(|| Problem::from(&NOT_FOUND))
}

/// Removes a draft.
#[utoipa::path(
    delete, path = "/v1/drafts/{id}", operation_id = "removeDraft", tag = "drafts",
    responses((status = 204)),
)]
pub(super) async fn remove(State(state): State<AppState>, caller: Caller, id: Id) -> Result<StatusCode, Problem> {
    let id = which::id(id)?;
    let (view, at) = (caller.drafts(&state), state.now_ms());
    if state.store().write(move |tx| drafts::remove(tx, &view, &id, None, at)).await? {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(Problem::from(&NOT_FOUND))
    }
}

/// Sends a draft; it goes in the moment in which the message is stored.
#[utoipa::path(
    post, path = "/v1/drafts/{id}/send", operation_id = "sendDraft", tag = "drafts",
    params(IdempotencyKey),
    responses((status = 201, body = Envelope, headers(("location" = String)))),
)]
pub(super) async fn send(
    State(state): State<AppState>,
    caller: Caller,
    id: Id,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let id = which::id(id)?;
    let key = send::idempotency_key(&headers)?;
    let _turn = send::turn(&state, None).await?;
    Ok(send::sent(send_one(&state, &caller, id, Way { key, ..Way::default() }).await?))
}

/// Sends one draft. Under the key of an earlier send of it, that one is told again.
pub(super) async fn send_one(state: &AppState, caller: &Caller, id: String, way: Way) -> Result<Envelope, Problem> {
    let view = caller.drafts(state);
    if let Some(key) = &way.key {
        match state.store().earlier(&view, key, &id).await? {
            Some(Outcome::Before(envelope)) => return Ok(envelope),
            Some(_) => return Err(Problem::from(&IDEMPOTENCY_CONFLICT)),
            None => {}
        }
    }
    let look = view.clone();
    let loaded = state.store().read(move |db| drafts::load(db, &id, &look)).await?.ok_or(&NOT_FOUND)?;
    let files = loaded.kept.files.into_iter().map(|file| Part { slot: file.slot, name: file.name, body: file.body });
    let form =
        Form { to: Some(loaded.kept.to), text: Some(loaded.kept.text), files: files.collect(), ..Form::default() };
    let draft = Some(Drafted { view, mark: loaded.mark });
    send::deliver(state, caller, form, Way { draft, ..way }).await
}

/// A form as it is kept.
pub(super) fn kept(form: Form, origin: Origin) -> Kept {
    let files = form.files.into_iter().map(|part| KeptFile {
        slot: part.slot,
        sha256: part.sha256(),
        name: part.name,
        body: part.body,
    });
    let files = files.collect();
    Kept { origin, to: form.to.unwrap_or_default(), text: form.text.unwrap_or_default(), files }
}

/// Keeps forms, all or none.
pub(super) async fn keep(
    state: &AppState,
    caller: &Caller,
    all: Vec<Kept>,
    batch: Option<Batch>,
) -> Result<Vec<DraftEntry>, Problem> {
    let desk = desk(state, caller);
    match state.store().write(move |tx| drafts::keep(tx, &desk, &all, batch.as_ref())).await? {
        Keeping::Kept(entries) => Ok(entries),
        Keeping::TooMany => Err(Problem::from(&TOO_MANY_DRAFTS)),
        Keeping::Conflict => Err(Problem::from(&IDEMPOTENCY_CONFLICT)),
    }
}

fn desk(state: &AppState, caller: &Caller) -> Desk {
    let most = state.assumed().number(&DRAFTS);
    Desk { view: caller.drafts(state), seed: state.seed(), at: state.now_ms(), most }
}
