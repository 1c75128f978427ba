//! Every refusal of the control is given by some request, and changes nothing.

use axum::body::Body;
use axum::http::{Method, Request};
use serde_json::{Value, json};

use crate::common::{Form, OTHER, PLANNER, SERVICE, send};
use crate::steering::{ask, journal, order, place, steer, still};

fn with(name: &'static str, value: &'static str, mut request: Request<Body>) -> Request<Body> {
    request.headers_mut().insert(name, value.parse().unwrap());
    request
}

fn without_type(method: Method, path: &str) -> Request<Body> {
    let mut request = order(method, path, &json!({}));
    request.headers_mut().remove("content-type");
    request
}

fn put(path: &str, body: &Value) -> Request<Body> {
    order(Method::PUT, path, body)
}

fn post(path: &str, body: &Value) -> Request<Body> {
    order(Method::POST, path, body)
}

/// An office with sites of these branches.
fn with_sites(branches: &[&str]) -> Value {
    let site = |branch: &&str| json!({"branch": branch, "name": "架空", "services": ["13"]});
    json!({"name": "架空", "services": ["13"], "sites": branches.iter().map(site).collect::<Vec<_>>()})
}

fn cases() -> Vec<(&'static str, Request<Body>)> {
    let office = json!({"name": "架空", "services": ["13"]});
    let nothing = Value::Null;
    let (licence, account) = (format!("offices/{PLANNER}/licence"), format!("offices/{PLANNER}/account"));
    vec![
        ("control-host", with("host", "example.com", ask("ready"))),
        ("control-host", with("host", "127.0.0.1:8080", post("reset", &json!({})))),
        ("control-cross-site", with("origin", "https://example.com", post("reset", &json!({})))),
        ("control-cross-site", with("sec-fetch-site", "cross-site", ask("journal"))),
        ("not-json", without_type(Method::POST, "reset")),
        ("not-json", with("content-type", "text/plain", post("reset", &json!({})))),
        ("not-json", with("content-type", "text/plain", put("snapshot", &json!({})))),
        ("bad-json", post("reset", &json!({"all": true}))),
        ("bad-json", post("reset", &nothing)),
        ("bad-json", put("clock", &json!({"freeze": "yes"}))),
        ("bad-json", post("faults", &json!({"faults": "reset"}))),
        ("bad-json", put("offices/9970000009", &json!({"name": "架空"}))),
        ("body-too-large", put("clock", &json!({"set": "x".repeat(100_000)}))),
        ("bad-value", put("clock", &json!({}))),
        ("bad-value", put("clock", &json!({"set": "2027-01-05"}))),
        ("bad-value", put("clock", &json!({"set": "1999-01-05T09:00:00+09:00"}))),
        ("bad-value", put("clock", &json!({"advance_seconds": i64::MAX}))),
        ("bad-value", put("clock", &json!({"real": true, "freeze": true}))),
        ("bad-value", put("offices/997", &office)),
        ("bad-value", put("offices/9970000009", &json!({"name": " ", "services": ["13"]}))),
        ("bad-value", put("offices/9970000009", &json!({"name": "架空", "services": []}))),
        ("bad-value", put("offices/9970000009", &json!({"name": "架空", "services": ["1"]}))),
        ("bad-value", post("drills/expired", &json!({"office": "997"}))),
        ("bad-value", post("drills/expired", &json!({"office": PLANNER, "password": "暗証"}))),
        ("bad-value", post("drills/other-office", &json!({"office": PLANNER}))),
        ("bad-value", put("revocations/12", &json!({}))),
        ("not-found", put(&format!("revocations/{}", "4".repeat(32)), &json!({}))),
        ("bad-json", put("offices/9970000009", &json!({"name": "架空", "services": ["13"], "site": []}))),
        ("bad-value", put("offices/9970000009", &json!({"name": "架空", "services": ["13"], "prefecture": "\n"}))),
        ("bad-value", put("offices/9970000009", &with_sites(&["1"]))),
        ("bad-value", put("offices/9970000009", &with_sites(&["01", "01"]))),
        ("bad-value", post("certificates", &json!({"office": "997"}))),
        ("bad-value", post("certificates", &json!({"office": PLANNER, "kind": "kaigo"}))),
        ("bad-value", post("certificates", &json!({"office": PLANNER, "password": ""}))),
        ("bad-query", ask("certificates?office=997")),
        ("bad-query", ask("certificates?limit=0")),
        ("bad-json", put(&licence, &json!({"state": "gone"}))),
        ("bad-value", put(&licence, &json!({"state": "active", "from": "2026-01-01T00:00:00+09:00"}))),
        ("bad-value", put(&licence, &json!({"state": "lapsed", "automatic": true}))),
        ("bad-value", put(&licence, &json!({"state": "none", "automatic": true}))),
        ("bad-value", put(&licence, &json!({"from": "2026-01-01"}))),
        ("bad-value", put(&licence, &json!({"until": "1999-01-01T00:00:00+09:00"}))),
        ("bad-value", put(&licence, &json!({"until": "2026-11-30T00:00:00+09:00"}))),
        ("bad-value", put(&licence, &json!({"applied_at": "2026-12-02T00:00:00+09:00"}))),
        ("not-found", put("offices/9979999999/licence", &json!({"state": "active"}))),
        ("not-found", order(Method::DELETE, "offices/9979999999/licence", &nothing)),
        ("not-found", ask("offices/9979999999/licence")),
        ("not-found", ask(&account)),
        ("not-found", post("offices/9979999999/account", &json!({}))),
        ("not-found", post(&format!("{account}/password"), &json!({}))),
        ("not-found", post(&format!("{account}/issuing-password"), &json!({}))),
        ("not-found", post(&format!("{account}/unlock"), &json!({}))),
        ("bad-json", post(&account, &json!({"password": "kunren-1"}))),
        ("account-exists", post(&format!("offices/{OTHER}/account"), &json!({}))),
        ("bad-value", post("faults", &json!({"fault": "nothing"}))),
        ("bad-value", post("faults", &json!({"fault": "reset", "office": "9979999999"}))),
        ("bad-value", post("faults", &json!({"fault": "reset", "endpoint": "GET /v1/nothing"}))),
        ("not-found", ask("nothing")),
        ("not-found", post("drills/nothing", &json!({"office": PLANNER}))),
        ("not-found", order(Method::DELETE, "faults/7", &nothing)),
        ("not-found", order(Method::DELETE, "faults/x", &nothing)),
        ("not-found", order(Method::DELETE, "offices/9970000009", &nothing)),
        ("method-not-allowed", order(Method::DELETE, "journal", &nothing)),
        ("bad-query", ask("journal?after=x")),
        ("bad-query", ask("journal?limit=0")),
        ("bad-query", ask("offices?limit=-1")),
        ("bad-query", ask("offices?page=2")),
        ("office-in-use", order(Method::DELETE, &format!("offices/{SERVICE}"), &nothing)),
        ("snapshot-spoilt", put("snapshot", &json!({}))),
    ]
}

