//! `POST /v1/messages`, and what every way of sending has in common.

use axum::Json;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, State};
use axum::http::header::{CONTENT_LENGTH, LOCATION};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{AppendHeaders, IntoResponse, Response};
use tokio::sync::SemaphorePermit;
use tokio::time::timeout;

use super::caller::Caller;
use super::check::{self, Checked};
use super::form::{self, Fields, Form};
use crate::assumptions::{RETENTION_DAYS, SAME_SET_AGAIN};
use crate::openapi::{IdempotencyKey, MessageForm};
use crate::refusals::{
    BUSY, DRAFT_CHANGED, IDEMPOTENCY_CONFLICT, IDEMPOTENCY_KEY, MALFORMED_FORM, NOT_MULTIPART, Problem, SET_AGAIN,
    TOO_SLOW,
};
use crate::state::{AppState, SHARE};
use crate::store::{Accepted, AcceptedFile, Drafted, Outcome};
use crate::wire::Envelope;

/// Takes a message; answers 201 once it is committed.
#[utoipa::path(
    post, path = "/v1/messages", operation_id = "sendMessage", tag = "messages",
    params(IdempotencyKey),
    request_body(content = MessageForm, content_type = "multipart/form-data"),
    responses((status = 201, body = Envelope, headers(("location" = String)))),
)]
pub(super) async fn send(
    State(state): State<AppState>,
    caller: Caller,
    headers: HeaderMap,
    multipart: Result<Multipart, MultipartRejection>,
) -> Result<Response, Problem> {
    let key = idempotency_key(&headers)?;
    let (form, _turn) = receive(&state, &headers, multipart, Fields::message(state.limits())).await?;
    let way = Way { key, ..Way::default() };
    Ok(sent(deliver(&state, &caller, form, way).await?))
}

/// A form that has been read. The turn is held until the answer: what waits in memory is bounded by it.
pub(super) async fn receive<'a>(
    state: &'a AppState,
    headers: &HeaderMap,
    multipart: Result<Multipart, MultipartRejection>,
    fields: Fields,
) -> Result<(Form, SemaphorePermit<'a>), Problem> {
    let multipart = multipart.map_err(|_| not_multipart(headers))?;
    let turn = turn(state, announced(headers)).await?;
    let read = timeout(state.limits().body, form::read(multipart, state.limits(), fields)).await;
    match read.map_err(|_| &TOO_SLOW)? {
        (form, None) => Ok((form, turn)),
        (_, Some(problem)) => Err(problem),
    }
}

/// A turn to hold a message of so many bytes in memory; the largest allowed if that is not known.
pub(super) async fn turn(state: &AppState, bytes: Option<usize>) -> Result<SemaphorePermit<'_>, Problem> {
    let limits = state.limits();
    let most = limits.waiting_bytes / SHARE;
    let bytes = bytes.map_or(limits.message_bytes, |bytes| bytes.min(limits.message_bytes));
    let shares = u32::try_from((bytes / SHARE + 1).min(most).max(1)).unwrap_or(u32::MAX);
    let turn = timeout(limits.body, state.sends().acquire_many(shares)).await;
    Ok(turn.map_err(|_| &BUSY)?.map_err(|_| &BUSY)?)
}

/// What the request says of its length.
pub(crate) fn announced(headers: &HeaderMap) -> Option<usize> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// How a message comes to be sent.
#[derive(Debug, Default)]
pub(super) struct Way {
    /// `Idempotency-Key`, or what follows from it.
    pub(super) key: Option<String>,
    /// `Idempotency-Key` of the bulk send.
    pub(super) batch: Option<String>,
    /// The draft that it was.
    pub(super) draft: Option<Drafted>,
}

/// Checks a form and stores it as a message; returns after the commit.
pub(super) async fn deliver(state: &AppState, caller: &Caller, form: Form, way: Way) -> Result<Envelope, Problem> {
    let to = form.to.as_deref().and_then(|to| to.trim().parse().ok());
    judged(state, caller, form, way).await.map_err(|problem| Problem { to, ..problem })
}

async fn judged(state: &AppState, caller: &Caller, form: Form, way: Way) -> Result<Envelope, Problem> {
    let checked = check::check(&caller.office, &form, state).await?;
    let message = accepted(state, caller, form, checked, way);
    let (files, bytes) = (message.files.len(), message.files.iter().map(|f| f.body.len()).sum::<usize>());
    let (envelope, again) = match state.store().accept(message).await? {
        Outcome::Stored(envelope) => (envelope, false),
        Outcome::Before(envelope) => (envelope, true),
        Outcome::Conflict => return Err(Problem::from(&IDEMPOTENCY_CONFLICT)),
        Outcome::Again(name) => return Err(Problem::about_file(&SET_AGAIN, &name)),
        Outcome::Gone => return Err(Problem::from(&DRAFT_CHANGED)),
    };
    tracing::info!(id = %envelope.id, from = %envelope.from, to = %envelope.to, files, bytes, again, "accepted");
    Ok(envelope)
}

/// The answer to a send.
pub(super) fn sent(envelope: Envelope) -> Response {
    let location = AppendHeaders([(LOCATION, format!("/v1/messages/{}", envelope.id))]);
    (StatusCode::CREATED, location, Json(envelope)).into_response()
}

fn accepted(state: &AppState, caller: &Caller, form: Form, checked: Checked, way: Way) -> Accepted {
    let files = form.files.into_iter().zip(checked.serials).map(|(part, serial)| AcceptedFile {
        slot: part.slot,
        sha256: part.sha256(),
        name: part.name,
        serial,
        body: part.body,
    });
    Accepted {
        seed: state.seed(),
        sender: caller.office.number,
        receiver: checked.receiver.number,
        terminal: caller.terminal.clone(),
        certificate: caller.certificate.clone(),
        text: form.text.unwrap_or_default(),
        at: state.now_ms(),
        since: super::caller::since(state, &RETENTION_DAYS),
        key: way.key,
        batch: way.batch,
        draft: way.draft,
        refuses_again: state.assumed().is(&SAME_SET_AGAIN, "refuse"),
        files: files.collect(),
    }
}

/// The key of the request, if it has one.
pub(super) fn idempotency_key(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    let mut keys = headers.get_all("idempotency-key").iter();
    match (keys.next(), keys.next()) {
        (None, _) => Ok(None),
        (Some(key), None) => match key.to_str() {
            Ok(key) if (1..=255).contains(&key.len()) => Ok(Some(key.to_owned())),
            _ => Err(Problem::from(&IDEMPOTENCY_KEY)),
        },
        _ => Err(Problem::from(&IDEMPOTENCY_KEY)),
    }
}

/// Another media type, or the right one without a boundary.
pub(crate) fn not_multipart(headers: &HeaderMap) -> Problem {
    let given = headers.get(axum::http::header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let essence = given.unwrap_or_default().split(';').next().unwrap_or_default().trim();
    Problem::from(if essence.eq_ignore_ascii_case("multipart/form-data") { &MALFORMED_FORM } else { &NOT_MULTIPART })
}
