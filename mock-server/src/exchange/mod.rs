//! Sending, listing, fetching: the endpoints under `/v1/`.
//!
//! The real protocol is not public (relay.md §7); this one is our own.
//!
//! | | |
//! |---|---|
//! | `POST /v1/messages` | `multipart/form-data`: `to`, `message`, `csv`…, `attachment`…; 201 after the commit |
//! | `GET /v1/inbox`, `GET /v1/sent` | pages, newest first; `limit`, `before` |
//! | `GET /v1/messages/{id}` | one message, for its sender and its receiver |
//! | `GET /v1/messages/{id}/files/{n}` | one file, byte for byte |

mod caller;
mod check;
mod form;
mod inspect;
mod list;
mod send;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use crate::limits::Limits;
use crate::refusals::{Problem, STORE_FAILED, STORE_FULL};
use crate::state::AppState;
use crate::store::StoreError;

/// Room for what surrounds the files in a form: boundaries, part headers, the text.
const AROUND: usize = 1 << 20;

pub(crate) fn routes(limits: &Limits) -> Router<AppState> {
    // Twice the limit is still read, so that a sender who is a little over it gets the refusal
    // and not a broken connection; beyond that the connection is cut.
    let body = limits.message_bytes.saturating_mul(2).saturating_add(AROUND);
    Router::new()
        .route("/v1/messages", post(send::send).layer(DefaultBodyLimit::max(body)))
        .route("/v1/inbox", get(list::inbox))
        .route("/v1/sent", get(list::sent))
        .route("/v1/messages/{id}", get(inspect::letter))
        .route("/v1/messages/{id}/files/{n}", get(inspect::file))
}

impl From<StoreError> for Problem {
    fn from(problem: StoreError) -> Self {
        match problem {
            StoreError::Full => Self::from(&STORE_FULL),
            other => {
                tracing::error!(problem = %other, "store");
                Self::from(&STORE_FAILED)
            }
        }
    }
}
