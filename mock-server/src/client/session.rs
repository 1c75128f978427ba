//! Logging in: a token that goes with every further call.

use std::fmt;
use std::sync::Arc;

use reqwest::Method;
use reqwest::header::HeaderValue;
use serde::{Deserialize, Serialize};

use super::{Client, ClientError};

/// What a login gives.
#[derive(Clone, Deserialize)]
pub struct Session {
    /// Goes with every further call as `Authorization: Bearer`.
    pub token: String,
    /// Until when it counts, RFC 3339.
    pub expires_at: String,
    /// What the relay has to say at this occasion, such as a licence that ends soon.
    #[serde(default)]
    pub notices: Vec<Notice>,
}

/// Something that the office is told when it logs in.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Notice {
    /// What it is about, a slug.
    pub code: String,
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
}

impl fmt::Debug for Session {
    /// Without the token.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session").field("expires_at", &self.expires_at).finish_non_exhaustive()
    }
}

/// A word that stands in a header and is not shown.
#[derive(Clone)]
pub(super) struct Secret(pub(super) HeaderValue);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

#[derive(Serialize)]
struct Login<'a> {
    user_id: &'a str,
    password: &'a str,
}

impl Client {
    /// Logs in. [`Client::with_session`] makes a client that goes on with it.
    ///
    /// # Errors
    /// A refusal (also: wrong, expired or provisional password), or a failed connection. It is
    /// not tried again after a refusal: a few wrong tries lock the account.
    pub async fn login(&self, user_id: &str, password: &str) -> Result<Session, ClientError> {
        self.json(|| self.request(Method::POST, "/v1/session").json(&Login { user_id, password })).await
    }

    /// The same client within a session.
    ///
    /// # Errors
    /// [`ClientError::Header`] when the token cannot stand in a header.
    pub fn with_session(&self, session: &Session) -> Result<Self, ClientError> {
        let bearer = format!("Bearer {}", session.token);
        let mut value = HeaderValue::try_from(bearer).map_err(|_| ClientError::Header)?;
        value.set_sensitive(true);
        Ok(Self { bearer: Some(Arc::new(Secret(value))), ..self.clone() })
    }

    /// The same client at a terminal of this name (1–64 of A–Z a–z 0–9 . _ -).
    ///
    /// # Errors
    /// [`ClientError::Header`] when the name cannot stand in a header.
    pub fn at_terminal(&self, name: &str) -> Result<Self, ClientError> {
        let sound = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
        if !(1..=64).contains(&name.len()) || !name.bytes().all(sound) {
            return Err(ClientError::Header);
        }
        let value = HeaderValue::try_from(name).map_err(|_| ClientError::Header)?;
        Ok(Self { terminal: Some(value), ..self.clone() })
    }
}
