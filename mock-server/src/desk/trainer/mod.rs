//! The page of the trainer: all seats, and what can be done to all of them. On the loopback
//! listener only; the port of the exchange has no such address.

mod all;
mod codes;
mod page;
mod seats;

use axum::Router;
use axum::routing::{get, post};

use super::door::Station;

/// The pages of the trainer.
pub(super) fn routes() -> Router<Station> {
    Router::new()
        .route("/desk/trainer", get(page::page))
        .route("/desk/trainer/seats", get(page::seats))
        .route("/desk/trainer/codes", get(codes::codes))
        .route("/desk/trainer/clocks", post(all::clocks))
        .route("/desk/trainer/reset", get(all::confirm).post(all::reset))
}
