//! Logins, locks, claims and revocations where two relays stand behind one address.

use std::collections::HashSet;

use axum::Router;
use mock_server::assumptions::Profile;
use mock_server::wire::{Envelope, Page, SessionBegun};
use mock_server::{AppState, Credential, Identity, RelayConfig, app};
use serde_json::json;

use super::environment;
use crate::common::{Form, PLANNER, SERVICE, assuming, call_at, call_with, get, method};
use crate::desk::{Desk, Member, NOW, request, signed};

const LIST: &str = "/v1/enrolment/certificates/list";

/// Two relays of one new environment of client-1.2, with a clock that stands still.
async fn desks(login: &str) -> [Desk; 2] {
    let assumed = || assuming(Profile::Client12, &[("login", login), ("page", "1000")]);
    let config = RelayConfig { assumed: assumed(), ..super::config(&environment()) };
    let (one, other) = (AppState::open(&config).await.unwrap(), AppState::open(&config).await.unwrap());
    let desks = [one, other].map(|state| Desk { app: app(state.clone()), state });
    desks[0].at(NOW).await;
    desks
}

async fn inbox(desk: &Desk, member: &Member, token: &str) -> String {
    Desk::code(&desk.ask(member.number, signed(get("/v1/inbox"), token, "a")).await)
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL: ci/postgres"]
async fn a_session_begun_at_one_relay_is_good_and_ends_at_the_other() {
    let [here, there] = desks("password").await;
    let member = here.member(PLANNER).await;
    let begun: SessionBegun = there.log_in(&member, "a").await.json();
    let token = begun.token.0;
    for desk in [&here, &there] {
        assert_eq!(inbox(desk, &member, &token).await, "200");
    }
    let out = signed(method(axum::http::Method::DELETE, "/v1/session"), &token, "a");
    assert_eq!(here.ask(PLANNER, out).await.status.as_u16(), 204);
    for desk in [&there, &here] {
        assert_eq!(inbox(desk, &member, &token).await, "no-session");
    }
    // A password that is changed at one ends the sessions of the other.
    let token = there.token(&member, "a").await;
    here.state.reset_password(&PLANNER.parse().unwrap()).await.unwrap();
    assert_eq!(inbox(&there, &member, &token).await, "no-session");
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL: ci/postgres"]
async fn three_failures_spread_over_both_relays_lock_at_both() {
    let [here, there] = desks("password").await;
    let member = here.member(PLANNER).await;
    for desk in [&here, &there, &here] {
        let answer = desk.post(LIST, &member.but("wrong-1").with(&json!({}))).await;
        assert_eq!(answer.refusal().code, "login-refused");
    }
    for desk in [&there, &here] {
        assert_eq!(Desk::code(&desk.post(LIST, &member.with(&json!({}))).await), "login-locked");
    }
    there.state.unlock(&PLANNER.parse().unwrap()).await.unwrap();
    assert_eq!(Desk::code(&here.post(LIST, &member.with(&json!({}))).await), "200");
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL: ci/postgres"]
async fn of_guesses_at_both_relays_at_once_no_more_than_three_are_looked_at() {
    let [here, there] = desks("password").await;
    let member = here.member(PLANNER).await;
    let guess = |n: usize, app: Router| {
        let body = member.but(&format!("wrong-{n}")).with(&json!({}));
        tokio::spawn(async move { call_with(&app, Credential::None, request("POST", LIST, &body)).await })
    };
    let guesses: Vec<_> =
        (0..12).map(|n| guess(n, if n % 2 == 0 { here.app.clone() } else { there.app.clone() })).collect();
    let mut looked_at = 0;
    for one in guesses {
        looked_at += usize::from(one.await.unwrap().refusal().code == "login-refused");
    }
    assert_eq!(looked_at, 3);
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL: ci/postgres"]
async fn terminals_that_open_the_list_at_both_relays_at_once_take_every_message_once() {
    let desks = desks("certificate").await;
    for round in 0..5 {
        let mut sent = HashSet::new();
        for n in 0..6 {
            let form = Form::to(SERVICE).file("attachment", "a.pdf", &[round, n]);
            let answer = call_at(&desks[usize::from(n % 2)].app, PLANNER, "a", form.request()).await;
            sent.insert(answer.json::<Envelope>().id);
        }
        let look = |n: usize| {
            let app = desks[n % 2].app.clone();
            let terminal = format!("pc-{round}-{n}");
            tokio::spawn(async move { call_at(&app, SERVICE, &terminal, get("/v1/inbox")).await.json::<Page>() })
        };
        let looks: Vec<_> = (0..4).map(look).collect();
        let mut taken = Vec::new();
        for one in looks {
            taken.extend(one.await.unwrap().items.into_iter().map(|envelope| envelope.id));
        }
        assert_eq!(taken.len(), sent.len(), "each exactly once");
        assert_eq!(taken.into_iter().collect::<HashSet<_>>(), sent);
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL: ci/postgres"]
async fn a_certificate_revoked_at_one_relay_no_longer_counts_at_the_next_answer_of_the_other() {
    let [here, there] = desks("certificate").await;
    let member = here.member(PLANNER).await;
    let serial = here.certificate(&member).await.entry.serial;
    let ask = async |desk: &Desk| {
        let identity = Identity { serial: serial.clone(), ..Identity::of_office(PLANNER.parse().unwrap()) };
        let mut request = get("/v1/inbox");
        request.headers_mut().insert("renkei-terminal", "a".parse().unwrap());
        Desk::code(&call_with(&desk.app, Credential::from(identity), request).await)
    };
    for desk in [&here, &there] {
        assert_eq!(ask(desk).await, "200");
    }
    let path = format!("/v1/enrolment/certificates/{serial}/revoke");
    assert_eq!(Desk::code(&there.post(&path, &member.with(&json!({}))).await), "200");
    for desk in [&here, &there] {
        assert_eq!(ask(desk).await, "certificate-revoked");
    }
}
