//! What the relay says about itself.

mod about;
mod assumed;
mod front;

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;
use utoipa::OpenApi;

pub(crate) use self::assumed::assumptions;
pub(crate) use self::front::HasDesk;
use crate::endpoint::{self, Endpoint, endpoints};
use crate::state::AppState;
use crate::{directory, enrolment, exchange};

/// The pages as OpenAPI.
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
    endpoint::routes(ENDPOINTS, 0)
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

/// Every endpoint of the relay but the pages themselves, in the order in which the first page
/// lists them.
pub fn endpoints() -> impl Iterator<Item = &'static Endpoint> {
    [exchange::ENDPOINTS, enrolment::ENDPOINTS, directory::ENDPOINTS].into_iter().flatten()
}

/// Every endpoint of the relay: what is described, and what the first page lists.
pub fn endpoints_and_pages() -> impl Iterator<Item = &'static Endpoint> {
    endpoints().chain(ENDPOINTS)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::endpoints_and_pages;

    #[test]
    fn every_endpoint_is_there_once_and_said_in_both_languages() {
        let mut seen = HashSet::new();
        for row in endpoints_and_pages() {
            assert!(seen.insert((row.method, row.path)), "{} {}", row.method, row.path);
            assert!(!row.what.ja.is_empty() && !row.what.en.is_empty());
        }
    }
}
