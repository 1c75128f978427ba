//! Who is calling: the certificate says which office, the register knows the rest; in client-1.2
//! a header says which of its terminals.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::Method;
use axum::http::request::Parts;

use crate::assumptions::{Assumption, DRAFT_DAYS, READ_RECEIPT, RETENTION_DAYS, SECOND_TERMINAL, STATUS_WORDS};
use crate::directory;
use crate::enrolment::has_session;
use crate::offices::{Identity, Office};
use crate::refusals::{Problem, UNREGISTERED_SENDER};
use crate::state::AppState;
use crate::store::View;

const DAY_MS: i64 = 24 * 60 * 60 * 1_000;

/// The registered office that is calling.
#[derive(Debug)]
pub(super) struct Caller {
    pub(super) office: Arc<Office>,
    /// Its terminal: always there in client-1.2, never in web-4.1.
    pub(super) terminal: Option<String>,
    /// The serial number of its certificate.
    pub(super) certificate: String,
}

impl FromRequestParts<AppState> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        let Identity { office, serial, .. } = state.identity(&parts.extensions)?;
        let member = state.store().member(office).await?.ok_or(&UNREGISTERED_SENDER)?;
        let terminal = state.terminal(&parts.headers)?;
        has_session(state, office, terminal.as_deref(), &parts.headers).await?;
        directory::check(state, member.licence.as_ref(), !matches!(parts.method, Method::GET | Method::HEAD))?;
        Ok(Self { office: Arc::clone(&member.office), terminal, certificate: serial.clone() })
    }
}

impl Caller {
    /// What the caller may see of messages.
    pub(super) fn view(&self, state: &AppState) -> View {
        let assumed = state.assumed();
        View {
            office: self.office.number,
            terminal: self.terminal.clone(),
            since: since(state, &RETENTION_DAYS),
            shows_taken: assumed.is(&SECOND_TERMINAL, "shown-taken"),
            shows_status: assumed.is(&STATUS_WORDS, "shown"),
            shows_receipt: assumed.is(&READ_RECEIPT, "shown"),
        }
    }

    /// What the caller may see of drafts.
    pub(super) fn drafts(&self, state: &AppState) -> View {
        View { since: since(state, &DRAFT_DAYS), ..self.view(state) }
    }
}

/// The moment before which nothing counts any more; 0 days keep everything.
pub(super) fn since(state: &AppState, days: &Assumption) -> i64 {
    match i64::try_from(state.assumed().number(days)).unwrap_or(i64::MAX) {
        0 => i64::MIN,
        days => state.now_ms().saturating_sub(days.saturating_mul(DAY_MS)),
    }
}
