//! client-1.2: who opens the received list first takes what is in it; what was sent or drafted
//! stays with its terminal.

use axum::Router;
use axum::http::{Method, StatusCode};
use mock_server::assumptions::Profile;
use mock_server::wire::{DraftPage, Envelope, Letter, Page, Status};

use crate::common::{Form, OTHER, PLANNER, SERIAL, SERVICE, call, call_at, environment, get, method};

async fn house(choices: &[(&str, &str)]) -> Router {
    environment(Profile::Client12, choices).await.0
}

async fn list(app: &Router, office: &str, terminal: &str, path: &str) -> Vec<Envelope> {
    call_at(app, office, terminal, get(path)).await.json::<Page>().items
}

async fn plan(app: &Router, terminal: &str) -> Envelope {
    let answer = call_at(app, PLANNER, terminal, Form::to(SERVICE).plan_set(SERIAL).request()).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
    answer.json()
}

#[tokio::test]
async fn the_terminal_that_opens_the_received_list_first_has_everything_and_the_others_nothing() {
    let app = house(&[]).await;
    let ids = [plan(&app, "a").await.id, plan(&app, "a").await.id];
    let path = format!("/v1/messages/{}", ids[0]);
    assert_eq!(call_at(&app, SERVICE, "first", get(&path)).await.status, StatusCode::NOT_FOUND, "not yet claimed");
    for _ in 0..2 {
        let received = list(&app, SERVICE, "first", "/v1/inbox").await;
        assert_eq!(received.iter().map(|envelope| &envelope.id).collect::<Vec<_>>(), [&ids[1], &ids[0]]);
        assert!(list(&app, SERVICE, "second", "/v1/inbox").await.is_empty());
    }
    let file = format!("{path}/files/1");
    for (terminal, status) in [("first", StatusCode::OK), ("second", StatusCode::NOT_FOUND)] {
        assert_eq!(call_at(&app, SERVICE, terminal, get(&path)).await.status, status, "{terminal}");
        assert_eq!(call_at(&app, SERVICE, terminal, get(&file)).await.status, status, "{terminal}");
    }
    // What comes later goes to whoever looks next.
    let later = plan(&app, "a").await.id;
    let second = list(&app, SERVICE, "second", "/v1/inbox").await;
    assert_eq!(second.iter().map(|envelope| &envelope.id).collect::<Vec<_>>(), [&later]);
    assert_eq!(list(&app, SERVICE, "first", "/v1/inbox").await.len(), 2);
}

#[tokio::test]
async fn asking_for_the_headers_of_the_received_list_takes_nothing() {
    let app = house(&[]).await;
    plan(&app, "a").await;
    assert_eq!(call_at(&app, SERVICE, "first", method(Method::HEAD, "/v1/inbox")).await.status, StatusCode::OK);
    assert_eq!(list(&app, SERVICE, "second", "/v1/inbox").await.len(), 1);
}

#[tokio::test]
async fn turning_the_pages_of_the_received_list_takes_nothing() {
    let app = house(&[("page", "1")]).await;
    let ids = [plan(&app, "a").await.id, plan(&app, "a").await.id];
    let first = call_at(&app, SERVICE, "first", get("/v1/inbox")).await.json::<Page>();
    assert_eq!(first.next.as_ref(), Some(&ids[1]));
    plan(&app, "a").await;
    let path = format!("/v1/inbox?before={}", ids[1]);
    assert_eq!(list(&app, SERVICE, "first", &path).await[0].id, ids[0]);
    assert_eq!(list(&app, SERVICE, "second", "/v1/inbox").await.len(), 1, "it was still there to be taken");
    assert_eq!(call_at(&app, SERVICE, "second", get(&path)).await.refusal().code, "bad-query", "no page of its own");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_message_goes_to_exactly_one_of_the_terminals_that_look_at_once() {
    let app = house(&[("page", "1000")]).await;
    let mut sent = Vec::new();
    for round in 0..10 {
        sent.push(plan(&app, "a").await.id);
        let looks = (0..4).map(|n| {
            let app = app.clone();
            tokio::spawn(async move { list(&app, SERVICE, &format!("t{round}-{n}"), "/v1/inbox").await.len() })
        });
        let mut seen = 0;
        for look in looks.collect::<Vec<_>>() {
            seen += look.await.unwrap();
        }
        assert_eq!(seen, 1, "round {round}");
    }
}

#[tokio::test]
async fn the_sent_list_and_the_message_stay_on_the_terminal_that_sent() {
    let app = house(&[]).await;
    let envelope = plan(&app, "a").await;
    let path = format!("/v1/messages/{}", envelope.id);
    assert_eq!(list(&app, PLANNER, "a", "/v1/sent").await, std::slice::from_ref(&envelope));
    let letter: Letter = call_at(&app, PLANNER, "a", get(&path)).await.json();
    assert_eq!(letter.envelope, envelope);
    assert!(list(&app, PLANNER, "b", "/v1/sent").await.is_empty());
    assert_eq!(call_at(&app, PLANNER, "b", get(&path)).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn drafts_stay_on_their_terminal() {
    let app = house(&[]).await;
    let form = Form::to(SERVICE).plan_set(SERIAL).at_endpoint(Method::POST, "/v1/drafts");
    let location = call_at(&app, PLANNER, "a", form).await.header("location").to_owned();
    let drafts = async |terminal| call_at(&app, PLANNER, terminal, get("/v1/drafts")).await.json::<DraftPage>().items;
    assert_eq!((drafts("a").await.len(), drafts("b").await.len()), (1, 0));
    for request in
        [get(&location), method(Method::DELETE, &location), method(Method::POST, &format!("{location}/send"))]
    {
        assert_eq!(call_at(&app, PLANNER, "b", request).await.status, StatusCode::NOT_FOUND);
    }
    let answer = call_at(&app, PLANNER, "a", method(Method::POST, &format!("{location}/send"))).await;
    assert_eq!(answer.status, StatusCode::CREATED);
    assert_eq!(list(&app, PLANNER, "a", "/v1/sent").await.len(), 1);
}

#[tokio::test]
async fn what_another_terminal_took_can_be_shown_and_still_not_be_opened() {
    let app = house(&[("second-terminal", "shown-taken")]).await;
    let id = plan(&app, "a").await.id;
    assert_eq!(list(&app, SERVICE, "first", "/v1/inbox").await[0].status, None);
    assert_eq!(list(&app, SERVICE, "second", "/v1/inbox").await[0].status, Some(Status::Taken));
    let answer = call_at(&app, SERVICE, "second", get(&format!("/v1/messages/{id}"))).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(list(&app, OTHER, "first", "/v1/inbox").await.is_empty());
}

#[tokio::test]
async fn in_a_browser_nothing_is_taken_by_looking() {
    let (app, _) = environment(Profile::Web41, &[]).await;
    plan(&app, "a").await;
    for terminal in ["first", "second", "名"] {
        let request = get("/v1/inbox");
        let answer = if terminal.is_ascii() {
            call_at(&app, SERVICE, terminal, request).await
        } else {
            call(&app, Some(SERVICE), request).await
        };
        assert_eq!(answer.json::<Page>().items.len(), 1, "{terminal}");
    }
}
