//! Endpoints as rows of tables: routers, the first page and the tests are derived from them.

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
    /// Its handler; takes the bytes that a body may have.
    pub(crate) handler: fn(usize) -> MethodRouter<AppState>,
}

macro_rules! endpoints {
    ($vis:vis static; $($method:literal $path:literal $handler:expr, $ja:literal $en:literal;)*) => {
        /// All of them.
        $vis static ENDPOINTS: &[$crate::endpoint::Endpoint] = &[$($crate::endpoint::Endpoint {
            method: $method,
            path: $path,
            what: careplan::text::Text::new($ja, $en),
            handler: $handler,
        }),*];
    };
}
pub(crate) use endpoints;

/// The router of a table; `most`: the bytes that a large body may have.
pub(crate) fn routes(table: &'static [Endpoint], most: usize) -> Router<AppState> {
    table.iter().fold(Router::new(), |router, row| router.route(row.path, (row.handler)(most)))
}
