//! Who is calling: the certificate says it, and the register knows the rest.

use axum::extract::FromRequestParts;
use axum::http::Method;
use axum::http::request::Parts;

use crate::directory;
use crate::enrolment::has_session;
use crate::offices::Office;
use crate::refusals::{Problem, UNREGISTERED_SENDER};
use crate::state::AppState;

/// The registered office that is calling.
#[derive(Debug)]
pub(super) struct Caller(pub(super) Office);

impl FromRequestParts<AppState> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        let office = &state.identity(&parts.extensions)?.office;
        let member = state.store().member(office).await?.ok_or(&UNREGISTERED_SENDER)?;
        has_session(state, office, &parts.headers).await?;
        directory::check(state, member.licence.as_ref(), !matches!(parts.method, Method::GET | Method::HEAD))?;
        Ok(Self(member.office))
    }
}
