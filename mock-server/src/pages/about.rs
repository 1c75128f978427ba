//! `GET /v1/about`: what this is, its limits, its assumptions and its refusals, as JSON.

use axum::Json;
use axum::extract::State;
use serde_json::{Value, json};

use crate::TRAINING;
use crate::assumptions::ASSUMPTIONS;
use crate::clock::jst;
use crate::refusals::REFUSALS;
use crate::state::AppState;

/// The version of the standard that is spoken.
pub(super) const SPEC: &str = "4.1";

#[utoipa::path(
    get, path = "/v1/about", operation_id = "showAbout", tag = "pages", security(()),
    responses((status = 200, body = Value)),
)]
pub(super) async fn about(State(state): State<AppState>) -> Json<Value> {
    let limits = state.limits();
    let assumptions = ASSUMPTIONS.iter().map(|row| {
        json!({
            "id": row.id, "value": state.assumed().value(row), "default": row.default(state.assumed().profile()),
            "switch": row.switch.to_string(), "ja": row.what.ja, "en": row.what.en,
            "known_ja": row.known.ja, "known_en": row.known.en,
        })
    });
    let refusals = REFUSALS.iter().map(|row| {
        json!({
            "code": row.code, "type": row.urn(), "status": row.status,
            "title_ja": row.title.ja, "title_en": row.title.en,
            "what_to_do_ja": row.what_to_do.ja, "what_to_do_en": row.what_to_do.en,
            "source": row.source,
        })
    });
    Json(json!({
        "notice": format!("{TRAINING}の模擬環境です。本物のケアプランデータ連携システムではありません。"),
        "notice_en": "A mock environment for training. This is not the real exchange.",
        "name": "renkei mock-server",
        "version": env!("CARGO_PKG_VERSION"),
        "spec": SPEC,
        "profile": state.assumed().profile().as_str(),
        "now": jst(state.now_ms()),
        "kept": state.location().stays() || state.store().is_shared(),
        "limits": {
            "file_bytes": limits.file_bytes,
            "message_bytes": limits.message_bytes,
            "files": limits.files,
            "file_name_bytes": limits.file_name_bytes,
            "text_chars": limits.text_chars,
            "page": limits.page,
        },
        "assumptions": assumptions.collect::<Vec<_>>(),
        "refusals": refusals.collect::<Vec<_>>(),
    }))
}
