//! Whoever a thing does not belong to gets the answer that they get for what does not exist.

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request};
use mock_server::ENDPOINTS;
use mock_server::assumptions::Profile;
use mock_server::wire::{DraftEntry, Envelope};

use crate::common::{
    Answer, CENTRE, Form, OTHER, PLANNER, SERIAL, SERVICE, STRANGER, call, call_at, environment, get, with,
};

const ABSENT: &str = "01960000-0000-7000-8000-000000000000";

/// What an id in a path names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    Message,
    Draft,
    /// There is no id: what the endpoint gives depends on who asks, and is tested as a list.
    Nothing,
}

/// Every endpoint; a new one has to be entered here.
const WALK: &[(&str, &str, Names)] = &[
    ("POST", "/v1/messages", Names::Nothing),
    ("GET", "/v1/inbox", Names::Nothing),
    ("GET", "/v1/sent", Names::Nothing),
    ("GET", "/v1/messages/{id}", Names::Message),
    ("GET", "/v1/messages/{id}/files/{n}", Names::Message),
    ("POST", "/v1/messages/{id}/recall", Names::Message),
    ("GET", "/v1/drafts", Names::Nothing),
    ("POST", "/v1/drafts", Names::Nothing),
    ("GET", "/v1/drafts/{id}", Names::Draft),
    ("PUT", "/v1/drafts/{id}", Names::Draft),
    ("DELETE", "/v1/drafts/{id}", Names::Draft),
    ("GET", "/v1/drafts/{id}/files/{n}", Names::Draft),
    ("POST", "/v1/drafts/{id}/send", Names::Draft),
    ("POST", "/v1/bulk", Names::Nothing),
    ("POST", "/v1/bulk/send", Names::Nothing),
];

fn ask(verb: &str, path: &str) -> Request<Body> {
    let verb: Method = verb.parse().unwrap();
    // A body that would do, so that a refusal is about whose it is.
    match verb {
        Method::PUT | Method::POST => Form::to(SERVICE).plan_set(SERIAL).at_endpoint(verb, path),
        _ => get_with(verb, path),
    }
}

fn get_with(verb: Method, path: &str) -> Request<Body> {
    let mut request = get(path);
    *request.method_mut() = verb;
    request
}

/// A message from terminal `a` of the planner, claimed by terminal `a` of the service; a draft of the former.
async fn things(profile: Profile) -> (Router, String, String) {
    let (app, _) = environment(profile, &[("recall", "until-received")]).await;
    let sent = call_at(&app, PLANNER, "a", Form::to(SERVICE).plan_set(SERIAL).request()).await;
    call_at(&app, SERVICE, "a", get("/v1/inbox")).await;
    let draft = Form::to(SERVICE).plan_set(SERIAL).at_endpoint(Method::POST, "/v1/drafts");
    let draft: DraftEntry = call_at(&app, PLANNER, "a", draft).await.json();
    (app, sent.json::<Envelope>().id, draft.id)
}

fn same(foreign: &Answer, absent: &Answer, about: &str) {
    assert!(foreign.status.is_client_error(), "{about}: {foreign:?}");
    assert_eq!((foreign.status, &foreign.headers), (absent.status, &absent.headers), "{about}");
    assert_eq!(foreign.body, absent.body, "{about}");
}

#[test]
fn every_endpoint_is_walked() {
    let table: Vec<_> = ENDPOINTS.iter().map(|row| (row.method, row.path)).collect();
    let walked: Vec<_> = WALK.iter().map(|(method, path, _)| (*method, *path)).collect();
    assert_eq!(table, walked);
    for (_, path, names) in WALK {
        assert_eq!(path.contains("{id}"), *names != Names::Nothing, "{path}");
    }
}

#[tokio::test]
async fn what_belongs_to_others_is_answered_as_what_does_not_exist() {
    for &profile in Profile::ALL {
        let (app, message, draft) = things(profile).await;
        // The receiver may open the message, and no more; a draft is its office's alone.
        let strangers = [(OTHER, "a"), (CENTRE, "a"), (STRANGER, "a")];
        let other_terminals = [(PLANNER, "b"), (SERVICE, "b")];
        for (verb, path, names) in WALK.iter().filter(|(_, _, names)| *names != Names::Nothing) {
            let mut who = strangers.to_vec();
            if profile == Profile::Client12 {
                who.extend(other_terminals);
            }
            if *names == Names::Draft || path.ends_with("/recall") {
                who.push((SERVICE, "a"));
            }
            let id = if *names == Names::Message { &message } else { &draft };
            for (office, terminal) in who {
                let path = |id: &str| path.replace("{id}", id).replace("{n}", "1");
                let foreign = call_at(&app, office, terminal, ask(verb, &path(id))).await;
                let absent = call_at(&app, office, terminal, ask(verb, &path(ABSENT))).await;
                same(&foreign, &absent, &format!("{} {verb} {} by {office} {terminal}", profile.as_str(), path(id)));
            }
        }
        // Nothing of all that changed or removed anything.
        assert_eq!(call_at(&app, PLANNER, "a", get(&format!("/v1/drafts/{draft}"))).await.status.as_u16(), 200);
        assert_eq!(call_at(&app, SERVICE, "a", get(&format!("/v1/messages/{message}"))).await.status.as_u16(), 200);
    }
}

#[tokio::test]
async fn pages_do_not_begin_at_what_belongs_to_others() {
    for &profile in Profile::ALL {
        let (app, message, draft) = things(profile).await;
        for (list, id) in [("/v1/inbox", &message), ("/v1/sent", &message), ("/v1/drafts", &draft)] {
            for office in [OTHER, STRANGER] {
                let path = |id: &str| format!("{list}?before={id}");
                let foreign = call_at(&app, office, "a", get(&path(id))).await;
                let absent = call_at(&app, office, "a", get(&path(ABSENT))).await;
                same(&foreign, &absent, &format!("{list} by {office}"));
            }
        }
    }
}

#[tokio::test]
async fn without_a_certificate_no_endpoint_answers() {
    for &profile in Profile::ALL {
        let (app, message, draft) = things(profile).await;
        for (verb, path, names) in WALK {
            let id = if *names == Names::Message { &message } else { &draft };
            let path = path.replace("{id}", id).replace("{n}", "1");
            let answer = call(&app, None, with(ask(verb, &path), "renkei-terminal", "a")).await;
            assert_eq!(answer.refusal().code, "no-identity", "{verb} {path}");
        }
    }
}

#[tokio::test]
async fn lists_hold_nothing_of_others() {
    for &profile in Profile::ALL {
        let (app, _, _) = things(profile).await;
        for office in [OTHER, CENTRE] {
            for list in ["/v1/inbox", "/v1/sent", "/v1/drafts"] {
                let body = call_at(&app, office, "a", get(list)).await.body;
                assert_eq!(body, r#"{"items":[],"next":null}"#, "{list} of {office}");
            }
            let sent = call_at(&app, office, "a", ask("POST", "/v1/bulk/send")).await;
            assert_eq!(sent.body, r#"{"groups":[]}"#, "{office} sends nothing of others");
        }
    }
}
