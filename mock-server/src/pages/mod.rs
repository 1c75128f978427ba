//! What the relay says about itself.

mod about;
mod front;

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;
use utoipa::OpenApi;

use crate::endpoint::endpoints;
use crate::state::AppState;

/// The same endpoints as OpenAPI.
#[derive(Debug, OpenApi)]
#[openapi(paths(front::front, about::about, openapi, healthz))]
pub(crate) struct Described;

endpoints! {
    pub(crate) static;
    "GET" "/" |_| get(front::front),
        "この案内"
        "this page";
    "GET" "/v1/about" |_| get(about::about),
        "上限・仮定・お断りの一覧（JSON）"
        "limits, assumptions, refusals (JSON)";
    "GET" "/v1/openapi.json" |_| get(openapi),
        "この API の記述（OpenAPI 3.1）"
        "the description of this API (OpenAPI 3.1)";
    "GET" "/healthz" |_| get(healthz),
        "動いているか"
        "whether it runs";
}

pub(crate) fn routes() -> Router<AppState> {
    crate::endpoint::routes(ENDPOINTS, 0)
}

#[utoipa::path(
    get, path = "/v1/openapi.json", operation_id = "showApi", tag = "pages", security(()),
    responses((status = 200, body = serde_json::Value)),
)]
async fn openapi() -> impl IntoResponse {
    ([(CONTENT_TYPE, "application/json")], crate::openapi::openapi())
}

#[utoipa::path(
    get, path = "/healthz", operation_id = "isHealthy", tag = "pages", security(()),
    responses((status = 200, body = String, content_type = "text/plain")),
)]
async fn healthz() -> &'static str {
    "ok\n"
}
