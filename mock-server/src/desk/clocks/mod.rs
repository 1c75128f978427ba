//! The simulated date of a seat, and its beginning anew.

mod moves;
mod page;
mod reset;

use axum::Router;
use axum::routing::get;

pub(super) use self::moves::{Asked, apply};
pub(super) use self::page::controls;
pub(super) use self::reset::{Wanted, profiles};
use super::door::Station;

/// The pages of a room.
pub(super) fn routes() -> Router<Station> {
    Router::new()
        .route("/clock", get(page::clock).post(page::set))
        .route("/now", get(page::now))
        .route("/reset", get(reset::confirm).post(reset::reset))
}
