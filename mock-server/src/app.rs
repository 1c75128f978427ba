//! The application: routes and what is common to all answers. No sockets.

use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};

use crate::noted::{AtDesk, Noted};
use crate::offices::{Credential, Identity};
use crate::refusals::{BAD_QUERY, METHOD_NOT_ALLOWED, NOT_FOUND, Problem, STORE_UNREACHABLE, speak};
use crate::state::AppState;
use crate::{directory, enrolment, exchange, faults, metrics, pages};

/// The whole application. Who is calling is the [`Identity`](crate::Identity) among the
/// extensions of the request, which the TLS acceptor puts there; a request without one is
/// refused wherever it matters.
pub fn app(state: AppState) -> Router {
    Router::new()
        .merge(exchange::routes(state.limits()))
        .merge(enrolment::routes())
        .merge(directory::routes())
        .merge(pages::routes())
        .fallback(|| async { Problem::from(&NOT_FOUND) })
        .method_not_allowed_fallback(|| async { Problem::from(&METHOD_NOT_ALLOWED) })
        .layer(middleware::from_fn_with_state(state.clone(), faults::act))
        .layer(middleware::from_fn_with_state(state.clone(), note))
        .layer(middleware::from_fn_with_state(state.clone(), metrics::count))
        .layer(middleware::from_fn(speak))
        .layer(middleware::from_fn(guard))
        .with_state(state)
}

/// What other relays of the environment have changed is known before a request is answered; what
/// is refused goes into the journal before the refusal is told.
async fn note(State(state): State<AppState>, request: Request, next: Next) -> Response {
    if let Err(problem) = state.refresh().await {
        return Problem::from(problem).into_response();
    }
    // Whoever it was: also an office whose certificate no longer counts.
    let shown = match request.extensions().get() {
        Some(Credential::Good(Identity { office, serial, .. })) => Some((*office, serial.clone())),
        _ => None,
    };
    let desk = request.extensions().get::<AtDesk>().map(|desk| desk.0.clone());
    let method = request.method().clone();
    let path = request.extensions().get::<MatchedPath>().cloned();
    let response = match nowhere(&request) {
        Some(problem) => problem.into_response(),
        None => next.run(request).await,
    };
    if let Some(problem) =
        response.extensions().get::<Problem>().filter(|problem| problem.refusal != &STORE_UNREACHABLE)
    {
        let path = path.as_ref().map_or("-", MatchedPath::as_str);
        let (office, certificate) = shown.unzip();
        let noted = Noted {
            code: problem.refusal.code.to_owned(),
            method: method.to_string(),
            path: path.to_owned(),
            to: problem.to.map(|to| to.to_string()),
            certificate,
            desk,
        };
        let event = noted.event(office.as_ref());
        if let Err(problem) = state.store().record(state.now_ms(), event).await {
            tracing::error!(%problem, "a refusal is missing in the journal");
        }
    }
    response
}

/// U+0000 stands in no id: not every database could even look for it.
fn nowhere(request: &Request) -> Option<Problem> {
    const NUL: &str = "%00";
    let uri = request.uri();
    if uri.path().contains(NUL) {
        Some(Problem::from(&NOT_FOUND))
    } else {
        uri.query().filter(|query| query.contains(NUL)).map(|_| Problem::from(&BAD_QUERY))
    }
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
            "default-src 'none'; style-src 'self'; img-src data:; frame-ancestors 'none'; base-uri 'none'",
        ),
    );
    response
}
