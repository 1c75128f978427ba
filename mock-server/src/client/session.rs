//! Logging in and out: a token that goes with every further call.

use std::fmt;
use std::sync::Arc;

use reqwest::Method;
use reqwest::header::HeaderValue;

use super::{Client, ClientError};
use crate::wire::{Login, SessionBegun};

/// A word that stands in a header and is not shown.
#[derive(Clone)]
pub(super) struct Secret(pub(super) HeaderValue);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

impl Client {
    /// Logs in. [`Client::with_session`] makes a client that goes on with it.
    ///
    /// # Errors
    /// A refusal (also: wrong, expired or temporary password), or a failed connection. It is not
    /// tried again after a refusal: a few wrong tries lock the user.
    pub async fn login(&self, user_id: &str, password: &str) -> Result<SessionBegun, ClientError> {
        let login = Login { user_id: user_id.to_owned(), password: password.into() };
        self.json(|| self.request(Method::POST, "/v1/session").json(&login)).await
    }

    /// Ends the session; the relay takes no further call of it.
    ///
    /// # Errors
    /// A refusal (also: no session, or one that has ended), or a failed connection.
    pub async fn logout(&self) -> Result<(), ClientError> {
        if self.bearer.is_none() {
            return Ok(());
        }
        self.empty(|| self.request(Method::DELETE, "/v1/session")).await
    }

    /// The same client within a session.
    ///
    /// # Errors
    /// [`ClientError::Header`] when the token cannot stand in a header.
    pub fn with_session(&self, session: &SessionBegun) -> Result<Self, ClientError> {
        let bearer = format!("Bearer {}", session.token.0);
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
