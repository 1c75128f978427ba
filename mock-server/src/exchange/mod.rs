//! Sending, listing, fetching, drafts and bulk sends: the endpoints under `/v1/`.
//!
//! The real protocol is not public (relay.md §7); this one is our own. What there is stands in
//! [`ENDPOINTS`]; both profiles have the same. In client-1.2 a header names the terminal, who opens
//! the received list takes what is in it, and what was sent or drafted stays with its terminal.

mod bulk;
mod caller;
mod check;
mod disposition;
mod drafts;
mod endpoints;
pub(crate) mod form;
mod give;
mod inspect;
mod list;
mod send;
mod which;

pub(crate) use self::bulk::{Sorted, sort};
pub(crate) use self::check::{Fault, dry_run};
pub(crate) use self::disposition::disposition;
pub(crate) use self::endpoints::Described;
pub use self::endpoints::ENDPOINTS;
pub(crate) use self::form::{Fields, Form, Part, read};
pub(crate) use self::send::{announced, not_multipart};
pub(crate) use self::which::is_id;

use axum::Router;

use crate::endpoint;
use crate::limits::Limits;
use crate::refusals::{MESSAGE_TEXT, Problem, STORE_FAILED, STORE_FULL, STORE_UNREACHABLE};
use crate::state::AppState;
use crate::store::StoreError;

/// Room for what surrounds the files in a form: boundaries, part headers, the text.
const AROUND: usize = 1 << 20;

pub(crate) fn routes(limits: &Limits) -> Router<AppState> {
    // Twice the limit is still read, so that a sender who is a little over it gets the refusal
    // and not a broken connection; beyond that the connection is cut.
    let body = limits.message_bytes.saturating_mul(2).saturating_add(AROUND);
    endpoint::routes(ENDPOINTS, body)
}

impl From<StoreError> for Problem {
    fn from(problem: StoreError) -> Self {
        match problem {
            StoreError::Full => Self::from(&STORE_FULL),
            // Who logs it is the writer, or nobody: a stream of requests meets the same trouble.
            StoreError::Unreachable(_) => Self::from(&STORE_UNREACHABLE),
            StoreError::Nul => Self::from(&MESSAGE_TEXT),
            other => {
                tracing::error!(problem = %other, "store");
                Self::from(&STORE_FAILED)
            }
        }
    }
}
