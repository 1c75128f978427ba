//! The pages of the scenarios: the list, one of them with its guide, the handout, the files.

mod acts;
mod band;
mod files;
mod guide;
mod handout;
mod list;
mod show;
#[cfg(test)]
mod tests;
mod words;

use axum::Router;
use axum::routing::{get, post};

pub(super) use self::band::live as band;
use super::door::Station;

/// The pages, below `/desk/{room}`.
pub(super) fn routes() -> Router<Station> {
    Router::new()
        .route("/scenarios", get(list::list))
        .route("/scenarios/now", get(guide::now))
        .route("/scenarios/band", get(band::now))
        .route("/scenarios/files/{step}/{n}", get(files::file))
        .route("/scenarios/{id}", get(show::show))
        .route("/scenarios/{id}/handout", get(handout::handout))
        .route("/scenarios/{id}/do/{what}", post(acts::act))
}
