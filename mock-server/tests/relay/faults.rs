//! Every fault happens, leaves a way to a good answer, loses and doubles nothing, and happens
//! again in the same way under the same seed.

use std::time::{Duration, Instant};

use axum::body::Bytes;
use axum::http::{HeaderMap, Method};
use mock_server::client::Client;
use mock_server::faults::{Callers, ENDPOINTS, FAULTS, FaultKind, Scope};
use mock_server::wire::{Page, SessionBegun};
use mock_server::{Relay, RelayConfig, Running};
use serde_json::{Value, json};

use crate::common::{BOUNDARY, Form, OTHER, PLANNER, SERIAL, SERVICE, call, get, method, send};
use crate::desk::Desk;
use crate::sockets::office;
use crate::steering::{ask, events, http, journal, order, place, steer, still};

/// Bad answers in a row that the rules of these tests allow.
const TRIES: usize = 2;

/// What one call came to.
struct Seen {
    took: Duration,
    /// `None`: the connection broke, with these words.
    answer: Result<(u16, HeaderMap, Bytes), String>,
}

impl Seen {
    fn code(&self) -> Option<String> {
        let (_, _, body) = self.answer.as_ref().ok()?;
        Some(serde_json::from_slice::<Value>(body).ok()?.get("code")?.as_str()?.to_owned())
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.answer.as_ref().ok()?.1.get(name)?.to_str().ok()
    }

    fn ids(&self) -> Vec<String> {
        let (_, _, body) = self.answer.as_ref().unwrap();
        let page: Page = serde_json::from_slice(body).unwrap();
        page.items.into_iter().map(|item| item.id).collect()
    }
}

/// Sends under one key, always the same; or asks for the list.
async fn attempt(client: &Client, kind: &FaultKind) -> Seen {
    let request = if kind.scope == Scope::List {
        client.request(Method::GET, "/v1/inbox")
    } else {
        let form = Form::to(SERVICE).plan_set(SERIAL).file("attachment", "a.pdf", &[7; 4000]);
        client
            .request(Method::POST, "/v1/messages")
            .header("content-type", format!("multipart/form-data; boundary={BOUNDARY}"))
            .header("idempotency-key", "once")
            .body(form.bytes())
    };
    let start = Instant::now();
    let answer = async {
        let response = request.send().await.map_err(|problem| format!("no answer: {problem:?}"))?;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let body = response.bytes().await.map_err(|problem| format!("half an answer: {problem:?}"))?;
        Ok((status, headers, body))
    };
    let answer = answer.await;
    Seen { took: start.elapsed(), answer }
}

/// The parameters under which a fault is seen quickly.
fn parameters(slug: &str) -> Value {
    match slug {
        "latency" => json!({"milliseconds": 150}),
        "bandwidth" => json!({"bytes_per_second": 20_000}),
        "unavailable" => json!({"retry_after": 9}),
        "maintenance" => json!({"seconds": 90}),
        "clock-skew" => json!({"seconds": -3600}),
        "expiring-certificate" => json!({"days": 3}),
        _ => json!({}),
    }
}

/// Whether the fault was seen. Every row of the table has its case.
fn is_seen(kind: &FaultKind, seen: &Seen, good: &[String]) -> bool {
    let refused = |status: u16, code: &str| {
        seen.answer.as_ref().is_ok_and(|answer| answer.0 == status) && seen.code().as_deref() == Some(code)
    };
    let broke = |how: &str| seen.answer.as_ref().is_err_and(|words| words.contains(how));
    match kind.slug {
        "latency" => seen.took >= Duration::from_millis(150),
        // 4 KB up at 20 KB a second.
        "bandwidth" => seen.took >= Duration::from_millis(150),
        "cut-upload" | "lost-answer" => broke("no answer"),
        "cut-download" => broke("half an answer"),
        "reset" => broke("ConnectionReset"),
        "unavailable" => refused(503, "unavailable") && seen.header("retry-after") == Some("9"),
        "maintenance" => refused(503, "maintenance") && seen.header("retry-after") == Some("90"),
        "lock-out" => refused(403, "locked-on-purpose"),
        "expiring-certificate" => seen.header("renkei-certificate-days-left") == Some("3"),
        "clock-skew" => seen.header("date") == Some("Mon, 30 Nov 2026 23:00:00 GMT"),
        "duplicate" => {
            let ids = seen.ids();
            ids.len() == good.len() + 1 && ids[0] == ids[1] && ids[1..] == *good
        }
        "reorder" => {
            let (mut ids, mut sorted) = (seen.ids(), good.to_vec());
            let is_other = ids != good;
            ids.sort();
            sorted.sort();
            is_other && ids == sorted
        }
        other => panic!("nothing tells whether {other} was seen"),
    }
}

