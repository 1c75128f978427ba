//! Enrolment: what 電子請求受付システム does for the exchange. User ids and passwords, certificates
//! and their revocation, logins.
//!
//! Nothing under `/v1/enrolment/` asks for a certificate: one begins without. What there is stands in
//! [`ENDPOINTS`].

mod authority;
mod certificates;
mod control;
mod endpoints;
mod error;
mod issue;
mod login;
mod passwords;
mod secret;
mod session;

use axum::Router;
use axum::extract::DefaultBodyLimit;

pub use control::{AccountView, NewAccount};
pub(crate) use endpoints::{Described, ENDPOINTS};
pub use error::EnrolmentError;
pub(crate) use session::has_session;

use crate::endpoint;
use crate::refusals::{INSTALL_PASSWORD, Problem};
use crate::state::AppState;
use crate::wire::Secret;

/// Bytes of a request: a signing request is the largest thing in one.
const BODY: usize = 64 << 10;
/// Characters of the password of an install file.
const INSTALL_PASSWORD_CHARS: usize = 128;

pub(crate) fn routes() -> Router<AppState> {
    endpoint::routes(ENDPOINTS, BODY).layer(DefaultBodyLimit::max(BODY))
}

/// Whether an install file can be made with the password.
pub(crate) fn check_install_password(password: &Secret) -> Result<(), Problem> {
    let fits = (1..=INSTALL_PASSWORD_CHARS).contains(&password.0.len())
        && password.0.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    if fits { Ok(()) } else { Err(Problem::from(&INSTALL_PASSWORD)) }
}
