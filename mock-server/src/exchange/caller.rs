//! Who is calling: the certificate says which office, the register knows the rest; in client-1.2
//! a header says which of its terminals.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap};

use crate::assumptions::{
    Assumption, COMBINED_CERTIFICATE, DRAFT_DAYS, Profile, READ_RECEIPT, RETENTION_DAYS, SECOND_TERMINAL, STATUS_WORDS,
};
use crate::offices::{Credential, Identity, Office};
use crate::refusals::{Problem, Refusal, TERMINAL, UNREGISTERED_SENDER};
use crate::state::AppState;
use crate::store::View;

/// The header that names the terminal.
pub(crate) const TERMINAL_HEADER: &str = "renkei-terminal";
/// Characters of the name of a terminal.
const TERMINAL_CHARS: std::ops::RangeInclusive<usize> = 1..=64;
const DAY_MS: i64 = 24 * 60 * 60 * 1_000;

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
pub(super) struct Caller {
    pub(super) office: Arc<Office>,
    /// Its terminal: always there in client-1.2, never in web-4.1.
    pub(super) terminal: Option<String>,
}

impl FromRequestParts<AppState> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        let office = &identity(&parts.extensions, state)?.office;
        let office = state.store().office(office).await?.ok_or(&UNREGISTERED_SENDER)?;
        let terminal = match state.assumed().profile() {
            Profile::Client12 => Some(terminal(&parts.headers).ok_or(&TERMINAL)?),
            Profile::Web41 => None,
        };
        Ok(Self { office, terminal })
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

/// The one terminal that is named, if its name is in order.
fn terminal(headers: &HeaderMap) -> Option<String> {
    let mut given = headers.get_all(TERMINAL_HEADER).iter();
    let (Some(name), None) = (given.next(), given.next()) else { return None };
    let name = name.to_str().ok()?;
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-');
    (TERMINAL_CHARS.contains(&name.len()) && name.bytes().all(plain)).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn a_terminal_is_named_once_and_in_plain_characters() {
        let long = "a".repeat(64);
        for (given, named) in [
            (vec!["PC-1_a.b"], true),
            (vec![&*long], true),
            (vec![], false),
            (vec![""], false),
            (vec!["a b"], false),
            (vec!["a/b"], false),
            (vec!["a", "a"], false),
        ] {
            let mut headers = HeaderMap::new();
            for value in &given {
                headers.append(TERMINAL_HEADER, HeaderValue::from_str(value).unwrap());
            }
            assert_eq!(terminal(&headers).is_some(), named, "{given:?}");
        }
        let mut headers = HeaderMap::new();
        headers.append(TERMINAL_HEADER, HeaderValue::from_str(&"a".repeat(65)).unwrap());
        assert_eq!(terminal(&headers), None);
    }
}
