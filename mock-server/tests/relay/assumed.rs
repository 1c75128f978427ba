//! Every assumption that can be switched makes a difference: seen by one observation for each row.

use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request};
use mock_server::AppState;
use mock_server::assumptions::{ASSUMPTIONS, Profile, Switch};
use mock_server::wire::{DraftPage, Envelope, Page, Status};

use crate::common::{Form, OTHER, PLANNER, SERIAL, SERVICE, call_at, environment, get, method, plan_name};
use crate::enrolment_assumed;
use Profile::{Client12, Web41};

/// Rows that are tested where what they are about is tested.
const ELSEWHERE: &[&str] = &["combined-certificate"];

/// A row, a value, and what is then observed.
pub(crate) type Case = (&'static str, &'static str, Profile, &'static str);

const CASES: &[Case] = &[
    ("message-only", "allow", Web41, "201"),
    ("message-only", "refuse", Web41, "message-alone"),
    ("file-bytes", "100", Web41, "201"),
    ("file-bytes", "99", Web41, "file-too-large"),
    ("message-bytes", "200", Web41, "201"),
    ("message-bytes", "199", Web41, "message-too-large"),
    ("files", "2", Web41, "201"),
    ("files", "1", Web41, "too-many-files"),
    ("file-name-bytes", "24", Web41, "201"),
    ("file-name-bytes", "23", Web41, "file-name"),
    ("text-chars", "4", Web41, "201"),
    ("text-chars", "3", Web41, "message-too-long"),
    ("page", "1", Web41, "1"),
    ("page", "2", Web41, "2"),
    ("records", "count", Web41, "zero-actuals"),
    ("records", "unread", Web41, "201"),
    ("retention-days", "0", Web41, "1 200 1"),
    ("retention-days", "31", Web41, "1 200 1"),
    ("retention-days", "29", Web41, "0 404 0"),
    ("attachment-check", "extension", Web41, "201"),
    ("attachment-check", "content", Web41, "attachment-content"),
    ("service-type-in-name", "name", Web41, "service-type"),
    ("service-type-in-name", "off", Web41, "201"),
    ("direction", "check", Web41, "set-direction"),
    ("direction", "off", Web41, "201"),
    ("same-number", "refuse", Web41, "same-office"),
    ("same-number", "allow", Web41, "201"),
    ("same-set-again", "accept", Web41, "201 201"),
    ("same-set-again", "refuse", Web41, "set-again 201"),
    ("second-terminal", "empty", Client12, "0"),
    ("second-terminal", "shown-taken", Client12, "1"),
    ("status-words", "none", Web41, "None None"),
    ("status-words", "shown", Web41, "Some(Unreceived) Some(Received)"),
    ("read-receipt", "none", Client12, "None None"),
    ("read-receipt", "shown", Client12, "Some(Unreceived) Some(Received)"),
    ("recall", "none", Web41, "no-recall 1 no-recall"),
    ("recall", "until-received", Web41, "204 0 already-received"),
    ("draft-days", "0", Web41, "1"),
    ("draft-days", "31", Client12, "1"),
    ("draft-days", "29", Web41, "0"),
    ("drafts", "2", Web41, "201"),
    ("drafts", "1", Web41, "too-many-drafts"),
    ("bulk", "queue", Web41, "1 draft, 0 sent"),
    ("bulk", "direct", Web41, "0 draft, 1 sent"),
    ("bulk", "none", Web41, "no-bulk"),
    ("bulk-files", "3", Web41, "207"),
    ("bulk-files", "2", Web41, "too-many-files"),
];

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

struct House {
    app: Router,
    state: AppState,
}

impl House {
    /// The code of the refusal, or else the status.
    async fn code(&self, office: &str, request: Request<Body>) -> String {
        let answer = call_at(&self.app, office, "a", request).await;
        if answer.status.is_success() { answer.status.as_u16().to_string() } else { answer.refusal().code }
    }

    async fn sends(&self, office: &str, form: Form) -> String {
        self.code(office, form.request()).await
    }

    async fn sent(&self) -> Envelope {
        call_at(&self.app, PLANNER, "a", Form::to(SERVICE).plan_set(SERIAL).request()).await.json()
    }

    async fn list(&self, office: &str, terminal: &str, path: &str) -> Vec<Envelope> {
        call_at(&self.app, office, terminal, get(path)).await.json::<Page>().items
    }

    async fn drafts(&self) -> usize {
        call_at(&self.app, PLANNER, "a", get("/v1/drafts")).await.json::<DraftPage>().items.len()
    }

    async fn keeps(&self) -> String {
        self.code(PLANNER, Form::to(SERVICE).at_endpoint(Method::POST, "/v1/drafts")).await
    }

    async fn after(&self, days: u32) {
        let ms = i64::try_from((DAY * days).as_millis()).unwrap();
        let clock = self.state.clock();
        let setting = clock.at(clock.now_ms() + ms, false).unwrap();
        self.state.set_clock(setting).await.unwrap();
    }

    async fn status(&self, office: &str, list: &str) -> Option<Status> {
        self.list(office, "a", list).await[0].status
    }
}

fn attached(files: &[(&str, &[u8])]) -> Form {
    files.iter().fold(Form::to(SERVICE), |form, (name, body)| form.file("attachment", name, body))
}

fn actuals(from: &str, to: &str) -> String {
    format!("UPJSK_202505_{from}_{to}_{SERIAL}.CSV")
}

/// What shows how the row is set.
async fn observe(row: &str, house: &House) -> String {
    let (planner, service) = (format!("{PLANNER}_43"), format!("{SERVICE}_15"));
    match row {
        "message-only" => house.sends(PLANNER, Form::to(SERVICE).field("message", "a")).await,
        "file-bytes" => house.sends(PLANNER, attached(&[("a.pdf", &[1; 100])])).await,
        "message-bytes" => house.sends(PLANNER, attached(&[("a.pdf", &[1; 100]), ("b.pdf", &[1; 100])])).await,
        "files" => house.sends(PLANNER, attached(&[("a.pdf", b"a"), ("b.pdf", b"b")])).await,
        "file-name-bytes" => house.sends(PLANNER, attached(&[(&format!("{}.pdf", "a".repeat(20)), b"a")])).await,
        "text-chars" => house.sends(PLANNER, Form::to(SERVICE).field("message", "字字字字")).await,
        "page" => {
            for _ in 0..3 {
                house.sent().await;
            }
            house.list(PLANNER, "a", "/v1/sent").await.len().to_string()
        }
        "records" => house.sends(SERVICE, Form::to(PLANNER).file("csv", &actuals(&service, &planner), b"\r\n")).await,
        "retention-days" => {
            let path = format!("/v1/messages/{}", house.sent().await.id);
            house.after(30).await;
            let before = house.list(SERVICE, "a", "/v1/inbox").await.len();
            let status = call_at(&house.app, SERVICE, "a", get(&path)).await.status.as_u16();
            // A later send clears away what is no longer given out: it stays away when the clock is set back.
            house.sends(PLANNER, Form::to(OTHER).field("message", "a")).await;
            house.state.set_clock(mock_server::clock::ClockSetting::Real).await.unwrap();
            format!("{before} {status} {}", house.list(SERVICE, "a", "/v1/inbox").await.len())
        }
        "attachment-check" => house.sends(PLANNER, attached(&[("a.pdf", b"PK\x03\x04")])).await,
        "service-type-in-name" => {
            let name = plan_name("DLTPLAN", SERIAL).replace("_15_", "_16_");
            house.sends(PLANNER, Form::to(SERVICE).file("csv", &name, b"x")).await
        }
        "direction" => house.sends(PLANNER, Form::to(SERVICE).file("csv", &actuals(&planner, &service), b"x")).await,
        "same-number" => house.sends(SERVICE, Form::to(SERVICE).field("message", "a")).await,
        "same-set-again" => {
            house.sent().await;
            let again = house.sends(PLANNER, Form::to(SERVICE).plan_set(SERIAL)).await;
            format!("{again} {}", house.sends(PLANNER, Form::to(SERVICE).plan_set("20250318000000")).await)
        }
        "second-terminal" => {
            house.sent().await;
            house.list(SERVICE, "a", "/v1/inbox").await;
            house.list(SERVICE, "b", "/v1/inbox").await.len().to_string()
        }
        "status-words" => {
            let path = format!("/v1/messages/{}/files/1", house.sent().await.id);
            let before = house.status(SERVICE, "/v1/inbox").await;
            call_at(&house.app, SERVICE, "a", get(&path)).await;
            // What is written without waiting stands before the next write.
            house.keeps().await;
            format!("{before:?} {:?}", house.status(SERVICE, "/v1/inbox").await)
        }
        "read-receipt" => {
            house.sent().await;
            let before = house.status(PLANNER, "/v1/sent").await;
            house.list(SERVICE, "a", "/v1/inbox").await;
            format!("{before:?} {:?}", house.status(PLANNER, "/v1/sent").await)
        }
        "recall" => {
            let recall =
                async |id: &str| house.code(PLANNER, method(Method::POST, &format!("/v1/messages/{id}/recall"))).await;
            let (first, second) = (house.sent().await.id, house.sent().await.id);
            let one = recall(&first).await;
            call_at(&house.app, SERVICE, "a", get(&format!("/v1/messages/{second}"))).await;
            let listed = house.list(SERVICE, "a", "/v1/inbox").await;
            let there = listed.iter().filter(|envelope| envelope.id == first).count();
            format!("{one} {there} {}", recall(&second).await)
        }
        "draft-days" => {
            house.keeps().await;
            house.after(30).await;
            house.drafts().await.to_string()
        }
        "drafts" => {
            house.keeps().await;
            house.keeps().await
        }
        "bulk" => {
            let form = Form::default().plan_set(SERIAL).at_endpoint(Method::POST, "/v1/bulk");
            match house.code(PLANNER, form).await.as_str() {
                "207" => {
                    let sent = house.list(PLANNER, "a", "/v1/sent").await.len();
                    format!("{} draft, {sent} sent", house.drafts().await)
                }
                code => code.to_owned(),
            }
        }
        "bulk-files" => {
            house.code(PLANNER, Form::default().plan_set(SERIAL).at_endpoint(Method::POST, "/v1/bulk")).await
        }
        other => panic!("{other} is observed by nothing"),
    }
}

#[tokio::test]
async fn every_value_of_every_row_is_what_is_observed() {
    for &(row, value, profile, expected) in CASES {
        let (app, state) = environment(profile, &[(row, value)]).await;
        let house = House { app, state };
        assert_eq!(observe(row, &house).await, expected, "{row}={value}");
    }
}

#[test]
fn every_row_that_can_be_switched_has_cases_that_differ() {
    for row in ASSUMPTIONS.iter().filter(|row| row.switch != Switch::Fixed && !ELSEWHERE.contains(&row.id)) {
        let cases: Vec<_> = CASES.iter().chain(enrolment_assumed::CASES).filter(|(id, ..)| *id == row.id).collect();
        if let Switch::Words(words) = row.switch {
            for word in words {
                assert!(cases.iter().any(|(_, value, ..)| value == word), "{}={word} has no case", row.id);
            }
        }
        let first = cases.first().unwrap_or_else(|| panic!("{} has no case", row.id));
        assert!(cases.iter().any(|case| case.3 != first.3), "{}: all values look alike", row.id);
    }
}
