//! The control: clock, offices, drills, journal, metrics, and who may not use it.

use std::net::SocketAddr;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use mock_server::ca::DRILLS;
use mock_server::client::ClientError;
use mock_server::limits::Limits;
use mock_server::{ClientIdentity, Relay, RelayConfig, StartError};
use serde_json::{Value, json};

use crate::common::{Form, OTHER, PLANNER, SERIAL, SERVICE, call, config, get, send};
use crate::sockets::{BOTH, nobody, plan_set, speaking};
use crate::steering::{ask, events, http, journal, order, place, steer, still};

#[tokio::test]
async fn the_clock_is_set_moved_stopped_and_let_go() {
    let place = place(&still()).await;
    let put = async |body: Value| -> Value { steer(&place.control, order(Method::PUT, "clock", &body)).await.json() };
    let set = put(json!({"set": "2027-01-05T09:00:00+09:00", "freeze": true})).await;
    assert_eq!((set["now"].as_str(), set["mode"].as_str()), (Some("2027-01-05T09:00:00.000+09:00"), Some("frozen")));
    assert_eq!(put(json!({"advance_seconds": 86400})).await["now"], "2027-01-06T09:00:00.000+09:00");
    assert_eq!(put(json!({"advance_seconds": -3600})).await["now"], "2027-01-06T08:00:00.000+09:00");
    let envelope = send(&place.app, PLANNER, Form::to(SERVICE).field("message", "a")).await;
    assert_eq!(envelope.accepted_at, "2027-01-06T08:00:00.000+09:00");
    assert_eq!(put(json!({"freeze": false})).await["mode"], "running");
    assert_eq!(put(json!({"real": true})).await["mode"], "real");
    let told: Value = steer(&place.control, ask("clock")).await.json();
    assert_eq!(told["now"], "2026-12-01T09:00:00.000+09:00");
    assert_eq!(events(&place.control).await.iter().filter(|event| *event == "clock").count(), 5);
}

#[tokio::test]
async fn offices_come_and_go() {
    let place = place(&still()).await;
    let new = json!({"name": "架空訪問看護", "services": ["13"]});
    let made = steer(&place.control, order(Method::PUT, "offices/9970000009", &new)).await;
    assert_eq!(made.json::<Value>()["number"], "9970000009");
    let first: Value = steer(&place.control, ask("offices?limit=4")).await.json();
    assert_eq!(first["items"].as_array().unwrap().len(), 4);
    let path = format!("offices?after={}", first["next"].as_str().unwrap());
    let rest: Value = steer(&place.control, ask(&path)).await.json();
    let listed = json!({
        "number": "9970000009", "name": "架空訪問看護", "prefecture": "", "municipality": "", "services": ["13"],
        "sites": [],
    });
    assert_eq!(rest["items"], json!([listed]));
    assert_eq!(rest["next"], Value::Null);
    assert_eq!(call(&place.app, Some("9970000009"), get("/v1/inbox")).await.status, StatusCode::OK);
    let gone = steer(&place.control, order(Method::DELETE, "offices/9970000009", &Value::Null)).await;
    assert_eq!(gone.status, StatusCode::NO_CONTENT);
    assert_eq!(call(&place.app, Some("9970000009"), get("/v1/inbox")).await.refusal().code, "unregistered-sender");
    let kinds = events(&place.control).await;
    assert!(kinds.iter().any(|event| event == "removed"), "{kinds:?}");
}

#[tokio::test]
async fn the_journal_comes_in_pages_and_is_verified() {
    let place = place(&still()).await;
    send(&place.app, PLANNER, Form::to(SERVICE).plan_set(SERIAL)).await;
    send(&place.app, SERVICE, Form::to(PLANNER).field("message", "a")).await;
    let all = journal(&place.control).await;
    let mut paged = Vec::new();
    for after in 0..all.len() {
        let page: Value = steer(&place.control, ask(&format!("journal?after={after}&limit=1"))).await.json();
        paged.push(page["items"][0].clone());
    }
    assert_eq!(paged, all);
    let own: Value = steer(&place.control, ask(&format!("journal?office={SERVICE}"))).await.json();
    assert!(own["items"].as_array().unwrap().iter().all(|row| row["office"] == SERVICE));
    let verified: Value = steer(&place.control, ask("journal/verify")).await.json();
    assert_eq!(verified, json!({"sound": true, "first_broken": null}));
}

#[tokio::test]
async fn what_is_served_is_counted() {
    let place = place(&still()).await;
    send(&place.app, PLANNER, Form::to(SERVICE).plan_set(SERIAL)).await;
    call(&place.app, Some(PLANNER), get("/v1/messages/none")).await;
    call(&place.app, Some(PLANNER), get("/made-up/by-anybody")).await;
    assert_eq!(steer(&place.control, ask("ready")).await.json::<Value>()["ready"], true);
    let answer = steer(&place.control, ask("metrics")).await;
    assert!(answer.header("content-type").starts_with("text/plain"));
    let text = String::from_utf8(answer.body.to_vec()).unwrap();
    for line in [
        "renkei_requests_total{method=\"POST\",route=\"/v1/messages\",status=\"201\"} 1",
        "renkei_requests_total{method=\"GET\",route=\"/v1/messages/{id}\",status=\"404\"} 1",
        "renkei_requests_total{method=\"GET\",route=\"-\",status=\"404\"} 1",
        "renkei_refusals_total{code=\"not-found\"} 2",
        "renkei_messages 1",
        "renkei_files 3",
        "renkei_writes_waiting 0",
    ] {
        assert!(text.lines().any(|found| found == line), "{line}\n{text}");
    }
    assert!(!text.contains(PLANNER) && !text.contains("made-up"), "{text}");
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        assert!(line.rsplit_once(' ').is_some_and(|(_, value)| value.parse::<u64>().is_ok()), "{line}");
    }
}

