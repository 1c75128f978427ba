//! Every event, with hashes.

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::refusals::{BAD_QUERY, Problem};
use crate::state::AppState;

/// Rows in one page.
const PAGE: u32 = 1_000;

/// Which page.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wanted {
    after: Option<i64>,
    office: Option<String>,
    limit: Option<u32>,
}

/// `GET journal`, oldest first. `next` is given as `after` to go on, absent at the end.
pub(super) async fn page(
    State(state): State<AppState>,
    wanted: Result<Query<Wanted>, QueryRejection>,
) -> Result<Json<Value>, Problem> {
    let Query(Wanted { after, office, limit }) = wanted.map_err(|_| &BAD_QUERY)?;
    let limit = super::given::limit(limit, PAGE)?;
    if office.as_ref().is_some_and(|office| office.contains('\0')) {
        return Err(Problem::from(&BAD_QUERY));
    }
    let items = state.store().journal(after.unwrap_or(0), office, limit).await?;
    let is_full = u32::try_from(items.len()).is_ok_and(|len| len == limit);
    let next = items.last().filter(|_| is_full).map(|last| last.seq);
    Ok(Json(json!({ "items": items, "next": next })))
}

/// `GET journal/verify`: whether every row carries its seal, and the first that does not.
pub(super) async fn verify(State(state): State<AppState>) -> Result<Json<Value>, Problem> {
    let broken = state.store().journal_break().await?;
    Ok(Json(json!({ "sound": broken.is_none(), "first_broken": broken })))
}
