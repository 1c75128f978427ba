//! What a form of a page brings: bounded as the exchange bounds it, read before anything is done.

use axum::extract::multipart::MultipartRejection;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::HeaderMap;
use tokio::sync::SemaphorePermit;
use tokio::time::timeout;

use super::here::Here;
use crate::desk::clerk::Refused;
use crate::exchange::{Fields, Form, announced, not_multipart, read};
use crate::refusals::{Problem, TOO_SLOW};

/// The button that was pressed: `send`, `keep`, `remove-3`, …
const DO: &str = "do";
/// Makes a send that is pressed twice one send.
const KEY: &str = "key";
/// The fields that pages have besides those of the exchange.
pub(super) const OTHERS: &[&str] = &[DO, KEY];

/// A form that was read.
pub(super) struct Upload<'a> {
    /// What could be read.
    pub(super) form: Form,
    /// Why that is not everything.
    pub(super) problem: Option<Refused>,
    /// Held as long as the files are in memory.
    _turn: SemaphorePermit<'a>,
}

/// A form that has not been read yet.
pub(super) struct Incoming {
    headers: HeaderMap,
    multipart: Result<Multipart, MultipartRejection>,
}

impl<S: Send + Sync> FromRequest<S> for Incoming {
    type Rejection = std::convert::Infallible;

    async fn from_request(request: Request, state: &S) -> Result<Self, Self::Rejection> {
        let headers = request.headers().clone();
        Ok(Self { headers, multipart: Multipart::from_request(request, state).await })
    }
}

impl Incoming {
    /// Reads the form. `more`: bytes that will be in memory besides it.
    ///
    /// # Errors
    /// When nothing of it could be read.
    pub(super) async fn read(self, here: &Here, fields: Fields, more: usize) -> Result<Upload<'_>, Refused> {
        let limits = here.limits();
        let multipart = self.multipart.map_err(|_| not_multipart(&self.headers))?;
        let bytes = announced(&self.headers).unwrap_or(limits.message_bytes).min(limits.message_bytes);
        let turn = here.turn(bytes.saturating_add(more)).await?;
        let read = timeout(limits.body, read(multipart, limits, fields.of_page(OTHERS))).await;
        let (form, problem) = read.map_err(|_| Problem::from(&TOO_SLOW))?;
        Ok(Upload { form, problem: problem.map(Refused::from), _turn: turn })
    }
}

impl Upload<'_> {
    /// The button that was pressed.
    pub(super) fn pressed(&self) -> &str {
        self.other(DO).unwrap_or_default()
    }

    /// The key of the send, of which the page has one for each time it is shown.
    pub(super) fn key(&self) -> Option<&str> {
        self.other(KEY).filter(|key| is_key(key))
    }

    fn other(&self, name: &str) -> Option<&str> {
        self.form.others.iter().find(|(other, _)| *other == name).map(|(_, value)| value.as_str())
    }
}

/// What a page writes as a key.
pub(super) fn is_key(text: &str) -> bool {
    !text.is_empty() && text.len() <= 64 && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}
