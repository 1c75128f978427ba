//! Licences, and the directory of offices as WAM NET has one (relay.md 36, 41).
//! What there is stands in [`ENDPOINTS`].

mod endpoints;
mod licence;
mod licences;
mod search;

use axum::Router;

pub(crate) use endpoints::{Described, ENDPOINTS};
pub(crate) use licence::standing;
pub use licence::{AUTOMATIC_FROM_MS, Licence, Standing};
pub(crate) use licences::{check, is_addressable, view};

use crate::endpoint;
use crate::state::AppState;

pub(crate) fn routes() -> Router<AppState> {
    // None of them takes a large body.
    endpoint::routes(ENDPOINTS, 0)
}
