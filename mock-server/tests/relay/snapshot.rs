//! Beginning anew, and going back to where one was.

use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use mock_server::AppState;
use mock_server::wire::Page;
use serde_json::{Value, json};

use crate::common::{Form, PLANNER, SERIAL, SERVICE, call, get, send, stored};
use crate::steering::{Place, ask, events, journal, order, place, steer, still};

async fn reset(place: &Place) {
    let answer = steer(&place.control, order(Method::POST, "reset", &json!({}))).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
}

async fn snapshot(place: &Place) -> Vec<u8> {
    let answer = steer(&place.control, ask("snapshot")).await;
    assert_eq!(answer.status, StatusCode::OK);
    answer.body.to_vec()
}

async fn restore(place: &Place, file: Vec<u8>) -> crate::common::Answer {
    let request = Request::put("/control/v1/snapshot").header("host", "localhost");
    steer(&place.control, request.header("content-type", "application/x-ndjson").body(Body::from(file)).unwrap()).await
}

async fn lists(place: &Place) -> Vec<Page> {
    let mut all = Vec::new();
    for (office, list) in [(PLANNER, "/v1/sent"), (SERVICE, "/v1/inbox"), (PLANNER, "/v1/inbox")] {
        all.push(call(&place.app, Some(office), get(list)).await.json());
    }
    all
}

