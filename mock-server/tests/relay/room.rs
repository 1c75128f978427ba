//! When there is no room: refused, nothing half stored, and what was stored stays.

use axum::http::StatusCode;
use mock_server::limits::Limits;

use crate::common::{Form, PLANNER, SERVICE, call, get, house, stored};

#[tokio::test]
async fn a_full_store_refuses_and_keeps_what_it_has() {
    let app = house(Limits { database_bytes: Some(1_500_000), ..Limits::default() }).await;
    let body = vec![7; 60_000];
    let (mut accepted, mut full) = (Vec::new(), 0);
    for _ in 0..12 {
        let form = Form::to(SERVICE).file("attachment", "a.pdf", &body).file("attachment", "b.pdf", &body);
        let answer = call(&app, Some(PLANNER), form.request()).await;
        if answer.status == StatusCode::CREATED {
            accepted.push(answer.json::<mock_server::wire::Envelope>());
        } else {
            assert_eq!(answer.refusal().code, "store-full");
            full += 1;
        }
    }
    assert!(!accepted.is_empty() && full > 0, "{} {full}", accepted.len());
    assert_eq!(stored(&app).await, accepted.len() * 2, "each in the list of either end");
    for envelope in accepted {
        for file in envelope.files {
            let path = format!("/v1/messages/{}/files/{}", envelope.id, file.n);
            assert_eq!(call(&app, Some(SERVICE), get(&path)).await.body, body);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_message_too_many_does_not_spoil_those_beside_it() {
    let app = house(Limits { database_bytes: Some(1_500_000), ..Limits::default() }).await;
    let send = |len: usize| {
        let app = app.clone();
        tokio::spawn(async move {
            let form = Form::to(SERVICE).file("attachment", "a.pdf", &vec![1; len]);
            call(&app, Some(PLANNER), form.request()).await.status.as_u16()
        })
    };
    let sends: Vec<_> = (0..40).map(|n| (n, send(if n % 4 == 0 { 1_400_000 } else { 100 }))).collect();
    for (n, status) in sends {
        assert_eq!(status.await.unwrap(), if n % 4 == 0 { 507 } else { 201 }, "{n}");
    }
    assert_eq!(stored(&app).await, 60);
}
