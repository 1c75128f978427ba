//! Every refusal of enrolment, logins, licences and the directory is given by a request.

use axum::body::Body;
use axum::http::Request;
use mock_server::assumptions::Profile;
use mock_server::{Credential, Licence};
use serde_json::json;

use crate::common::{Answer, Form, OTHER, PLANNER, SERVICE, call_with, get};
use crate::desk::{DAY, Desk, MINUTE, NOW, request, signed};

/// The rows that are given here.
pub(crate) const CODES: &[&str] = &[
    "malformed-json",
    "login-refused",
    "login-locked",
    "temporary-password",
    "temporary-password-expired",
    "password-expired",
    "password-rules",
    "issuing-password",
    "unknown-certificate-kind",
    "signing-request",
    "install-password",
    "renewal-too-early",
    "certificate-over",
    "drill-by-trainer",
    "no-session",
    "session-expired",
    "session-terminal",
    "login-other-office",
    "licence-none",
    "licence-applied",
    "licence-lapsed",
    "licence-valid",
    "destination-unlicensed",
    "directory-query",
];

const CERTIFICATES: &str = "/v1/enrolment/certificates";
const LIST: &str = "/v1/enrolment/certificates/list";

fn message(to: &str) -> Request<Body> {
    Form::to(to).field("message", "a").request()
}

/// A request that is refused so.
async fn refused(code: &str, desk: &Desk) -> Answer {
    let planner = PLANNER.parse().unwrap();
    let lapsed = Licence { is_automatic: false, ..Licence::applied(NOW - 400 * DAY, 0) };
    match code {
        "malformed-json" => desk.post(LIST, &json!({ "user_id": "KJ000000000000" })).await,
        "login-refused" => desk.post(LIST, &json!({ "user_id": "KJ000000000000", "password": "x" })).await,
        "login-locked" => {
            let member = desk.member(PLANNER).await;
            for _ in 0..3 {
                desk.post(LIST, &member.but("wrong-1").with(&json!({}))).await;
            }
            desk.post(LIST, &member.with(&json!({}))).await
        }
        "temporary-password" => desk.post(LIST, &desk.newcomer(PLANNER).await.with(&json!({}))).await,
        "temporary-password-expired" => {
            let new = desk.newcomer(PLANNER).await;
            desk.at(NOW + 30 * DAY).await;
            assert_eq!(Desk::code(&desk.post(LIST, &new.with(&json!({}))).await), code);
            desk.post("/v1/enrolment/password", &new.with(&json!({ "new_password": "kunren-2025" }))).await
        }
        "password-expired" => {
            let member = desk.member(PLANNER).await;
            desk.at(NOW + 180 * DAY).await;
            desk.post(LIST, &member.with(&json!({}))).await
        }
        "password-rules" => {
            let new = desk.newcomer(PLANNER).await;
            desk.post("/v1/enrolment/password", &new.with(&json!({ "new_password": "1234567" }))).await
        }
        "issuing-password" => {
            let mut member = desk.member(PLANNER).await;
            member.issuing = "wrong".to_owned();
            desk.post(CERTIFICATES, &member.order(&json!({ "form": "pem" }))).await
        }
        "unknown-certificate-kind" => {
            let member = desk.member(PLANNER).await;
            let order = member.with(&json!({ "issuing_password": member.issuing, "kind": "kaigo" }));
            desk.post(CERTIFICATES, &order).await
        }
        "signing-request" => {
            let member = desk.member(PLANNER).await;
            desk.post(CERTIFICATES, &member.order(&json!({ "form": "csr", "csr": "-----BEGIN" }))).await
        }
        "install-password" => {
            let member = desk.member(PLANNER).await;
            let delivery = json!({ "form": "pkcs12", "install_password": "訓練" });
            desk.post(CERTIFICATES, &member.order(&delivery)).await
        }
        "renewal-too-early" | "certificate-over" => {
            let member = desk.member(PLANNER).await;
            let serial = desk.certificate(&member).await.entry.serial;
            if code == "certificate-over" {
                desk.post(&format!("{CERTIFICATES}/{serial}/revoke"), &member.with(&json!({}))).await;
            }
            desk.post(&format!("{CERTIFICATES}/{serial}/renew"), &member.with(&json!({}))).await
        }
        "drill-by-trainer" => {
            let member = desk.member(PLANNER).await;
            desk.post("/v1/enrolment/drills/other-office", &member.with(&json!({}))).await
        }
        "login-other-office" => {
            let member = desk.member(PLANNER).await;
            desk.ask(SERVICE, request("POST", "/v1/session", &member.with(&json!({})))).await
        }
        "no-session" => {
            let desk = Desk::of(Profile::Client12, &[("login", "password")]).await;
            let mut request = get("/v1/inbox");
            request.headers_mut().insert("renkei-terminal", "a".parse().unwrap());
            desk.ask(PLANNER, request).await
        }
        "session-expired" | "session-terminal" => {
            let desk = Desk::of(Profile::Client12, &[("login", "password")]).await;
            let token = desk.token(&desk.member(PLANNER).await, "a").await;
            assert_eq!(desk.ask(PLANNER, signed(get("/v1/inbox"), &token, "a")).await.status.as_u16(), 200);
            let terminal = if code == "session-terminal" { "b" } else { "a" };
            desk.at(if code == "session-expired" { NOW + 60 * MINUTE } else { NOW }).await;
            desk.ask(PLANNER, signed(get("/v1/inbox"), &token, terminal)).await
        }
        "licence-none" => {
            desk.state.set_licence(&planner, None).await.unwrap();
            desk.ask(PLANNER, message(SERVICE)).await
        }
        "licence-applied" => {
            desk.state.set_licence(&planner, Some(Licence::applied(NOW, DAY))).await.unwrap();
            desk.ask(PLANNER, get("/v1/inbox")).await
        }
        "licence-lapsed" => {
            desk.state.set_licence(&planner, Some(lapsed)).await.unwrap();
            desk.ask(PLANNER, message(SERVICE)).await
        }
        "licence-valid" => desk.ask(PLANNER, request("POST", "/v1/licence", &json!({}))).await,
        "destination-unlicensed" => {
            desk.state.set_licence(&OTHER.parse().unwrap(), Some(lapsed)).await.unwrap();
            desk.ask(PLANNER, message(OTHER)).await
        }
        "directory-query" => call_with(&desk.app, Credential::None, get("/v1/directory?limit=0")).await,
        other => panic!("{other} is given by nothing"),
    }
}

#[tokio::test]
async fn every_refusal_of_enrolment_is_given_by_its_request() {
    for code in CODES {
        let answer = refused(code, &Desk::open(&[]).await).await;
        assert_eq!(answer.refusal().code, *code);
    }
}
