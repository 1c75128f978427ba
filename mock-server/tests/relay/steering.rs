//! The control without sockets, and an environment whose clock stands still.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request};
use mock_server::clock::Clock;
use mock_server::limits::Limits;
use mock_server::{AppState, RelayConfig, app, control};
use serde_json::Value;
use time::OffsetDateTime;
use time::macros::datetime;
use tower::ServiceExt;

use crate::common::{Answer, config};

/// A clock that stands still.
#[derive(Debug)]
struct Still;

impl Clock for Still {
    fn now(&self) -> OffsetDateTime {
        datetime!(2026-12-01 09:00 +9)
    }
}

/// Everything that two runs have in common, so that their journals are the same.
pub(crate) fn still() -> RelayConfig {
    RelayConfig { seed: Some(7), clock: Arc::new(Still), ..config(Limits::default()) }
}

/// An environment: its state, the exchange, and the control.
pub(crate) struct Place {
    pub(crate) state: AppState,
    pub(crate) app: Router,
    pub(crate) control: Router,
}

pub(crate) async fn place(config: &RelayConfig) -> Place {
    let state = AppState::open(config).await.unwrap();
    let control = control(state.clone(), None, AT);
    Place { app: app(state.clone()), control, state }
}

/// Where the control without sockets is said to listen.
pub(crate) const AT: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 80);

/// A request to the control, with a body of JSON.
pub(crate) fn order(method: Method, path: &str, body: &Value) -> Request<Body> {
    let request = Request::builder().method(method).uri(format!("/control/v1/{path}"));
    let request = request.header("host", "localhost").header("content-type", "application/json");
    request.body(body.to_string().into()).unwrap()
}

/// A question to the control.
pub(crate) fn ask(path: &str) -> Request<Body> {
    Request::get(format!("/control/v1/{path}")).header("host", "localhost").body(Body::empty()).unwrap()
}

/// Puts a request to the control.
pub(crate) async fn steer(control: &Router, request: Request<Body>) -> Answer {
    let (parts, body) = control.clone().oneshot(request).await.unwrap().into_parts();
    let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    Answer { status: parts.status, headers: parts.headers, body }
}

/// The whole journal.
pub(crate) async fn journal(control: &Router) -> Vec<Value> {
    let (mut all, mut after) = (Vec::new(), 0);
    loop {
        let page: Value = steer(control, ask(&format!("journal?after={after}"))).await.json();
        all.extend(page["items"].as_array().unwrap().iter().cloned());
        match page["next"].as_i64() {
            Some(next) => after = next,
            None => return all,
        }
    }
}

/// The kinds of events so far.
pub(crate) async fn events(control: &Router) -> Vec<String> {
    journal(control).await.iter().map(|row| row["event"].as_str().unwrap().to_owned()).collect()
}

/// A client for the control, which speaks plain HTTP; no provider of TLS is installed for others.
pub(crate) fn http() -> reqwest::Client {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let tls = rustls::ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let tls = tls.with_root_certificates(rustls::RootCertStore::empty()).with_no_client_auth();
    reqwest::Client::builder().tls_backend_preconfigured(tls).no_proxy().build().unwrap()
}
