//! Broken forms: whatever comes, there is a refusal and nothing is stored.

use axum::http::StatusCode;
use mock_server::limits::Limits;

use crate::common::{BOUNDARY, Form, PLANNER, SERIAL, SERVICE, call, house, post, stored};

fn whole() -> Vec<u8> {
    Form::to(SERVICE).field("message", "m").plan_set(SERIAL).file("attachment", "a.pdf", b"%PDF").bytes()
}

#[tokio::test]
async fn a_form_cut_off_anywhere_stores_nothing() {
    let app = house(Limits::default()).await;
    let whole = whole();
    // The last bytes are the end of the closing boundary, after which all has been said.
    for end in 0..whole.len() - "--\r\n".len() {
        let answer = call(&app, Some(PLANNER), post(whole[..end].to_vec())).await;
        assert!(answer.status.is_client_error(), "cut at {end}: {answer:?}");
        answer.refusal();
    }
    assert_eq!(stored(&app).await, 0);
}

#[tokio::test]
async fn garbage_is_refused_and_never_stored() {
    let part = |head: &str, body: &str| format!("--{BOUNDARY}\r\n{head}\r\n\r\n{body}\r\n--{BOUNDARY}--\r\n");
    let garbage = [
        String::new(),
        "\r\n".into(),
        "garbage".into(),
        "-".repeat(100_000),
        format!("--{BOUNDARY}"),
        format!("--{BOUNDARY}--"),
        format!("--{BOUNDARY}\r\n").repeat(1_000),
        part("", ""),
        part("Content-Disposition", "x"),
        part("Content-Disposition:", "x"),
        part("Content-Disposition: form-data", "x"),
        part("Content-Disposition: form-data; name", "x"),
        part("Content-Disposition: form-data; name=", "x"),
        part("Content-Disposition: form-data; name=\"", "x"),
        part("Content-Disposition: form-data; name=\"\\", "x"),
        part("Content-Disposition: form-data; name=\"csv", "x"),
        part("Content-Disposition: form-data; name=\"csv\"; filename=\"", "x"),
        part("Content-Disposition: form-data; name=\"csv\"; filename=\"\\\"", "x"),
        part("Content-Disposition: form-data; name=\"csv\"; filename*=utf-8''a.CSV", "x"),
        part("Content-Disposition: attachment; filename=name=\"to\"", "x"),
        part("Content-Type: \u{1}\r\nContent-Disposition: form-data; name=\"to\"", SERVICE),
        part(&"X: y\r\n".repeat(200), "x"),
        part(&format!("X: {}", "y".repeat(200_000)), "x"),
    ];
    let app = house(Limits::default()).await;
    for (n, body) in garbage.into_iter().enumerate() {
        let answer = call(&app, Some(PLANNER), post(body)).await;
        assert!(answer.status.is_client_error(), "{n}: {answer:?}");
        answer.refusal();
    }
    assert_eq!(stored(&app).await, 0);
}

#[tokio::test]
async fn a_form_with_one_byte_changed_is_answered_in_order() {
    let app = house(Limits::default()).await;
    let whole = whole();
    let (mut accepted, mut refused) = (0, 0);
    for at in (0..whole.len()).step_by(3) {
        for byte in [0x00, b'"', b'\n', 0xFF] {
            let mut body = whole.clone();
            body[at] = byte;
            let answer = call(&app, Some(PLANNER), post(body)).await;
            match answer.status {
                StatusCode::CREATED => accepted += 1,
                status => {
                    assert!(status.is_client_error(), "byte {at}: {answer:?}");
                    answer.refusal();
                    refused += 1;
                }
            }
        }
    }
    assert!(accepted > 0 && refused > 0, "{accepted} {refused}");
}

#[tokio::test]
async fn odd_boundaries_are_refused_and_not_fatal() {
    let app = house(Limits::default()).await;
    for boundary in ["", "\"", "\"\"", "a b", "=", ";", "-", &"x".repeat(10_000)] {
        let mut request = post(whole());
        let media_type = format!("multipart/form-data; boundary={boundary}");
        request.headers_mut().insert("content-type", media_type.parse().unwrap());
        let answer = call(&app, Some(PLANNER), request).await;
        assert!(answer.status.is_client_error(), "{boundary:?}: {answer:?}");
    }
    assert_eq!(stored(&app).await, 0);
}