/// The codes that only the control gives.
pub(crate) fn codes() -> impl Iterator<Item = &'static str> {
    cases().into_iter().map(|(code, _)| code)
}

#[tokio::test]
async fn every_case_is_refused_by_its_row_and_changes_nothing() {
    let place = place(&still()).await;
    send(&place.app, PLANNER, Form::to(SERVICE).field("message", "a")).await;
    place.state.open_account(&OTHER.parse().unwrap()).await.unwrap();
    let before = journal(&place.control).await;
    for (code, request) in cases() {
        let shown = format!("{request:?}");
        let problem = steer(&place.control, request).await.refusal();
        assert_eq!(problem.code, code, "{shown} {problem:?}");
        assert!(!problem.what_to_do_ja.is_empty() && !problem.what_to_do_en.is_empty());
    }
    assert_eq!(journal(&place.control).await, before);
}

#[tokio::test]
async fn there_are_not_too_many_rules_of_faults() {
    let place = place(&still()).await;
    let rule = json!({"fault": "reset", "nth": 1_000});
    for _ in 0..100 {
        assert_eq!(steer(&place.control, post("faults", &rule)).await.status.as_u16(), 201);
    }
    assert_eq!(steer(&place.control, post("faults", &rule)).await.refusal().code, "bad-value");
}
