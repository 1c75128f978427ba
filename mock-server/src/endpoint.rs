//! What an endpoint is. Each room has a table of its own: the router, the first page, the description
//! of the API and the tests are derived from it.

use axum::Router;
use axum::routing::MethodRouter;
use careplan::text::Text;

use crate::state::AppState;

/// One endpoint.
#[derive(Debug)]
pub struct Endpoint {
    /// The method.
    pub method: &'static str,
    /// The path, as routers write it.
    pub path: &'static str,
    /// What it does.
    pub what: Text,
    /// Its handler; takes the bytes that a form may have.
    pub(crate) handler: fn(usize) -> MethodRouter<AppState>,
}

/// The router of a table.
pub(crate) fn routes(table: &[Endpoint], form: usize) -> Router<AppState> {
    table.iter().fold(Router::new(), |router, row| router.route(row.path, (row.handler)(form)))
}

/// A table of endpoints: who sees it; method, path, handler, what it does in both languages.
macro_rules! endpoints {
    ($visible:vis static; $($method:literal $path:literal $handler:expr, $ja:literal $en:literal;)*) => {
        /// All endpoints of this room.
        $visible static ENDPOINTS: &[$crate::endpoint::Endpoint] = &[$($crate::endpoint::Endpoint {
            method: $method, path: $path, what: careplan::text::Text::new($ja, $en), handler: $handler,
        }),*];
    };
}

pub(crate) use endpoints;

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use crate::openapi::endpoints;

    #[test]
    fn every_endpoint_is_there_once_and_said_in_both_languages() {
        let mut seen = HashSet::new();
        for row in endpoints() {
            assert!(seen.insert((row.method, row.path)), "{} {}", row.method, row.path);
            assert!(!row.what.ja.is_empty() && !row.what.en.is_empty(), "{} {}", row.method, row.path);
        }
    }
}