async fn steered(relay: &Running, method: Method, path: &str, body: &Value) -> Value {
    let url = format!("{}/control/v1/{path}", relay.control_url().unwrap());
    let answer = http().request(method, url).json(body).send().await.unwrap();
    assert!(answer.status().is_success(), "{answer:?}");
    serde_json::from_slice(&answer.bytes().await.unwrap()).unwrap_or_default()
}

/// A fault from its rule to the good answer; gives the last row of the journal.
async fn play(kind: &FaultKind) -> Value {
    let relay = RelayConfig { control: "127.0.0.1:0".parse().ok(), ..still() };
    let relay = Relay::start(relay).await.unwrap();
    let (planner, service) = (office(&relay, PLANNER).await, office(&relay, SERVICE).await);
    for text in ["a", "b", "c"] {
        planner.send(mock_server::client::Outgoing::to(SERVICE).message(text)).await.unwrap();
    }
    let before: Vec<_> = service.inbox(None).await.unwrap().items.into_iter().map(|item| item.id).collect();
    let is_list = kind.scope == Scope::List;
    let (client, number, endpoint) =
        if is_list { (&service, SERVICE, "GET /v1/inbox") } else { (&planner, PLANNER, "POST /v1/messages") };
    let rule = json!({
        "fault": kind.slug, "office": number, "endpoint": endpoint, "tries": TRIES,
        "parameters": parameters(kind.slug),
    });
    steered(&relay, Method::POST, "faults", &rule).await;
    let mut bad = 0;
    let good = loop {
        let seen = attempt(client, kind).await;
        if !is_seen(kind, &seen, &before) {
            break seen;
        }
        bad += 1;
        assert!(bad <= TRIES, "{}: no good answer", kind.slug);
        if kind.slug == "maintenance" {
            let seconds: i64 = seen.header("retry-after").unwrap().parse().unwrap();
            steered(&relay, Method::PUT, "clock", &json!({"advance_seconds": seconds, "freeze": true})).await;
        }
    };
    assert_eq!(bad, if kind.slug == "maintenance" { 1 } else { TRIES }, "{}", kind.slug);
    let (status, _, body) = good.answer.as_ref().unwrap_or_else(|words| panic!("{}: {words}", kind.slug));
    let after: Vec<_> = service.inbox(None).await.unwrap().items;
    let ids: Vec<_> = after.iter().map(|item| item.id.clone()).collect();
    if is_list {
        assert_eq!(good.ids(), before, "{}", kind.slug);
    } else {
        assert_eq!(*status, 201, "{}: {body:?}", kind.slug);
        assert_eq!(serde_json::from_slice::<mock_server::wire::Envelope>(body).unwrap(), after[0]);
        assert_eq!(ids[1..], before, "{}: nothing is lost or doubled", kind.slug);
    }
    let rows = steered(&relay, Method::GET, "journal", &Value::Null).await;
    let rows = rows["items"].as_array().unwrap().clone();
    let faults: Vec<_> = rows.iter().filter(|row| row["event"] == "fault").collect();
    assert!(faults.len() >= bad, "{}", kind.slug);
    for row in faults {
        assert!(row["office"] == number && row["detail"].as_str().unwrap().contains(kind.slug), "{row}");
    }
    rows.last().unwrap().clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_fault_has_a_relay_test() {
    for kind in FAULTS {
        let (first, second) = (play(kind).await, play(kind).await);
        assert_eq!(first, second, "{}: the same seed gives the same journal", kind.slug);
    }
}

#[tokio::test]
async fn without_a_rule_nothing_befalls_anybody() {
    let place = place(&still()).await;
    for _ in 0..20 {
        send(&place.app, PLANNER, Form::to(SERVICE).field("message", "a")).await;
    }
    assert!(!events(&place.control).await.contains(&"fault".to_owned()));
}

/// The statuses of so many calls under a rule.
async fn statuses(seed: u64, rule: &Value, calls: usize) -> (Vec<u16>, Value) {
    let place = place(&RelayConfig { seed: Some(seed), ..still() }).await;
    let made = steer(&place.control, order(Method::POST, "faults", rule)).await;
    assert_eq!(made.status.as_u16(), 201, "{made:?}");
    let mut all = Vec::new();
    for _ in 0..calls {
        all.push(call(&place.app, Some(PLANNER), get("/v1/sent")).await.status.as_u16());
    }
    (all, journal(&place.control).await.pop().unwrap())
}

#[tokio::test]
async fn a_rate_is_drawn_from_the_seed_and_never_beyond_the_tries() {
    let rule = json!({"fault": "unavailable", "rate": 0.8, "tries": 3});
    let (first, end) = statuses(1, &rule, 60).await;
    assert_eq!((first.clone(), end), statuses(1, &rule, 60).await);
    assert_ne!(first, statuses(2, &rule, 60).await.0);
    assert!(first.contains(&503) && first.contains(&200));
    assert!(!first.windows(4).any(|row| row == [503; 4]), "{first:?}");
}

#[tokio::test]
async fn the_n_th_call_is_counted_for_the_office_and_endpoint_of_the_rule() {
    let (statuses, _) = statuses(1, &json!({"fault": "unavailable", "nth": 3, "office": PLANNER}), 5).await;
    assert_eq!(statuses, [200, 200, 503, 200, 200]);
    let place = place(&still()).await;
    let rule = json!({"fault": "unavailable", "every": 2, "office": SERVICE, "endpoint": "GET /v1/sent"});
    steer(&place.control, order(Method::POST, "faults", &rule)).await;
    for (number, path, status) in [
        (SERVICE, "/v1/sent", 200),
        (OTHER, "/v1/sent", 200),
        (SERVICE, "/v1/inbox", 200),
        (SERVICE, "/v1/sent", 503),
        (SERVICE, "/v1/sent", 200),
    ] {
        assert_eq!(call(&place.app, Some(number), get(path)).await.status.as_u16(), status, "{number} {path}");
    }
}

#[tokio::test]
async fn several_rules_together_leave_a_way_too() {
    let place = place(&still()).await;
    for fault in ["unavailable", "lock-out", "reset", "lost-answer"] {
        steer(&place.control, order(Method::POST, "faults", &json!({"fault": fault, "rate": 0.9}))).await;
    }
    let mut row = 0;
    for _ in 0..60 {
        let status = call(&place.app, Some(PLANNER), get("/v1/inbox")).await.status.as_u16();
        row = if status == 200 { 0 } else { row + 1 };
        assert!(row <= TRIES);
    }
}

#[tokio::test]
async fn a_rule_that_is_removed_befalls_nobody() {
    let place = place(&still()).await;
    let made: Value =
        steer(&place.control, order(Method::POST, "faults", &json!({"fault": "unavailable"}))).await.json();
    assert_eq!(call(&place.app, Some(PLANNER), get("/v1/inbox")).await.status.as_u16(), 503);
    let path = format!("faults/{}", made["id"]);
    assert_eq!(steer(&place.control, order(Method::DELETE, &path, &Value::Null)).await.status.as_u16(), 204);
    assert_eq!(call(&place.app, Some(PLANNER), get("/v1/inbox")).await.status.as_u16(), 200);
    steer(&place.control, order(Method::POST, "faults", &json!({"fault": "unavailable"}))).await;
    assert_eq!(steer(&place.control, order(Method::DELETE, "faults", &Value::Null)).await.status.as_u16(), 204);
    assert_eq!(call(&place.app, Some(PLANNER), get("/v1/inbox")).await.status.as_u16(), 200);
    let kinds: Value = steer(&place.control, ask("faults/kinds")).await.json();
    assert_eq!(kinds["items"].as_array().unwrap().len(), FAULTS.len());
}

#[test]
fn faults_can_befall_every_endpoint_of_the_application() {
    let befallen: Vec<_> = ENDPOINTS.iter().map(|row| (row.method(), row.path())).collect();
    assert_eq!(befallen, mock_server::endpoints().map(|row| (row.method, row.path)).collect::<Vec<_>>());
}

#[tokio::test]
async fn every_endpoint_is_befallen_and_the_pages_are_not() {
    let place = place(&still()).await;
    let rule = json!({"fault": "unavailable", "tries": 10});
    steer(&place.control, order(Method::POST, "faults", &rule)).await;
    for endpoint in ENDPOINTS {
        let path = endpoint.path().replace("{id}", "none").replace("{n}", "1");
        let request = || method(endpoint.method().parse().unwrap(), &path);
        let answer = call(&place.app, Some(PLANNER), request()).await;
        assert_eq!(answer.refusal().code, "unavailable", "{}", endpoint.name);
        // Whoever has no certificate is refused for reasons of their own, unless none is asked for.
        let code = call(&place.app, None, request()).await.refusal().code;
        assert_eq!(code == "unavailable", endpoint.callers == Callers::Everybody, "{} {code}", endpoint.name);
    }
    for path in ["/", "/healthz", "/v1/about"] {
        assert_eq!(call(&place.app, Some(PLANNER), get(path)).await.status.as_u16(), 200, "{path}");
    }
}

#[tokio::test]
async fn whoever_has_no_certificate_yet_gets_through_after_as_many_tries_and_no_rule_of_an_office_concerns_them() {
    let place = place(&still()).await;
    let rule = json!({"fault": "unavailable", "endpoint": "GET /v1/ca.pem"});
    steer(&place.control, order(Method::POST, "faults", &rule)).await;
    let rule = json!({"fault": "unavailable", "endpoint": "GET /v1/crl", "office": PLANNER});
    steer(&place.control, order(Method::POST, "faults", &rule)).await;
    let mut seen = Vec::new();
    for path in ["/v1/ca.pem", "/v1/ca.pem", "/v1/ca.pem", "/v1/crl"] {
        seen.push(call(&place.app, None, get(path)).await.status.as_u16());
    }
    assert_eq!(seen, [503, 503, 200, 200]);
    assert_eq!(call(&place.app, Some(PLANNER), get("/v1/crl")).await.status.as_u16(), 503);
    let row = journal(&place.control).await.into_iter().find(|row| row["event"] == "fault").unwrap();
    assert_eq!(row["office"], Value::Null, "nobody knows whose call it was");
}

#[tokio::test]
async fn a_certificate_that_is_said_to_end_soon_is_told_of_at_the_login() {
    let desk = Desk::open(&[]).await;
    let member = desk.member(PLANNER).await;
    let control = mock_server::control(desk.state.clone(), None, crate::steering::AT);
    let codes = |begun: &SessionBegun| begun.notices.iter().map(|notice| notice.code.clone()).collect::<Vec<_>>();
    let before: SessionBegun = desk.log_in(&member, "a").await.json();
    assert!(before.certificate_days_left > 90 && codes(&before).is_empty(), "{before:?}");
    for days in [0, 89] {
        let rule = json!({"fault": "expiring-certificate", "parameters": {"days": days}});
        steer(&control, order(Method::POST, "faults", &rule)).await;
        let begun: SessionBegun = desk.log_in(&member, "a").await.json();
        assert_eq!((begun.certificate_days_left, codes(&begun)), (days, vec!["certificate-renewal".to_owned()]));
        assert!(
            begun.notices[0].ja.contains(&format!("{days}日")) && begun.notices[0].en.contains(&format!("{days} "))
        );
        steer(&control, order(Method::DELETE, "faults", &Value::Null)).await;
    }
    assert_eq!(codes(&desk.log_in(&member, "a").await.json()), Vec::<String>::new());
}