#[tokio::test]
async fn the_port_of_the_exchange_knows_nothing_of_the_control() {
    let place = place(&still()).await;
    for path in ["ready", "metrics", "clock", "offices", "faults", "journal", "snapshot"] {
        let problem = call(&place.app, Some(PLANNER), get(&format!("/control/v1/{path}"))).await.refusal();
        assert_eq!(problem.code, "not-found", "{path}");
        assert_eq!(steer(&place.control, ask(path)).await.status, StatusCode::OK, "{path}");
    }
    let mailbox = Request::get("/v1/inbox").header("host", "localhost").body(Body::empty()).unwrap();
    assert_eq!(steer(&place.control, mailbox).await.refusal().code, "not-found");
}

#[tokio::test]
async fn the_control_listens_on_loopback_and_nowhere_else() {
    let listening = |at: &str| RelayConfig { control: at.parse().ok(), allow_lan: true, ..config(Limits::default()) };
    let outcome = Relay::start(listening("0.0.0.0:0")).await;
    assert!(matches!(outcome, Err(StartError::ControlNotLoopback(_))));
    let relay = Relay::start(listening("127.0.0.1:0")).await.unwrap();
    let url = relay.control_url().unwrap();
    let at: SocketAddr = url.strip_prefix("http://").unwrap().parse().unwrap();
    assert!(at.ip().is_loopback() && at.port() != relay.addr().port());
    let ready = http().get(format!("{url}/control/v1/ready")).send().await.unwrap();
    assert_eq!(ready.status().as_u16(), 200);
    let rebound = http().get(format!("{url}/control/v1/ready")).header("host", "example.com");
    assert_eq!(rebound.send().await.unwrap().status().as_u16(), 421);
    relay.shutdown().await;
    assert!(http().get(format!("{url}/control/v1/ready")).send().await.is_err(), "it ends with the relay");
    assert!(Relay::start(config(Limits::default())).await.unwrap().control_url().is_none(), "off unless asked for");
}

#[tokio::test]
async fn every_drill_can_be_ordered_and_is_refused_as_it_says() {
    let relay = RelayConfig { control: "127.0.0.1:0".parse().ok(), ..config(Limits::default()) };
    let relay = Relay::start(relay).await.unwrap();
    let (url, http) = (relay.control_url().unwrap(), http());
    for drill in DRILLS {
        let order = json!({"office": PLANNER, "other": OTHER, "password": "kunren-1"});
        let ordered = http.post(format!("{url}/control/v1/drills/{}", drill.slug)).json(&order).send().await.unwrap();
        let given: Value = ordered.json().await.unwrap();
        let client = match (given["cert_pem"].as_str(), given["key_pem"].as_str()) {
            (Some(cert), Some(key)) => {
                assert!(given["p12_base64"].as_str().is_some_and(|file| file.len() > 1000), "{}", drill.slug);
                let identity = ClientIdentity { cert_pem: cert.to_owned(), key_pem: key.to_owned() };
                speaking(&relay, &identity, BOTH)
            }
            _ => nobody(&relay, BOTH),
        };
        let outcome = client.send(plan_set()).await;
        let Err(ClientError::Refused(problem)) = outcome else { panic!("{}: {outcome:?}", drill.slug) };
        assert_eq!(problem.code, given["refusal"].as_str().unwrap());
    }
}

#[tokio::test]
async fn a_certificate_is_revoked_from_the_next_request_on() {
    let relay = RelayConfig { control: "127.0.0.1:0".parse().ok(), ..config(Limits::default()) };
    let relay = Relay::start(relay).await.unwrap();
    let identity = crate::sockets::issue(&relay, PLANNER).await;
    let client = crate::sockets::client(&relay, &identity);
    client.inbox(None).await.unwrap();
    let (_, cert) = x509_parser::pem::parse_x509_pem(identity.cert_pem.as_bytes()).unwrap();
    let serial: String = cert.parse_x509().unwrap().raw_serial().iter().map(|byte| format!("{byte:02x}")).collect();
    let path = format!("{}/control/v1/revocations/{serial}", relay.control_url().unwrap());
    let done = http().put(path).json(&json!({})).send().await.unwrap();
    assert_eq!(done.status().as_u16(), 200);
    let outcome = client.inbox(None).await;
    assert!(matches!(&outcome, Err(ClientError::Refused(p)) if p.code == "certificate-revoked"), "{outcome:?}");
}
