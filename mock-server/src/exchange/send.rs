//! `POST /v1/messages`.

use axum::Json;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, State};
use axum::http::header::LOCATION;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{AppendHeaders, IntoResponse, Response};
use tokio::time::timeout;

use super::caller::Caller;
use super::check::{self, Checked};
use super::form::{self, Form};
use crate::hash::sha256;
use crate::offices::Office;
use crate::refusals::{BUSY, IDEMPOTENCY_CONFLICT, IDEMPOTENCY_KEY, MALFORMED_FORM, NOT_MULTIPART, Problem, TOO_SLOW};
use crate::state::AppState;
use crate::store::{Accepted, AcceptedFile, Outcome};

/// Takes a message; answers 201 once it is committed.
pub(super) async fn send(
    State(state): State<AppState>,
    Caller(sender): Caller,
    headers: HeaderMap,
    multipart: Result<Multipart, MultipartRejection>,
) -> Result<Response, Problem> {
    let key = idempotency_key(&headers)?;
    let multipart = multipart.map_err(|_| not_multipart(&headers))?;
    let patience = state.limits().body;
    // The turn is held until the answer: what waits in memory is bounded by it.
    let turn = timeout(patience, state.sends().acquire()).await;
    let _turn = turn.map_err(|_| &BUSY)?.map_err(|_| &BUSY)?;
    let form = timeout(patience, form::read(multipart, state.limits())).await.map_err(|_| &TOO_SLOW)??;
    let checked = check::check(&sender, &form, &state).await?;
    let message = accepted(&state, &sender, form, checked, key);
    let (files, bytes) = (message.files.len(), message.files.iter().map(|f| f.body.len()).sum::<usize>());
    let (envelope, again) = match state.store().accept(message).await? {
        Outcome::Stored(envelope) => (envelope, false),
        Outcome::Before(envelope) => (envelope, true),
        Outcome::Conflict => return Err(Problem::from(&IDEMPOTENCY_CONFLICT)),
    };
    tracing::info!(id = %envelope.id, from = %envelope.from, to = %envelope.to, files, bytes, again, "accepted");
    let location = AppendHeaders([(LOCATION, format!("/v1/messages/{}", envelope.id))]);
    Ok((StatusCode::CREATED, location, Json(envelope)).into_response())
}

fn accepted(state: &AppState, sender: &Office, form: Form, checked: Checked, key: Option<String>) -> Accepted {
    let files = form.files.into_iter().zip(checked.serials).map(|(part, serial)| AcceptedFile {
        slot: part.slot,
        sha256: sha256(&part.body),
        name: part.name,
        serial,
        body: part.body,
    });
    Accepted {
        seed: state.seed(),
        sender: sender.number,
        receiver: checked.receiver.number,
        text: form.text.unwrap_or_default(),
        at: state.now_ms(),
        key,
        files: files.collect(),
    }
}

fn idempotency_key(headers: &HeaderMap) -> Result<Option<String>, Problem> {
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
fn not_multipart(headers: &HeaderMap) -> Problem {
    let given = headers.get(axum::http::header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let essence = given.unwrap_or_default().split(';').next().unwrap_or_default().trim();
    Problem::from(if essence.eq_ignore_ascii_case("multipart/form-data") { &MALFORMED_FORM } else { &NOT_MULTIPART })
}
