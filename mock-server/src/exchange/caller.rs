//! Who is calling: the certificate says it, and the register knows the rest.

use axum::extract::FromRequestParts;
use axum::http::Extensions;
use axum::http::request::Parts;

use crate::assumptions::COMBINED_CERTIFICATE;
use crate::offices::{Credential, Identity, Office};
use crate::refusals::{Problem, Refusal, UNREGISTERED_SENDER};
use crate::state::AppState;

/// The identity of a request, if it counts at this moment.
///
/// # Errors
/// The refusal that says why it does not.
pub(crate) fn identity<'a>(extensions: &'a Extensions, state: &AppState) -> Result<&'a Identity, &'static Refusal> {
    let credential = extensions.get().unwrap_or(&Credential::None);
    let assumed = state.assumed().is(&COMBINED_CERTIFICATE, "accept");
    credential.judge(state.now_ms(), assumed, |serial| state.revocations().is_revoked(serial))
}

/// The registered office that is calling.
#[derive(Debug)]
pub(super) struct Caller(pub(super) Office);

impl FromRequestParts<AppState> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        let office = &identity(&parts.extensions, state)?.office;
        match state.store().office(office).await? {
            Some(office) => Ok(Self(office)),
            None => Err(Problem::from(&UNREGISTERED_SENDER)),
        }
    }
}
