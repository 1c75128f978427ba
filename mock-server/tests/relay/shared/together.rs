//! Two relays in one process, each with connections of its own.

use std::fs;

use axum::http::StatusCode;
use mock_server::wire::{Envelope, Letter};
use mock_server::{AppState, Office, StartError};

use super::{apps, config, environment, keyed, received, two};
use crate::common::{Form, OTHER, PLANNER, SERVICE, STRANGER, call, get, send};

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL: ci/postgres"]
async fn one_key_sent_to_both_at_once_is_one_message() {
    let states = two().await;
    let apps = apps(&states);
    for n in 0..25 {
        let sends = (0..4).map(|turn| {
            let app = apps[turn % 2].clone();
            tokio::spawn(async move { call(&app, Some(PLANNER), keyed(n)).await })
        });
        let mut answers = Vec::new();
        for answer in sends.collect::<Vec<_>>() {
            let answer = answer.await.unwrap();
            assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
            answers.push(answer.json::<Envelope>());
        }
        assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    }
    for app in &apps {
        assert_eq!(received(app).await.len(), 25);
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL: ci/postgres"]
async fn one_key_for_two_contents_is_one_message_and_one_conflict() {
    let states = two().await;
    let apps = apps(&states);
    for n in 0..25 {
        let sends = [0, 1].map(|turn: usize| {
            let app = apps[turn].clone();
            let mut request = Form::to(SERVICE).field("message", &turn.to_string()).request();
            request.headers_mut().insert("idempotency-key", format!("key-{n}").parse().unwrap());
            tokio::spawn(async move { call(&app, Some(PLANNER), request).await.status.as_u16() })
        });
        let [one, other] = sends;
        let mut statuses = [one.await.unwrap(), other.await.unwrap()];
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 422]);
    }
    assert_eq!(received(&apps[0]).await.len(), 25);
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL: ci/postgres"]
async fn what_one_relay_accepts_the_other_gives_out() {
    let states = two().await;
    let [here, there] = apps(&states);
    let sent =
        send(&here, PLANNER, Form::to(SERVICE).field("message", "五月分").file("attachment", "a.pdf", b"%PDF")).await;
    let letter: Letter = call(&there, Some(SERVICE), get(&format!("/v1/messages/{}", sent.id))).await.json();
    assert_eq!((letter.envelope, letter.message.as_str()), (sent.clone(), "五月分"));
    let file = call(&there, Some(SERVICE), get(&format!("/v1/messages/{}/files/1", sent.id))).await;
    assert_eq!(&*file.body, b"%PDF");
    let foreign = call(&there, Some(OTHER), get(&format!("/v1/messages/{}", sent.id))).await;
    assert_eq!(foreign.refusal().code, "not-found");
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL: ci/postgres"]
async fn an_office_registered_at_one_relay_is_known_to_the_other() {
    let states = two().await;
    let [here, there] = apps(&states);
    assert_eq!(call(&there, Some(STRANGER), get("/v1/inbox")).await.refusal().code, "unregistered-sender");
    states[0].register(Office::new(STRANGER.parse().unwrap(), "架空訪問介護", &["11"])).await.unwrap();
    assert_eq!(call(&there, Some(STRANGER), get("/v1/inbox")).await.status, StatusCode::OK);
    send(&here, PLANNER, Form::to(STRANGER).field("message", "x")).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL: ci/postgres"]
async fn a_clock_set_at_one_relay_is_that_of_the_next_answer_of_the_other() {
    let states = two().await;
    let [here, there] = apps(&states);
    for (day, ms) in
        [("2026-03-31", 1_774_882_800_000), ("2031-12-31", 1_956_409_200_000), ("2025-05-31", 1_748_617_200_000)]
    {
        let setting = states[0].clock().at(ms, true).unwrap();
        states[0].set_clock(setting).await.unwrap();
        for app in [&there, &here] {
            let sent = send(app, PLANNER, Form::to(SERVICE).field("message", "x")).await;
            assert!(sent.accepted_at.starts_with(day), "{sent:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL: ci/postgres"]
async fn the_ca_belongs_to_the_environment() {
    let [one, other] = two().await;
    assert_eq!(one.authority().pem(), other.authority().pem());
    let [stranger, _] = two().await;
    assert_ne!(one.authority().pem(), stranger.authority().pem());
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL: ci/postgres"]
async fn with_a_store_of_its_own_an_environment_keeps_nothing_in_a_folder_and_two_relays_share_none() {
    let (folder, store) = (tempfile::tempdir().unwrap(), environment());
    let config = mock_server::RelayConfig { data: Some(folder.path().to_owned()), ..config(&store) };
    let held = AppState::open(&config).await.unwrap();
    assert!(matches!(AppState::open(&config).await, Err(StartError::InUse(_))));
    drop(held);
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["relay.lock"], "neither a database nor a key");
}
