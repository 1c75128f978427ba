//! `GET /v1/inbox` and `GET /v1/sent`.

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use serde::Deserialize;

use super::caller::Caller;
use crate::refusals::{BAD_QUERY, Problem};
use crate::state::AppState;
use crate::store::Side;
use crate::wire::Page;

/// Which page.
#[derive(Debug, Deserialize)]
pub(super) struct Wanted {
    limit: Option<u32>,
    before: Option<String>,
}

type Given = Result<Query<Wanted>, QueryRejection>;

/// What the office received.
pub(super) async fn inbox(State(state): State<AppState>, caller: Caller, wanted: Given) -> Result<Json<Page>, Problem> {
    page(&state, &caller, Side::Inbox, wanted).await
}

/// What the office sent.
pub(super) async fn sent(State(state): State<AppState>, caller: Caller, wanted: Given) -> Result<Json<Page>, Problem> {
    page(&state, &caller, Side::Sent, wanted).await
}

/// More than the limit allows is not an error: the page is as long as it may be, and says so by `next`.
async fn page(state: &AppState, Caller(office): &Caller, side: Side, wanted: Given) -> Result<Json<Page>, Problem> {
    let Query(wanted) = wanted.map_err(|_| &BAD_QUERY)?;
    let most = state.limits().page;
    let limit = wanted.limit.unwrap_or(most).min(most);
    if limit == 0 {
        return Err(Problem::from(&BAD_QUERY));
    }
    let page = state.store().list(side, &office.number, wanted.before, limit).await?;
    page.map(Json).ok_or_else(|| Problem::from(&BAD_QUERY))
}
