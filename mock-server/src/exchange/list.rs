//! `GET /v1/inbox` and `GET /v1/sent`.

use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::Method;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use serde::Deserialize;

use super::caller::Caller;
use super::which::is_id;
use crate::refusals::{BAD_QUERY, Problem};
use crate::state::AppState;
use crate::store::{Side, read, terminals};
use crate::wire::Page;

/// Which page.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Wanted {
    /// 件数（上限を超えると上限まで） / how many; the limit of the relay is the most
    #[param(value_type = Option<u64>, minimum = 1, maximum = 4_294_967_295u64)]
    limit: Option<u32>,
    /// 前の返事の next / the `next` of the last answer
    #[param(min_length = 1, max_length = 64, pattern = "^[0-9A-Fa-f-]+$")]
    before: Option<String>,
}

/// A page as it was asked for.
pub(super) type Given = Result<Query<Wanted>, QueryRejection>;

/// What the office received. In client-1.2 opening the list takes everything that no terminal has
/// taken yet; turning its pages does not.
#[utoipa::path(
    get, path = "/v1/inbox", operation_id = "listInbox", tag = "messages",
    params(Wanted),
    responses((status = 200, body = Page)),
)]
pub(super) async fn inbox(
    State(state): State<AppState>,
    caller: Caller,
    method: Method,
    given: Given,
) -> Result<Response, Problem> {
    let (before, limit) = wanted(&state, given)?;
    if caller.terminal.is_some() && before.is_none() && method == Method::GET {
        let view = caller.view(&state);
        let looked = view.clone();
        // Looking first spares a commit; what counts is decided while writers are excluded.
        if state.store().read(move |db| terminals::is_unclaimed(db, &looked)).await? {
            let at = state.now_ms();
            state.store().write(move |tx| terminals::claim(tx, &view, at)).await?;
        }
    }
    page(&state, &caller, Side::Inbox, before, limit).await
}

/// What the office sent; in client-1.2, from this terminal.
#[utoipa::path(
    get, path = "/v1/sent", operation_id = "listSent", tag = "messages",
    params(Wanted),
    responses((status = 200, body = Page)),
)]
pub(super) async fn sent(State(state): State<AppState>, caller: Caller, given: Given) -> Result<Response, Problem> {
    let (before, limit) = wanted(&state, given)?;
    page(&state, &caller, Side::Sent, before, limit).await
}

/// Where the page begins, and how long it may be. More than the limit allows is not an error: the
/// page is as long as it may be, and says so by `next`.
pub(super) fn wanted(state: &AppState, given: Given) -> Result<(Option<String>, u32), Problem> {
    let Query(wanted) = given.map_err(|_| &BAD_QUERY)?;
    if wanted.before.as_ref().is_some_and(|id| !is_id(id)) {
        return Err(Problem::from(&BAD_QUERY));
    }
    let most = state.limits().page;
    match wanted.limit.unwrap_or(most).min(most) {
        0 => Err(Problem::from(&BAD_QUERY)),
        limit => Ok((wanted.before, limit)),
    }
}

async fn page(
    state: &AppState,
    caller: &Caller,
    side: Side,
    before: Option<String>,
    limit: u32,
) -> Result<Response, Problem> {
    let view = caller.view(state);
    // What a terminal sees, and what ends with its retention, is made anew each time.
    let may_be_kept = before.is_none() && view.terminal.is_none() && view.since == i64::MIN;
    let office = view.office;
    let make = async {
        let page = state.store().read(move |db| read::page(db, side, &view, before.as_deref(), limit)).await?;
        let page = page.ok_or_else(|| Problem::from(&BAD_QUERY))?;
        // A page of texts and numbers always serialises.
        Ok::<_, Problem>(Bytes::from(serde_json::to_vec(&page).unwrap_or_default()))
    };
    let page = if may_be_kept { state.store().first_page(side, &office, limit, make).await? } else { make.await? };
    Ok(([(CONTENT_TYPE, "application/json")], page).into_response())
}
