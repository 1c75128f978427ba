//! The application: routes and what is common to all answers. No sockets.

use axum::Router;
use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS};
use axum::middleware::{self, Next};
use axum::response::Response;

use crate::refusals::{METHOD_NOT_ALLOWED, NOT_FOUND, Problem, speak};
use crate::state::AppState;
use crate::{exchange, pages};

/// The whole application. Who is calling is the [`Identity`](crate::Identity) among the
/// extensions of the request, which the TLS acceptor puts there; a request without one is
/// refused wherever it matters.
pub fn app(state: AppState) -> Router {
    Router::new()
        .merge(exchange::routes(state.limits()))
        .merge(pages::routes())
        .fallback(|| async { Problem::from(&NOT_FOUND) })
        .method_not_allowed_fallback(|| async { Problem::from(&METHOD_NOT_ALLOWED) })
        .layer(middleware::from_fn(speak))
        .layer(middleware::from_fn(guard))
        .with_state(state)
}

/// Nothing is cached, guessed, framed or run.
async fn guard(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(
        CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
        ),
    );
    response
}
