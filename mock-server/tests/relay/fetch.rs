//! Fetching files: resumed, spared, in pieces, and noted in the journal.

use axum::http::{Method, StatusCode};
use mock_server::limits::Limits;
use serde_json::Value;

use crate::common::{Form, PLANNER, SERVICE, call, config, get, house, method, send, with};
use crate::steering::{Place, journal, place};

/// Bytes of which no two places nearby are alike, more than two pieces long.
fn long() -> Vec<u8> {
    (0..5_000_003_u32).map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()[3]).collect()
}

#[tokio::test]
async fn a_fetch_that_was_cut_goes_on_where_it_ended() {
    let app = house(Limits::default()).await;
    let body = long();
    let envelope = send(&app, PLANNER, Form::to(SERVICE).file("attachment", "a.pdf", &body)).await;
    let path = format!("/v1/messages/{}/files/1", envelope.id);
    let whole = call(&app, Some(SERVICE), get(&path)).await;
    assert_eq!((whole.status, whole.header("accept-ranges")), (StatusCode::OK, "bytes"));
    assert!(whole.body == body, "in pieces, byte for byte");
    for from in [1, 2 << 20, (2 << 20) + 1, 4 << 20, body.len() - 1] {
        let answer = call(&app, Some(SERVICE), with(get(&path), "range", &format!("bytes={from}-"))).await;
        assert_eq!(answer.status, StatusCode::PARTIAL_CONTENT, "{from}");
        assert_eq!(answer.header("content-range"), format!("bytes {from}-{}/{}", body.len() - 1, body.len()));
        assert!(answer.body == body[from..], "{from}");
        assert_eq!(answer.header("etag"), whole.header("etag"));
    }
    let beyond = call(&app, Some(SERVICE), with(get(&path), "range", &format!("bytes={}-", body.len()))).await;
    assert_eq!((beyond.status.as_u16(), beyond.refusal().code.as_str()), (416, "range"));
    for other in
        ["bytes=0-", "bytes=5-6", "bytes=-5", "bytes=1-,3-", "lines=1-", "bytes=x-", "bytes=99999999999999999999-"]
    {
        let answer = call(&app, Some(SERVICE), with(get(&path), "range", other)).await;
        assert!(answer.status == StatusCode::OK && answer.body == body, "{other} is answered with the whole file");
    }
    let other_file = with(with(get(&path), "range", "bytes=1-"), "if-range", "\"another\"");
    assert!(call(&app, Some(SERVICE), other_file).await.body == body);
}

#[tokio::test]
async fn an_empty_file_is_fetched_as_such() {
    let app = house(Limits::default()).await;
    let envelope = send(&app, PLANNER, Form::to(SERVICE).file("attachment", "a.txt", b"")).await;
    let answer = call(&app, Some(SERVICE), get(&format!("/v1/messages/{}/files/1", envelope.id))).await;
    assert_eq!((answer.status, answer.body.len()), (StatusCode::OK, 0));
}

#[tokio::test]
async fn a_file_that_is_at_hand_is_not_sent_again() {
    let app = house(Limits::default()).await;
    let envelope = send(&app, PLANNER, Form::to(SERVICE).file("attachment", "a.pdf", b"%PDF")).await;
    let path = format!("/v1/messages/{}/files/1", envelope.id);
    let tag = format!("\"{}\"", envelope.files[0].sha256);
    for have in [tag.clone(), format!("W/{tag}"), format!("\"x\", {tag}"), "*".to_owned()] {
        let answer = call(&app, Some(SERVICE), with(get(&path), "if-none-match", &have)).await;
        assert_eq!((answer.status, answer.body.len()), (StatusCode::NOT_MODIFIED, 0), "{have}");
        assert_eq!(answer.header("etag"), tag);
    }
    let answer = call(&app, Some(SERVICE), with(get(&path), "if-none-match", "\"x\"")).await;
    assert_eq!(answer.status, StatusCode::OK);
    let head = call(&app, Some(SERVICE), method(Method::HEAD, &path)).await;
    assert_eq!((head.status, head.header("content-length"), head.body.len()), (StatusCode::OK, "4", 0));
}

#[tokio::test]
async fn what_is_given_out_is_in_the_journal_and_looking_is_not() {
    let Place { app, control, .. } = place(&config(Limits::default())).await;
    let envelope = send(&app, PLANNER, Form::to(SERVICE).file("attachment", "a.pdf", b"%PDF")).await;
    let path = format!("/v1/messages/{}/files/1", envelope.id);
    for list in ["/v1/inbox", "/v1/sent"] {
        call(&app, Some(SERVICE), get(list)).await;
    }
    call(&app, Some(SERVICE), method(Method::HEAD, &path)).await;
    for office in [PLANNER, SERVICE, SERVICE] {
        call(&app, Some(office), get(&path)).await;
    }
    call(&app, Some(SERVICE), with(get(&path), "range", "bytes=2-")).await;
    // Everything that was written before is in front of this.
    send(&app, PLANNER, Form::to(SERVICE).field("message", "x")).await;
    let text = |row: &Value, member: &str| row[member].as_str().unwrap_or_default().to_owned();
    let rows = journal(&control).await;
    let rows = rows.iter().filter(|row| row["event"] != "registered");
    let events: Vec<_> = rows.map(|row| (text(row, "event"), text(row, "office"), text(row, "detail"))).collect();
    let short: Vec<_> = events.iter().map(|(event, office, _)| (event.as_str(), office.as_str())).collect();
    let expected = [
        ("accepted", PLANNER),
        ("fetched", PLANNER),
        ("opened", SERVICE),
        ("fetched", SERVICE),
        ("fetched", SERVICE),
        ("fetched", SERVICE),
        ("accepted", PLANNER),
    ];
    assert_eq!(short, expected);
    assert!(events[5].2.contains("\"from\":2"), "{events:?}");
    assert!(events.iter().all(|(_, _, detail)| !detail.contains("a.pdf")));
}
