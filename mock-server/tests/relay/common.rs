//! Invented offices, a relay without sockets, and requests to it.

use std::pin::Pin;
use std::task::{Context, Poll};

use axum::Router;
use axum::body::{Body, Bytes, HttpBody};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use mock_server::assumptions::{Assumed, Profile};
use mock_server::limits::Limits;
use mock_server::wire::{Envelope, ProblemDocument};
use mock_server::{AppState, Credential, Identity, Office, RelayConfig, app};
use serde::de::DeserializeOwned;
use tower::ServiceExt;

use crate::postgres;

/// 居宅介護支援.
pub(crate) const PLANNER: &str = "9970000001";
/// 訪問介護 and 通所介護 under one number.
pub(crate) const SERVICE: &str = "9970000002";
/// 通所介護.
pub(crate) const OTHER: &str = "9970000003";
/// 地域包括支援センター.
pub(crate) const CENTRE: &str = "9970000004";
/// Holds a certificate, but is not registered.
pub(crate) const STRANGER: &str = "9979999999";

pub(crate) fn offices() -> Vec<Office> {
    let office = |number: &str, name, services: &[&str]| Office::new(number.parse().unwrap(), name, services);
    vec![
        office(PLANNER, "架空居宅介護支援", &["43"]),
        office(SERVICE, "架空ケアサービス", &["11", "15"]),
        office(OTHER, "架空デイサービス", &["15"]),
        office(CENTRE, "架空地域包括支援センター", &["46"]),
    ]
}

/// A relay with an environment of its own, in PostgreSQL where there is one for tests.
pub(crate) fn config(limits: Limits) -> RelayConfig {
    RelayConfig { store: postgres::fresh(), ..on_sqlite(limits) }
}

/// A relay with an environment of its own, in SQLite always: for what SQLite alone has.
pub(crate) fn on_sqlite(limits: Limits) -> RelayConfig {
    RelayConfig { offices: offices(), limits, ..RelayConfig::default() }
}

/// A relay with an environment of its own, where the limits can be kept.
pub(crate) fn with_limits(limits: Limits) -> RelayConfig {
    // PostgreSQL has no limit of pages that one could set: its disk would have to be full.
    if limits.database_bytes.is_some() { on_sqlite(limits) } else { config(limits) }
}

/// The application without sockets.
pub(crate) async fn house(limits: Limits) -> Router {
    app(AppState::open(&with_limits(limits)).await.unwrap())
}

/// The application in a profile, with choices among the assumptions; and its state.
pub(crate) async fn environment(profile: Profile, choices: &[(&str, &str)]) -> (Router, AppState) {
    let config = RelayConfig { assumed: assuming(profile, choices), ..config(Limits::default()) };
    let state = AppState::open(&config).await.unwrap();
    (app(state.clone()), state)
}

/// A profile with choices. Unless it is chosen otherwise, the certificate is enough: what a login
/// is for is tested where logins are.
pub(crate) fn assuming(profile: Profile, choices: &[(&str, &str)]) -> Assumed {
    let mut assumed = Assumed::of(profile);
    for (id, value) in [("login", "certificate")].iter().chain(choices) {
        assumed.choose(id, value).unwrap();
    }
    assumed
}

/// A name of the set of use tables from the planner to the service.
pub(crate) fn plan_name(kind: &str, serial: &str) -> String {
    format!("{kind}_202505_{PLANNER}_43_{SERVICE}_15_{serial}.CSV")
}

pub(crate) const SERIAL: &str = "20250317182009";

/// A form part by part.
#[derive(Default)]
pub(crate) struct Form(Vec<u8>);

pub(crate) const BOUNDARY: &str = "----training";

impl Form {
    pub(crate) fn to(office: &str) -> Self {
        Self::default().field("to", office)
    }

    pub(crate) fn field(self, name: &str, value: &str) -> Self {
        self.part(&format!("name=\"{name}\""), value.as_bytes())
    }

    pub(crate) fn file(self, slot: &str, name: &str, body: &[u8]) -> Self {
        self.part(&format!("name=\"{slot}\"; filename=\"{name}\""), body)
    }

