//! Who is calling: the certificate says it, and the register knows the rest.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use crate::offices::{Identity, Office};
use crate::refusals::{NO_IDENTITY, Problem, UNREGISTERED_SENDER};
use crate::state::AppState;

/// The registered office that is calling.
#[derive(Debug)]
pub(super) struct Caller(pub(super) Office);

impl FromRequestParts<AppState> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        let Identity(number) = parts.extensions.get().ok_or(&NO_IDENTITY)?;
        match state.store().office(number).await? {
            Some(office) => Ok(Self(office)),
            None => Err(Problem::from(&UNREGISTERED_SENDER)),
        }
    }
}
