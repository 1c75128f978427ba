//! Whether it serves, what it has served, and beginning anew.

use axum::Json;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use serde_json::{Value, json};

use super::given::{Given, Nothing};
use crate::metrics;
use crate::refusals::Problem;
use crate::state::AppState;

/// `GET ready`: the store can be read.
pub(super) async fn ready(State(state): State<AppState>) -> Result<Json<Value>, Problem> {
    state.store().settings_version().await?;
    Ok(Json(json!({ "ready": true, "profile": state.assumed().profile().as_str() })))
}

/// `GET metrics`.
pub(super) async fn metrics(State(state): State<AppState>) -> Result<impl IntoResponse, Problem> {
    let totals = state.store().totals().await?;
    let text = metrics::text(state.metrics(), totals, state.store().waiting());
    Ok(([(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text))
}

/// `POST reset`.
pub(super) async fn reset(State(state): State<AppState>, _: Given<Nothing>) -> Result<Json<Value>, Problem> {
    state.reset().await?;
    tracing::info!("reset");
    Ok(Json(json!({ "reset": true })))
}