    /// The use tables of a month, with bodies that tell them apart.
    pub(crate) fn plan_set(self, serial: &str) -> Self {
        ["UPPLAN", "UPSIKYU", "UPHOSOKU"].iter().fold(self, |form, kind| {
            form.file("csv", &plan_name(kind, serial), format!("\"202407\",{kind},{serial}\r\n").as_bytes())
        })
    }

    fn part(mut self, attributes: &str, body: &[u8]) -> Self {
        let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; {attributes}\r\n\r\n");
        self.0.extend_from_slice(head.as_bytes());
        self.0.extend_from_slice(body);
        self.0.extend_from_slice(b"\r\n");
        self
    }

    pub(crate) fn bytes(mut self) -> Vec<u8> {
        self.0.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
        self.0
    }

    pub(crate) fn request(self) -> Request<Body> {
        post(self.bytes())
    }

    /// The form for another endpoint than that of sends.
    pub(crate) fn at_endpoint(self, method: Method, path: &str) -> Request<Body> {
        let mut request = post(self.bytes());
        *request.method_mut() = method;
        *request.uri_mut() = path.parse().unwrap();
        request
    }
}

/// A send with a raw body.
pub(crate) fn post(body: impl Into<Body>) -> Request<Body> {
    Request::post("/v1/messages")
        .header("content-type", format!("multipart/form-data; boundary={BOUNDARY}"))
        .body(body.into())
        .unwrap()
}

pub(crate) fn get(path: &str) -> Request<Body> {
    Request::get(path).body(Body::empty()).unwrap()
}

pub(crate) fn method(method: Method, path: &str) -> Request<Body> {
    Request::builder().method(method).uri(path).body(Body::empty()).unwrap()
}

/// An answer, read to its end.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    pub(crate) fn json<T: DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.body).unwrap_or_else(|problem| panic!("{problem}: {self:?}"))
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }

    /// The refusal, in the form that every refusal has.
    pub(crate) fn refusal(&self) -> ProblemDocument {
        assert_eq!(self.header("content-type"), "application/problem+json", "{self:?}");
        let problem: ProblemDocument = self.json();
        assert_eq!(problem.status, self.status.as_u16());
        problem
    }
}

/// Puts a request to the application as the office; `None` = without a certificate.
pub(crate) async fn call(app: &Router, office: Option<&str>, request: Request<Body>) -> Answer {
    let identity = office.map(|number| Identity::of_office(number.parse().unwrap()));
    call_with(app, identity.map_or(Credential::None, Credential::Good), request).await
}

/// Puts a request to the application from a terminal of the office.
pub(crate) async fn call_at(app: &Router, office: &str, terminal: &str, request: Request<Body>) -> Answer {
    call(app, Some(office), with(request, "renkei-terminal", terminal)).await
}

/// The request with one more header.
pub(crate) fn with(mut request: Request<Body>, header: &'static str, value: &str) -> Request<Body> {
    request.headers_mut().append(header, value.parse().unwrap());
    request
}

/// Puts a request to the application over a connection with this credential.
pub(crate) async fn call_with(app: &Router, credential: Credential, mut request: Request<Body>) -> Answer {
    request.extensions_mut().insert(credential);
    let (parts, body) = app.clone().oneshot(request).await.unwrap().into_parts();
    let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    Answer { status: parts.status, headers: parts.headers, body }
}

/// Sends, and expects to be accepted.
pub(crate) async fn send(app: &Router, office: &str, form: Form) -> Envelope {
    let answer = call(app, Some(office), form.request()).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
    answer.json()
}

/// How many messages both lists of all offices hold together.
pub(crate) async fn stored(app: &Router) -> usize {
    let mut all = 0;
    for office in [PLANNER, SERVICE, OTHER, CENTRE] {
        for list in ["/v1/inbox", "/v1/sent"] {
            let page: mock_server::wire::Page = call(app, Some(office), get(list)).await.json();
            all += page.items.len();
        }
    }
    all
}

/// A body of which nothing ever comes.
pub(crate) struct Silence;

impl HttpBody for Silence {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<hyper::body::Frame<Bytes>, Self::Error>>> {
        Poll::Pending
    }
}
