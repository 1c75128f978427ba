//! What the relay says about itself.

mod about;
mod front;

use axum::Router;
use axum::routing::get;

use crate::endpoint::Endpoint;
use crate::state::AppState;
use crate::{directory, enrolment, exchange};

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/", get(front::front))
        .route("/v1/about", get(about::about))
        .route("/healthz", get(async || "ok\n"))
}

/// Every endpoint of the relay but the pages themselves, in the order in which the first page
/// lists them.
pub fn endpoints() -> impl Iterator<Item = &'static Endpoint> {
    [exchange::ENDPOINTS, enrolment::ENDPOINTS, directory::ENDPOINTS].into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::endpoints;

    #[test]
    fn every_endpoint_is_there_once_and_said_in_both_languages() {
        let mut seen = HashSet::new();
        for row in endpoints() {
            assert!(seen.insert((row.method, row.path)), "{} {}", row.method, row.path);
            assert!(row.path.starts_with("/v1/") && !row.what.ja.is_empty() && !row.what.en.is_empty());
        }
    }
}
