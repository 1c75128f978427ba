//! What the relay says about itself.

mod about;
mod front;

use axum::Router;
use axum::routing::get;

use crate::state::AppState;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/", get(front::front))
        .route("/v1/about", get(about::about))
        .route("/healthz", get(async || "ok\n"))
}
