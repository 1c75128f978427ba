//! A seat: its first page, two offices side by side with the exchange between them, and what is
//! assumed in its environment.

mod assumed;
mod exchange;
mod home;
mod places;
mod two;

use axum::Router;
use axum::routing::get;

use super::door::Station;

/// The pages of a room.
pub(super) fn routes() -> Router<Station> {
    Router::new()
        .route("/", get(home::home))
        .route("/two", get(two::two))
        .route("/exchange", get(exchange::exchange))
        .route("/assumed", get(assumed::assumed))
}
