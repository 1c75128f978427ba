//! Taking a message back, where that is assumed to be possible.

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request};
use mock_server::assumptions::Profile;
use mock_server::wire::{Page, Status};

use crate::common::{Form, PLANNER, SERIAL, SERVICE, call_at, environment, get, method, send};

async fn house(profile: Profile) -> Router {
    environment(profile, &[("recall", "until-received")]).await.0
}

fn recall(id: &str) -> Request<Body> {
    method(Method::POST, &format!("/v1/messages/{id}/recall"))
}

async fn status(app: &Router, office: &str, request: Request<Body>) -> u16 {
    call_at(app, office, "a", request).await.status.as_u16()
}

#[tokio::test]
async fn a_message_that_was_taken_back_is_gone_for_its_receiver_and_marked_for_its_sender() {
    for &profile in Profile::ALL {
        let app = house(profile).await;
        let sent = call_at(&app, PLANNER, "a", Form::to(SERVICE).plan_set(SERIAL).request()).await;
        let id = sent.json::<mock_server::wire::Envelope>().id;
        for _ in 0..2 {
            assert_eq!(status(&app, PLANNER, recall(&id)).await, 204, "once or twice is the same");
        }
        let sent: Page = call_at(&app, PLANNER, "a", get("/v1/sent")).await.json();
        assert_eq!(sent.items[0].status, Some(Status::Recalled));
        let received: Page = call_at(&app, SERVICE, "a", get("/v1/inbox")).await.json();
        assert!(received.items.is_empty());
        for path in [format!("/v1/messages/{id}"), format!("/v1/messages/{id}/files/1")] {
            assert_eq!(status(&app, SERVICE, get(&path)).await, 404);
        }
    }
}

#[tokio::test]
async fn once_the_received_list_was_opened_in_client_1_2_it_is_too_late() {
    let app = house(Profile::Client12).await;
    let sent = call_at(&app, PLANNER, "a", Form::to(SERVICE).plan_set(SERIAL).request()).await;
    let id = sent.json::<mock_server::wire::Envelope>().id;
    call_at(&app, SERVICE, "a", get("/v1/inbox")).await;
    assert_eq!(call_at(&app, PLANNER, "a", recall(&id)).await.refusal().code, "already-received");
}

#[tokio::test]
async fn of_opening_and_taking_back_at_once_one_comes_too_late() {
    let app = house(Profile::Web41).await;
    let (mut opened, mut taken) = (0, 0);
    for round in 0..20 {
        let id = send(&app, PLANNER, Form::to(SERVICE).plan_set(SERIAL)).await.id;
        let path = if round % 4 < 2 { format!("/v1/messages/{id}") } else { format!("/v1/messages/{id}/files/1") };
        let (open, take) = (status(&app, SERVICE, get(&path)), status(&app, PLANNER, recall(&id)));
        let both = if round % 2 == 0 {
            let (take, open) = tokio::join!(take, open);
            (open, take)
        } else {
            // Opening is given a start.
            let open = tokio::spawn({
                let (app, path) = (app.clone(), path.clone());
                async move { status(&app, SERVICE, get(&path)).await }
            });
            tokio::task::yield_now().await;
            let take = take.await;
            (open.await.unwrap(), take)
        };
        match both {
            (200, 409) => opened += 1,
            (404, 204) => taken += 1,
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(opened + taken, 20);
    assert!(taken > 0, "taking back never came first");
}
