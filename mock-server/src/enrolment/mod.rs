//! Enrolment: what 電子請求受付システム does for the exchange. User ids and passwords, certificates
//! and their revocation, logins.
//!
//! Nothing under `/v1/enrolment/` asks for a certificate: one begins without.
//!
//! | | |
//! |---|---|
//! | `POST /v1/enrolment/password` | change a password, a temporary one first of all |
//! | `POST /v1/enrolment/issuing-password` | 証明書発行用パスワード again |
//! | `POST /v1/enrolment/certificates` | issue: for a signing request, as PEM, as an install file |
//! | `POST /v1/enrolment/certificates/list` | what the office holds, with days left |
//! | `POST /v1/enrolment/certificates/{serial}/renew`, `…/reissue`, `…/revoke` | |
//! | `GET /v1/enrolment/drills`, `POST /v1/enrolment/drills/{slug}` | certificates that do not work |
//! | `GET /v1/ca.pem`, `GET /v1/crl`, `GET /v1/crl.pem` | for programs that judge certificates |
//! | `POST /v1/session`, `DELETE /v1/session` | login and logout; these need a certificate |

mod authority;
mod certificates;
mod control;
mod error;
mod issue;
mod login;
mod passwords;
mod secret;
mod session;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

pub use control::{AccountView, NewAccount};
pub use error::EnrolmentError;
pub(crate) use session::has_session;

use crate::refusals::{INSTALL_PASSWORD, Problem};
use crate::state::AppState;
use crate::wire::Secret;

/// Bytes of a request: a signing request is the largest thing in one.
const BODY: usize = 64 << 10;
/// Characters of the password of an install file.
const INSTALL_PASSWORD_CHARS: usize = 128;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/v1/enrolment/password", post(passwords::change))
        .route("/v1/enrolment/issuing-password", post(passwords::renew_issuing))
        .route("/v1/enrolment/certificates", post(certificates::issue))
        .route("/v1/enrolment/certificates/list", post(certificates::list))
        .route("/v1/enrolment/certificates/{serial}/renew", post(certificates::renew))
        .route("/v1/enrolment/certificates/{serial}/reissue", post(certificates::reissue))
        .route("/v1/enrolment/certificates/{serial}/revoke", post(certificates::revoke))
        .route("/v1/enrolment/drills", get(certificates::drills))
        .route("/v1/enrolment/drills/{slug}", post(certificates::drill))
        .route("/v1/ca.pem", get(authority::ca_pem))
        .route("/v1/crl", get(authority::crl))
        .route("/v1/crl.pem", get(authority::crl_pem))
        .route("/v1/session", post(session::begin).delete(session::end))
        .layer(DefaultBodyLimit::max(BODY))
}

/// Whether an install file can be made with the password.
fn check_install_password(password: &Secret) -> Result<(), Problem> {
    let fits = (1..=INSTALL_PASSWORD_CHARS).contains(&password.0.len())
        && password.0.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    if fits { Ok(()) } else { Err(Problem::from(&INSTALL_PASSWORD)) }
}
