//! Drafts: kept unchecked, sent once.

use axum::Router;
use axum::http::{Method, StatusCode};
use mock_server::assumptions::Profile;
use mock_server::limits::Limits;
use mock_server::wire::{Draft, DraftEntry, DraftPage, Envelope, Letter, Origin, Page};

use crate::common::{Form, PLANNER, SERIAL, SERVICE, call, environment, get, house, method, plan_name, stored, with};

async fn keep(app: &Router, form: Form) -> DraftEntry {
    let answer = call(app, Some(PLANNER), form.at_endpoint(Method::POST, "/v1/drafts")).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
    answer.json()
}

async fn drafts(app: &Router) -> Vec<DraftEntry> {
    call(app, Some(PLANNER), get("/v1/drafts")).await.json::<DraftPage>().items
}

#[tokio::test]
async fn a_draft_is_kept_as_it_is_and_checked_only_when_it_is_sent() {
    let app = house(Limits::default()).await;
    // No destination, half a set, and no record: nothing of that matters yet.
    let entry =
        keep(&app, Form::default().field("message", "あとで").file("csv", &plan_name("UPPLAN", SERIAL), b"")).await;
    assert_eq!((entry.to.as_str(), entry.origin), ("", Origin::Form));
    let path = format!("/v1/drafts/{}", entry.id);
    let draft: Draft = call(&app, Some(PLANNER), get(&path)).await.json();
    assert_eq!((draft.entry, draft.message.as_str()), (entry.clone(), "あとで"));
    let send = || method(Method::POST, &format!("{path}/send"));
    assert_eq!(call(&app, Some(PLANNER), send()).await.refusal().code, "missing-destination");

    let form = Form::to(SERVICE).plan_set(SERIAL).at_endpoint(Method::PUT, &path);
    let changed: DraftEntry = call(&app, Some(PLANNER), form).await.json();
    assert_eq!((changed.id.as_str(), changed.files.len()), (entry.id.as_str(), 3));
    let file = call(&app, Some(PLANNER), get(&format!("{path}/files/1"))).await;
    assert_eq!(file.body, format!("\"202407\",UPPLAN,{SERIAL}\r\n"));
    assert_eq!((drafts(&app).await, stored(&app).await), (vec![changed], 0));

    let sent = call(&app, Some(PLANNER), send()).await;
    assert_eq!(sent.status, StatusCode::CREATED, "{sent:?}");
    let envelope: Envelope = sent.json();
    assert_eq!(envelope.serials, [SERIAL]);
    assert!(drafts(&app).await.is_empty(), "a draft that was sent is gone");
    assert_eq!(call(&app, Some(PLANNER), send()).await.refusal().code, "not-found");
    let letter: Letter = call(&app, Some(SERVICE), get(sent.header("location"))).await.json();
    assert_eq!((letter.message.as_str(), letter.envelope.files.len()), ("", 3));
}

#[tokio::test]
async fn a_draft_can_be_thrown_away() {
    let app = house(Limits::default()).await;
    let path = format!("/v1/drafts/{}", keep(&app, Form::to(SERVICE)).await.id);
    assert_eq!(call(&app, Some(PLANNER), method(Method::DELETE, &path)).await.status, StatusCode::NO_CONTENT);
    assert_eq!(call(&app, Some(PLANNER), method(Method::DELETE, &path)).await.status, StatusCode::NOT_FOUND);
    assert!(drafts(&app).await.is_empty());
}

#[tokio::test]
async fn a_draft_sent_again_under_its_key_is_the_same_message() {
    let app = house(Limits::default()).await;
    let path = format!("/v1/drafts/{}/send", keep(&app, Form::to(SERVICE).plan_set(SERIAL)).await.id);
    let send = |path: &str| with(method(Method::POST, path), "idempotency-key", "k-1");
    let first = call(&app, Some(PLANNER), send(&path)).await;
    let again = call(&app, Some(PLANNER), send(&path)).await;
    assert_eq!((first.status, &first.body), (StatusCode::CREATED, &again.body));
    assert_eq!(call(&app, Some(PLANNER), method(Method::POST, &path)).await.status, StatusCode::NOT_FOUND);
    let other = format!("/v1/drafts/{}/send", keep(&app, Form::to(SERVICE).plan_set(SERIAL)).await.id);
    assert_eq!(call(&app, Some(PLANNER), send(&other)).await.refusal().code, "idempotency-conflict");
    assert_eq!((drafts(&app).await.len(), stored(&app).await), (1, 2));
}

#[tokio::test]
async fn a_draft_that_is_sent_twice_at_once_becomes_one_message() {
    let app = house(Limits::default()).await;
    let mut changed = 0;
    for round in 1..=20 {
        let path = format!("/v1/drafts/{}/send", keep(&app, Form::to(SERVICE).plan_set(SERIAL)).await.id);
        let send = || call(&app, Some(PLANNER), method(Method::POST, &path));
        let (one, two) = tokio::join!(send(), send());
        let (sent, other) = if one.status == StatusCode::CREATED { (one, two) } else { (two, one) };
        assert_eq!(sent.status, StatusCode::CREATED);
        let code = other.refusal().code;
        assert!(["draft-changed", "not-found"].contains(&code.as_str()), "{code}");
        changed += usize::from(code == "draft-changed");
        assert_eq!(call(&app, Some(PLANNER), get("/v1/sent")).await.json::<Page>().items.len(), round);
        if changed > 0 {
            return;
        }
    }
    panic!("nobody came between loading and sending");
}

#[tokio::test]
async fn drafts_come_in_pages_newest_first() {
    let (app, _) = environment(Profile::Web41, &[("page", "2")]).await;
    let mut kept = Vec::new();
    for n in 0..5 {
        kept.insert(0, keep(&app, Form::to(SERVICE).field("message", &n.to_string())).await);
    }
    let (mut all, mut path) = (Vec::new(), "/v1/drafts".to_owned());
    loop {
        let page: DraftPage = call(&app, Some(PLANNER), get(&path)).await.json();
        assert!(page.items.len() <= 2);
        all.extend(page.items);
        match page.next {
            Some(next) => path = format!("/v1/drafts?before={next}"),
            None => break,
        }
    }
    assert_eq!(all, kept);
}