async fn is_sound(place: &Place) -> bool {
    steer(&place.control, ask("journal/verify")).await.json::<Value>()["sound"] == true
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reset_forgets_thousands_of_messages_in_less_than_a_second() {
    let place = place(&still()).await;
    let before = place.state.authority().pem().to_owned();
    let sends: Vec<_> = (0..32)
        .map(|_| {
            let app = place.app.clone();
            tokio::spawn(async move {
                for _ in 0..100 {
                    send(&app, PLANNER, Form::to(SERVICE).field("message", "a").plan_set(SERIAL)).await;
                }
            })
        })
        .collect();
    for send in sends {
        send.await.unwrap();
    }
    steer(&place.control, order(Method::POST, "faults", &json!({"fault": "reset", "nth": 1_000_000}))).await;
    steer(&place.control, order(Method::PUT, "clock", &json!({"advance_seconds": 5}))).await;
    let start = Instant::now();
    reset(&place).await;
    let took = start.elapsed();
    assert!(took < Duration::from_secs(1), "{took:?}");
    assert_eq!(stored(&place.app).await, 0, "the offices are there again, their lists are empty");
    let kinds = events(&place.control).await;
    assert_eq!(kinds, ["reset", "registered", "registered", "registered", "registered"]);
    assert!(is_sound(&place).await);
    assert_eq!(steer(&place.control, ask("clock")).await.json::<Value>()["mode"], "real");
    assert_eq!(steer(&place.control, ask("faults")).await.json::<Value>()["items"], json!([]));
    assert_eq!(place.state.authority().pem(), before);
}

#[tokio::test]
async fn after_a_reset_everything_happens_again_as_it_did() {
    let place = place(&still()).await;
    let mut ends = Vec::new();
    for _ in 0..2 {
        reset(&place).await;
        send(&place.app, PLANNER, Form::to(SERVICE).plan_set(SERIAL)).await;
        ends.push(journal(&place.control).await.pop().unwrap());
    }
    assert_eq!(ends[0], ends[1]);
}

#[tokio::test]
async fn what_is_restored_is_what_was_there() {
    let first = place(&still()).await;
    send(&first.app, PLANNER, Form::to(SERVICE).field("message", "五月分\n\"x\"").plan_set(SERIAL)).await;
    send(
        &first.app,
        PLANNER,
        Form::to(SERVICE).file("attachment", "空.pdf", b"").file("attachment", "b.pdf", &[0, 255]),
    )
    .await;
    steer(&first.control, order(Method::PUT, "clock", &json!({"advance_seconds": 60, "freeze": true}))).await;
    let (file, before) = (snapshot(&first).await, lists(&first).await);
    assert!(!String::from_utf8_lossy(&file).contains("PRIVATE KEY"));
    send(&first.app, SERVICE, Form::to(PLANNER).field("message", "later")).await;
    assert_ne!(lists(&first).await, before);

    // Into another environment, too, which has a CA and a seed of its own.
    let other = mock_server::RelayConfig { seed: Some(8), offices: Vec::new(), ..still() };
    for place in [first, place(&other).await] {
        let authority = place.state.authority().pem().to_owned();
        let answer = restore(&place, file.clone()).await;
        assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
        assert_eq!(lists(&place).await, before);
        assert!(is_sound(&place).await);
        assert_eq!(events(&place.control).await.last().map(String::as_str), Some("restored"));
        assert_eq!(steer(&place.control, ask("clock")).await.json::<Value>()["now"], "2026-12-01T09:01:00.000+09:00");
        assert_eq!(place.state.authority().pem(), authority);
        let path = format!("/v1/messages/{}/files/2", before[1].items[0].id);
        assert_eq!(&*call(&place.app, Some(SERVICE), get(&path)).await.body, [0, 255]);
        let next = send(&place.app, PLANNER, Form::to(SERVICE).field("message", "goes on")).await;
        assert_eq!(next.accepted_at, "2026-12-01T09:01:00.000+09:00");
    }
}

#[tokio::test]
async fn a_snapshot_of_the_state_that_it_was_restored_to_is_the_same_but_for_that() {
    let place = place(&still()).await;
    send(&place.app, PLANNER, Form::to(SERVICE).plan_set(SERIAL)).await;
    let first = snapshot(&place).await;
    assert_eq!(restore(&place, first.clone()).await.status, StatusCode::OK);
    let second = snapshot(&place).await;
    let lines = |file: &[u8]| {
        let text = String::from_utf8(file.to_vec()).unwrap();
        text.lines()
            .filter(|line| !line.contains("\"restored\"") && !line.contains("sha256\":"))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(lines(&first), lines(&second));
}

/// Ways to spoil a snapshot.
fn spoilt(file: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let text = String::from_utf8(file.to_vec()).unwrap();
    let changed = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        resealed(&text.replacen(from, to, 1))
    };
    let mut flipped = file.to_vec();
    let at = flipped.len() / 2;
    flipped[at] ^= 1;
    vec![
        ("nothing", Vec::new()),
        ("not a snapshot", b"PK\x03\x04".to_vec()),
        ("a byte is another", flipped),
        ("the end is missing", file[..file.len() - 10].to_vec()),
        ("something follows", [file, b"{}\n"].concat()),
        ("a line without an end", vec![b'['; 100 << 20]),
        ("deeply nested", resealed(&format!("{}{}\n", text.lines().next().unwrap(), "[".repeat(100_000)))),
        ("another version", changed("renkei.snapshot/1", "renkei.snapshot/2")),
        ("another schema", changed("\"schema\":", "\"schema\":9")),
        ("another table", changed("\"table\":\"office\"", "\"table\":\"sqlite_master\"")),
        ("another column", changed("[\"number\",\"name\",", "[\"number\",\"name; DROP TABLE office\",")),
        ("a column more", changed("[\"9970000001\",", "[\"9970000001\",1,")),
        ("a number too large", changed("[\"9970000001\",1,", "[\"9970000001\",99999999999999999999,")),
        ("a number with a fraction", changed("[\"9970000001\",1,", "[\"9970000001\",1.5,")),
        ("an office too short", changed("[\"9970000004\",\"", "[\"997\",\"")),
        ("a nul", changed("架空居宅", "架\\u0000空")),
        ("base64 that is none", changed("\"eA==\"", "\"e*==\"")),
        ("a file of another size", changed("\"eA==\"", "\"eHg=\"")),
        ("the key of the CA", changed("[\"seed\",", "[\"authority\",\"x\"]\n[\"seed\",")),
        ("a clock that is none", changed("[\"seed\",", "[\"clock\",\"x\"]\n[\"seed\",")),
        (
            "a clock beyond the CA",
            changed("[\"seed\",", "[\"clock\",\"{\\\"mode\\\":\\\"frozen\\\",\\\"at_ms\\\":1}\"]\n[\"seed\","),
        ),
        (
            "faults that are none",
            changed("[\"seed\",", "[\"faults\",\"{\\\"last\\\":0,\\\"rules\\\":[{}]}\"]\n[\"seed\","),
        ),
        ("a journal that was changed", changed("\"accepted\",\"9970000001\"", "\"accepted\",\"9970000002\"")),
    ]
}

/// With a last line that fits the rest.
fn resealed(text: &str) -> Vec<u8> {
    use sha2::{Digest, Sha256};
    let rest: String =
        text.lines().filter(|line| !line.starts_with("{\"rows\"")).map(|line| format!("{line}\n")).collect();
    let rows = rest.lines().filter(|line| line.starts_with('[')).count();
    let hash: String = Sha256::digest(rest.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{rest}{{\"rows\":{rows},\"sha256\":\"{hash}\"}}\n").into_bytes()
}

#[tokio::test]
async fn a_spoilt_snapshot_changes_nothing() {
    let place = place(&still()).await;
    send(&place.app, PLANNER, Form::to(SERVICE).file("attachment", "a.pdf", b"x")).await;
    let file = snapshot(&place).await;
    assert_eq!(resealed(std::str::from_utf8(&file).unwrap()), file, "the test seals as the relay does");
    send(&place.app, SERVICE, Form::to(PLANNER).field("message", "later")).await;
    let before = snapshot(&place).await;
    for (how, spoilt) in spoilt(&file) {
        let problem = restore(&place, spoilt).await.refusal();
        assert_eq!(problem.code, "snapshot-spoilt", "{how}");
        assert!(snapshot(&place).await == before, "{how}");
    }
    assert_eq!(restore(&place, file).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_relay_that_starts_again_is_as_it_was_restored() {
    let folder = tempfile::tempdir().unwrap();
    let kept = mock_server::RelayConfig { data: Some(folder.path().join("relay")), ..still() };
    let first = place(&kept).await;
    send(&first.app, PLANNER, Form::to(SERVICE).plan_set(SERIAL)).await;
    let (file, before) = (snapshot(&first).await, lists(&first).await);
    reset(&first).await;
    restore(&first, file).await;
    drop(first);
    let state = AppState::open(&kept).await.unwrap();
    let page: Page = call(&mock_server::app(state), Some(SERVICE), get("/v1/inbox")).await.json();
    assert_eq!(page, before[1]);
}
