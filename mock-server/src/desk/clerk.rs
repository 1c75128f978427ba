//! Who acts for an office at a screen: every call is a request to the application of the room,
//! with the certificate, terminal and session of the screen, as the office's own software makes it.

use axum::body::{Body, to_bytes};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use axum::http::{HeaderMap, Method, Request};
use bytes::Bytes;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tower::ServiceExt;

use super::form::Form;
use super::room::Room;
use super::screen::Screen;
use crate::faults::Severed;
use crate::noted::AtDesk;
use crate::refusals::Problem;
use crate::wire::{Login, SessionBegun};

/// Acts for the office of one screen.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clerk<'a> {
    room: &'a Room,
    screen: Screen,
}

/// Why an office did not get what it asked for.
#[derive(Clone, Debug)]
pub(crate) enum Refused {
    /// The exchange says no.
    Problem(Box<Problem>),
    /// There was no answer: a fault cut the connection.
    Severed,
    /// The answer was not one. Nothing of that kind is known.
    Unreadable,
}

/// A good answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    fn read<T: DeserializeOwned>(&self) -> Result<T, Refused> {
        serde_json::from_slice(&self.body).map_err(|_| Refused::Unreadable)
    }
}

impl<'a> Clerk<'a> {
    /// For the office of a screen.
    pub(crate) const fn new(room: &'a Room, screen: Screen) -> Self {
        Self { room, screen }
    }

    /// What stands at an address, as JSON.
    pub(crate) async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, Refused> {
        self.ask(Method::GET, path, None, &[]).await?.read()
    }

    /// The bytes that stand at an address: a file.
    pub(crate) async fn fetch(&self, path: &str) -> Result<Answer, Refused> {
        self.ask(Method::GET, path, None, &[]).await
    }

    /// Sends a form. `key`: makes a repeated send the same send.
    pub(crate) async fn put_form<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        form: Form,
        key: Option<&str>,
    ) -> Result<T, Refused> {
        let keys: Vec<_> = key.map(|key| ("idempotency-key", key)).into_iter().collect();
        self.ask(method, path, Some(form.finish()), &keys).await?.read()
    }

    /// Asks for something to be done, with JSON or nothing.
    pub(crate) async fn act<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        given: Option<&(impl Serialize + Sync)>,
    ) -> Result<T, Refused> {
        let body = given.map(serde_json::to_vec).transpose().map_err(|_| Refused::Unreadable)?;
        let body = body.map(|body| ("application/json".to_owned(), Bytes::from(body)));
        self.ask(method, path, body, &[]).await?.read()
    }

    /// Asks for something to be done that is answered by nothing.
    pub(crate) async fn tell(&self, path: &str) -> Result<(), Refused> {
        self.ask(Method::POST, path, None, &[]).await.map(drop)
    }

    /// Asks for something to be done, with nothing but a key that makes a repeated one the same.
    pub(crate) async fn press<T: DeserializeOwned>(&self, path: &str, key: Option<&str>) -> Result<T, Refused> {
        let keys: Vec<_> = key.map(|key| ("idempotency-key", key)).into_iter().collect();
        self.ask(Method::POST, path, None, &keys).await?.read()
    }

    /// Removes what stands at an address.
    pub(crate) async fn remove(&self, path: &str) -> Result<(), Refused> {
        self.ask(Method::DELETE, path, None, &[]).await.map(drop)
    }

    /// Logs in at the terminal of the screen.
    pub(crate) async fn log_in(&self, login: &Login) -> Result<SessionBegun, Refused> {
        let begun: SessionBegun = self.act(Method::POST, "/v1/session", Some(login)).await?;
        self.room.set_session(self.screen, Some(begun.token.clone()));
        Ok(begun)
    }

    /// Logs out; the screen forgets its session whatever the exchange says.
    pub(crate) async fn log_out(&self) -> Result<(), Refused> {
        let ended = self.remove("/v1/session").await;
        self.room.set_session(self.screen, None);
        ended
    }

    async fn ask(
        &self,
        method: Method,
        path: &str,
        body: Option<(String, Bytes)>,
        headers: &[(&str, &str)],
    ) -> Result<Answer, Refused> {
        let is_get = method == Method::GET;
        let answer = self.put(method, path, body, headers).await;
        self.room.answers().note(self.screen, path, is_get, answer.as_ref().map(|answer| &answer.body));
        answer
    }

    async fn put(
        &self,
        method: Method,
        path: &str,
        body: Option<(String, Bytes)>,
        headers: &[(&str, &str)],
    ) -> Result<Answer, Refused> {
        let installed = self.room.installed(self.screen).await.map_err(|problem| {
            tracing::error!(%problem, "no certificate for a screen");
            Refused::Unreadable
        })?;
        let mut request = Request::builder().method(method).uri(path).extension(installed.credential);
        request = request.extension(AtDesk(self.screen.to_string()));
        request = request.header("renkei-terminal", self.screen.terminal_name());
        if let Some(session) = self.room.session(self.screen) {
            request = request.header(AUTHORIZATION, format!("Bearer {}", session.0));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let body = match body {
            Some((kind, bytes)) => {
                request = request.header(CONTENT_TYPE, kind);
                Body::from(bytes)
            }
            None => Body::empty(),
        };
        let request = request.body(body).map_err(|_| Refused::Unreadable)?;
        let Ok(response) = self.room.router().oneshot(request).await;
        if response.extensions().get::<Severed>().is_some() {
            return Err(Refused::Severed);
        }
        let (parts, body) = response.into_parts();
        if let Some(problem) = parts.extensions.get::<Problem>() {
            return Err(Refused::Problem(Box::new(problem.clone())));
        }
        // A fault may cut it in the middle; no answer is larger than a file may be.
        let body = to_bytes(body, usize::MAX).await.map_err(|_| Refused::Severed)?;
        if parts.status.is_success() { Ok(Answer { headers: parts.headers, body }) } else { Err(Refused::Unreadable) }
    }
}
