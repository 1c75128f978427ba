//! An environment with a clock that stands still, and offices that have enrolled.

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use mock_server::assumptions::Profile;
use mock_server::wire::{IssuedCertificate, Secret, SessionBegun};
use mock_server::{AppState, Credential, Identity};
use serde_json::{Value, json};

use crate::common::{Answer, call_with, environment};

/// 2025-06-01 in Japan, a moment at which no machine runs these tests.
pub(crate) const NOW: i64 = 1_748_703_600_000;
pub(crate) const MINUTE: i64 = 60_000;
pub(crate) const DAY: i64 = 24 * 60 * MINUTE;

pub(crate) struct Desk {
    pub(crate) app: Router,
    pub(crate) state: AppState,
}

/// An office that has an account with a password of its own.
#[derive(Clone)]
pub(crate) struct Member {
    pub(crate) number: &'static str,
    pub(crate) user_id: String,
    pub(crate) password: String,
    pub(crate) issuing: String,
}

pub(crate) const PASSWORD: &str = "kunren-2025";

impl Desk {
    pub(crate) async fn open(choices: &[(&str, &str)]) -> Self {
        Self::of(Profile::Web41, choices).await
    }

    pub(crate) async fn of(profile: Profile, choices: &[(&str, &str)]) -> Self {
        let (app, state) = environment(profile, choices).await;
        let desk = Self { app, state };
        desk.at(NOW).await;
        desk
    }

    /// Sets the clock.
    pub(crate) async fn at(&self, ms: i64) {
        self.state.set_clock(self.state.clock().at(ms, true).unwrap()).await.unwrap();
    }

    /// Without a certificate.
    pub(crate) async fn post(&self, path: &str, body: &Value) -> Answer {
        call_with(&self.app, Credential::None, request("POST", path, body)).await
    }

    /// Over a connection with the certificate of an office.
    pub(crate) async fn ask(&self, office: &str, request: Request<Body>) -> Answer {
        let identity = Identity::of_office(office.parse().unwrap());
        call_with(&self.app, Credential::from(identity), request).await
    }

    /// Opens the account of an office; its password is still the temporary one.
    pub(crate) async fn newcomer(&self, number: &'static str) -> Member {
        let new = self.state.open_account(&number.parse().unwrap()).await.unwrap();
        let (Secret(password), Secret(issuing)) = (new.temporary_password, new.issuing_password);
        Member { number, user_id: new.user_id, password, issuing }
    }

    /// Opens the account of an office and gives it a password of its own.
    pub(crate) async fn member(&self, number: &'static str) -> Member {
        let new = self.newcomer(number).await;
        let answer = self.post("/v1/enrolment/password", &new.with(&json!({ "new_password": PASSWORD }))).await;
        assert_eq!(answer.status.as_u16(), 200, "{answer:?}");
        Member { password: PASSWORD.to_owned(), ..new }
    }

    /// Has a certificate issued, with its key in PEM.
    pub(crate) async fn certificate(&self, member: &Member) -> IssuedCertificate {
        let answer = self.post("/v1/enrolment/certificates", &member.order(&json!({ "form": "pem" }))).await;
        assert_eq!(answer.status.as_u16(), 201, "{answer:?}");
        answer.json()
    }

    /// Logs in over a connection with the certificate of the office, on this terminal.
    pub(crate) async fn log_in(&self, member: &Member, terminal: &str) -> Answer {
        let mut request = request("POST", "/v1/session", &member.with(&json!({})));
        request.headers_mut().insert("renkei-terminal", terminal.parse().unwrap());
        self.ask(member.number, request).await
    }

    /// The token of a login.
    pub(crate) async fn token(&self, member: &Member, terminal: &str) -> String {
        self.log_in(member, terminal).await.json::<SessionBegun>().token.0
    }

    /// The code of a refusal, or else the status.
    pub(crate) fn code(answer: &Answer) -> String {
        if answer.status.is_success() { answer.status.as_u16().to_string() } else { answer.refusal().code }
    }
}

impl Member {
    /// User and password, with more.
    pub(crate) fn with(&self, more: &Value) -> Value {
        let mut body = json!({ "user_id": self.user_id, "password": self.password });
        for (key, value) in more.as_object().unwrap() {
            body[key] = value.clone();
        }
        body
    }

    /// What issues a certificate, or issues one again.
    pub(crate) fn order(&self, delivery: &Value) -> Value {
        self.with(&json!({ "issuing_password": self.issuing, "delivery": delivery }))
    }

    pub(crate) fn but(&self, password: &str) -> Self {
        Self { password: password.to_owned(), ..self.clone() }
    }
}

pub(crate) fn request(method: &str, path: &str, body: &Value) -> Request<Body> {
    let request = Request::builder().method(method).uri(path).header("content-type", "application/json");
    request.body(Body::from(body.to_string())).unwrap()
}

/// With a token, on a terminal.
pub(crate) fn signed(mut request: Request<Body>, token: &str, terminal: &str) -> Request<Body> {
    let headers = request.headers_mut();
    headers.insert("authorization", format!("Bearer {token}").parse().unwrap());
    headers.insert("renkei-terminal", terminal.parse().unwrap());
    request
}
