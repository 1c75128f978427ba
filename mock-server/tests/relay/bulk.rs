//! Bulk sends: grouped by the destination in the names of the files.

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use mock_server::assumptions::Profile;
use mock_server::limits::Limits;
use mock_server::wire::{BulkAnswer, DraftPage, Origin, Page};

use crate::common::{Form, OTHER, PLANNER, SERIAL, SERVICE, call, environment, get, house, method, plan_name, with};

/// Two destinations that can be sent to, one whose set is not whole, and a file without a destination.
fn month() -> Form {
    let half = format!("UPPLAN_202505_{PLANNER}_43_9970000004_46_{SERIAL}.CSV");
    let other = |kind: &str| plan_name(kind, SERIAL).replace(SERVICE, OTHER);
    let form = Form::default().field("message", "五月分です。").file("csv", &half, b"x").plan_set(SERIAL);
    let form = ["UPPLAN", "UPSIKYU", "UPHOSOKU"].iter().fold(form, |form, kind| form.file("csv", &other(kind), b"x"));
    form.file("csv", "予定.csv", b"x")
}

fn drop_files(form: Form) -> Request<Body> {
    form.at_endpoint(Method::POST, "/v1/bulk")
}

async fn ask(app: &Router, request: Request<Body>) -> BulkAnswer {
    let answer = call(app, Some(PLANNER), request).await;
    assert_eq!(answer.status, StatusCode::MULTI_STATUS, "{answer:?}");
    answer.json()
}

/// Destination, number of files, code of the refusal, whether it was sent and whether it is queued.
type Told = (Option<String>, usize, Option<String>, bool, bool);

fn told(answer: BulkAnswer) -> Vec<Told> {
    let groups = answer.groups.into_iter().map(|group| {
        let code = group.problem.map(|problem| problem.code);
        (group.to, group.files.len(), code, group.message.is_some(), group.draft.is_some())
    });
    groups.collect()
}

fn row(to: &str, files: usize, code: Option<&str>, is_sent: bool, is_queued: bool) -> Told {
    (Some(to.to_owned()), files, code.map(str::to_owned), is_sent, is_queued)
}

#[tokio::test]
async fn a_bulk_send_is_queued_by_destination_and_then_sent_together() {
    let app = house(Limits::default()).await;
    let nameless = (None, 1, Some("csv-name".to_owned()), false, false);
    let answer = told(ask(&app, drop_files(month())).await);
    let queued =
        [row(SERVICE, 3, None, false, true), row(OTHER, 3, None, false, true), row("9970000004", 1, None, false, true)];
    assert_eq!(answer, [[nameless].as_slice(), &queued].concat());
    let drafts: DraftPage = call(&app, Some(PLANNER), get("/v1/drafts")).await.json();
    assert!(drafts.items.iter().all(|draft| draft.origin == Origin::Bulk) && drafts.items.len() == 3);

    let answer = told(ask(&app, method(Method::POST, "/v1/bulk/send")).await);
    let half = row("9970000004", 1, Some("set-composition"), false, true);
    assert_eq!(answer, [row(SERVICE, 3, None, true, false), row(OTHER, 3, None, true, false), half.clone()]);
    for office in [SERVICE, OTHER] {
        assert_eq!(call(&app, Some(office), get("/v1/inbox")).await.json::<Page>().items.len(), 1);
    }
    // What was refused is still there, to be changed and sent.
    assert_eq!(told(ask(&app, method(Method::POST, "/v1/bulk/send")).await), [half]);
}

#[tokio::test]
async fn a_bulk_send_can_go_at_once() {
    let (app, _) = environment(Profile::Client12, &[("bulk", "direct")]).await;
    let send = || with(with(drop_files(month()), "renkei-terminal", "a"), "idempotency-key", "k");
    let first = ask(&app, send()).await;
    let nameless = (None, 1, Some("csv-name".to_owned()), false, false);
    let expected = [
        nameless,
        row(SERVICE, 3, None, true, false),
        row(OTHER, 3, None, true, false),
        row("9970000004", 1, Some("set-composition"), false, false),
    ];
    assert_eq!(told(first.clone()), expected);
    assert_eq!(ask(&app, send()).await, first, "under one key it is one bulk send");
}

#[tokio::test]
async fn a_queue_under_one_key_is_sent_and_told_once() {
    let app = house(Limits::default()).await;
    let keyed = |request, key: &str| with(request, "idempotency-key", key);
    let first = ask(&app, keyed(drop_files(month()), "q")).await;
    let again = ask(&app, keyed(drop_files(month()), "q")).await;
    assert_eq!(first, again, "queued once");
    let changed = call(&app, Some(PLANNER), keyed(drop_files(Form::default().plan_set(SERIAL)), "q")).await;
    assert_eq!(changed.refusal().code, "idempotency-conflict");
    let send = || keyed(method(Method::POST, "/v1/bulk/send"), "s");
    let (first, again) = (ask(&app, send()).await, ask(&app, send()).await);
    assert_eq!(first, again, "a retry is told what was sent");
    assert_eq!(call(&app, Some(PLANNER), get("/v1/sent")).await.json::<Page>().items.len(), 2);
}

#[tokio::test]
async fn a_group_with_too_many_files_is_refused_alone() {
    let (app, _) = environment(Profile::Web41, &[("files", "2")]).await;
    let form =
        Form::default().plan_set(SERIAL).file("csv", &plan_name("DLTPLAN", SERIAL).replace(SERVICE, OTHER), b"x");
    let answer = told(ask(&app, drop_files(form)).await);
    assert_eq!(answer, [row(SERVICE, 3, Some("too-many-files"), false, false), row(OTHER, 1, None, false, true)]);
}
