//! Several relays over one PostgreSQL. `ci/postgres` runs these; without a database they are
//! listed as ignored.
//!
//! A case of two relays in one process is a function in [`together`], about logins and terminals in
//! [`logins`]; one that takes relays of their own processes, in [`processes`]; one that stops the
//! database or cuts connections, in [`stopped`], which runs alone.

mod logins;
mod processes;
mod steered;
mod stopped;
mod together;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use mock_server::limits::Limits;
use mock_server::wire::{Envelope, Page};
use mock_server::{AppState, RelayConfig, app};

use crate::common::{Form, SERVICE, call, get, offices};
use crate::postgres::fresh;

/// A relay of the environment.
pub(super) fn config(store: &str) -> RelayConfig {
    let limits = Limits { page: 10_000, ..Limits::default() };
    RelayConfig { offices: offices(), limits, store: Some(store.to_owned()), ..RelayConfig::default() }
}

/// A new environment.
pub(super) fn environment() -> String {
    fresh().expect("this test needs PostgreSQL: run ci/postgres")
}

/// Two relays of one new environment.
pub(super) async fn two() -> [AppState; 2] {
    let store = environment();
    // At the same time: each finds no tables, and one of them makes them.
    let (one, other) = (config(&store), config(&store));
    let (one, other) = tokio::join!(AppState::open(&one), AppState::open(&other));
    [one.unwrap(), other.unwrap()]
}

/// Their applications.
pub(super) fn apps(states: &[AppState; 2]) -> [Router; 2] {
    states.clone().map(app)
}

/// Message `n`, under the key of its number.
pub(super) fn keyed(n: u32) -> Request<Body> {
    let name = format!("{n}.pdf");
    let mut request = Form::to(SERVICE).file("attachment", &name, &n.to_be_bytes().repeat(100)).request();
    request.headers_mut().insert("idempotency-key", format!("message-{n}").parse().unwrap());
    request
}

/// What the service received, newest first.
pub(super) async fn received(app: &Router) -> Vec<Envelope> {
    let page: Page = call(app, Some(SERVICE), get("/v1/inbox")).await.json();
    assert!(page.next.is_none());
    page.items
}

/// The number of the message.
pub(super) fn number(envelope: &Envelope) -> u32 {
    envelope.files[0].name.strip_suffix(".pdf").unwrap().parse().unwrap()
}
