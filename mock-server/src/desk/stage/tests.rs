//! The pages, through the door of this machine.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use axum::response::Response;
use tower::ServiceExt;

use crate::config::RelayConfig;
use crate::desk::scenarios::SCENARIOS;
use crate::desk::screen::Screen;
use crate::desk::shelf::Shelf;
use crate::desk::shelf::corpus::Corpus;
use crate::desk::{Desk, Door, routes};
use crate::state::AppState;

/// A browser at seat 1.
struct Browser {
    pages: Router,
    cookie: String,
}

impl Browser {
    async fn open(door: Door) -> Self {
        let config = RelayConfig { seats: 1, shelf: Arc::new(Corpus), ..RelayConfig::default() };
        let own = AppState::open(&config).await.unwrap();
        let pages = routes(&Desk::new(&config, own).unwrap(), door);
        let first = pages.clone().oneshot(Request::get("/desk").body(Body::empty()).unwrap()).await.unwrap();
        let cookies = first.headers().get_all("set-cookie").iter().map(|value| value.to_str().unwrap());
        let cookie = cookies.filter_map(|cookie| cookie.split(';').next()).collect::<Vec<_>>().join("; ");
        Self { pages, cookie }
    }

    async fn answer(&self, method: &str, path: &str, body: &str) -> Response {
        let request = Request::builder().method(method).uri(path).header("cookie", &self.cookie);
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        self.pages.clone().oneshot(request.body(Body::from(body.to_owned())).unwrap()).await.unwrap()
    }

    async fn ask(&self, method: &str, path: &str, body: &str) -> (StatusCode, String) {
        let answer = self.answer(method, path, body).await;
        let status = answer.status();
        let body = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
        (status, String::from_utf8_lossy(&body).into_owned())
    }

    async fn get(&self, path: &str) -> String {
        let (status, page) = self.ask("GET", path, "").await;
        assert_eq!(status, StatusCode::OK, "{path}: {page}");
        for inline in [" style=", "<script>", " onclick=", " onsubmit=", " onload="] {
            assert!(!page.contains(inline), "{path}: {inline}");
        }
        page
    }

    /// Presses the button of a form on a page.
    async fn press(&self, page: &str, what: &str, n: usize) -> StatusCode {
        let end = format!("/do/{what}?t=");
        let action = page.split("action=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let action =
            action.into_iter().find(|action| action.contains(&end)).unwrap_or_else(|| panic!("no {what}: {page}"));
        self.ask("POST", action, &format!("n={n}")).await.0
    }
}

#[tokio::test]
async fn every_scenario_has_its_pages_in_both_languages() {
    let browser = Browser::open(Door::Loopback).await;
    for lang in ["ja", "en"] {
        let text = |text: careplan::text::Text| if lang == "ja" { text.ja } else { text.en };
        let list = browser.get(&format!("/desk/1/scenarios?lang={lang}")).await;
        for scenario in SCENARIOS {
            let path = format!("/desk/1/scenarios/{}", scenario.id);
            assert!(list.contains(&path) && list.contains(text(scenario.title)), "{path}");
            let handout = browser.get(&format!("{path}/handout?lang={lang}")).await;
            let page = browser.get(&format!("{path}?lang={lang}")).await;
            for step in scenario.steps {
                assert!(page.contains(text(step.title)) && handout.contains(text(step.title)), "{path}");
                assert!(handout.contains(text(step.seen)), "{path}");
            }
            assert_eq!(handout.matches('☐').count(), scenario.steps.len(), "{path}: a box for each step");
        }
    }
}

#[tokio::test]
async fn a_scenario_is_begun_led_and_ended_by_its_buttons() {
    let browser = Browser::open(Door::Loopback).await;
    let path = "/desk/1/scenarios/ordinary-month";
    let page = browser.get(path).await;
    assert_eq!(browser.press(&page, "start", 0).await, StatusCode::SEE_OTHER);
    let page = browser.get(path).await;
    assert!(page.contains("計画書（第1〜3表）を送る") && page.contains("1／7"), "{page}");
    // The files of the step are there to be put into a message by hand.
    let file = browser.ask("GET", "/desk/1/scenarios/files/0/0", "").await;
    assert!(file.0.is_success() && !file.1.is_empty());
    assert_eq!(browser.ask("GET", "/desk/1/scenarios/files/1/0", "").await.0, StatusCode::NOT_FOUND, "another step's");
    assert_eq!(browser.ask("GET", "/desk/1/scenarios/files/0/99", "").await.0, StatusCode::NOT_FOUND);
    assert_eq!(browser.press(&page, "step", 0).await, StatusCode::SEE_OTHER);
    let piece = browser.get("/desk/1/scenarios/now").await;
    assert!(piece.contains("代わりに行いました") && piece.contains("2／7") && !piece.contains("<html"), "{piece}");
    // The button of a page that is out of date does nothing.
    assert_eq!(browser.press(&page, "step", 0).await, StatusCode::SEE_OTHER);
    assert!(browser.get(path).await.contains("2／7"));
    let page = browser.get(path).await;
    assert_eq!(browser.press(&page, "play", 1).await, StatusCode::SEE_OTHER);
    let page = browser.get(path).await;
    assert_eq!(browser.press(&page, "pause", 1).await, StatusCode::SEE_OTHER);
    let page = browser.get(path).await;
    assert_eq!(browser.press(&page, "back", 1).await, StatusCode::SEE_OTHER);
    assert!(browser.get(path).await.contains("1／7"));
    let page = browser.get(path).await;
    assert_eq!(browser.press(&page, "end", 0).await, StatusCode::SEE_OTHER);
    assert!(browser.get(path).await.contains("/do/start?"));
}

#[tokio::test]
async fn beside_two_screens_the_guide_leads_on_and_stays_there() {
    let browser = Browser::open(Door::Loopback).await;
    let two = "/desk/1/two";
    let page = browser.get("/desk/1/scenarios/second-terminal").await;
    browser.press(&page, "start", 0).await;
    let page = browser.get(two).await;
    assert!(page.contains("scenarios/band?left=") && page.contains("1／7"), "{page}");
    let told = Corpus.told("shared-number").unwrap();
    let frame = |office: usize, terminal: u8| format!("/at/{}-{terminal}/\"", told.offices[office].number);
    assert!(page.contains(&frame(0, 1)) && page.contains(&frame(1, 1)), "who sends on the left");
    for n in 0..3 {
        let page = browser.get(two).await;
        let action =
            page.split("action=\"").find(|rest| rest.contains("/do/step?")).unwrap().split('"').next().unwrap();
        let answer = browser.answer("POST", action, &format!("n={n}&to=two")).await;
        assert_eq!(answer.headers()["location"], two);
    }
    let page = browser.get(two).await;
    assert!(page.contains(&frame(1, 2)) && page.contains(&frame(1, 1)), "terminal 2 has come to the left");
    // Whoever chose other screens is told how to come back to those of the step.
    let other = Screen::first(told.offices[0].number);
    let page = browser.get(&format!("{two}?left={other}&right={other}")).await;
    assert!(page.contains("このステップに合わせる"));
    let piece = browser.get(&format!("/desk/1/scenarios/band?left={other}&right=%22")).await;
    assert!(piece.contains("4／7") && !piece.contains("<html"), "{piece}");
    let trainer = browser.get("/desk/trainer").await;
    assert!(trainer.contains("あとから開いた端末は空（4／7）"), "{trainer}");
}

#[tokio::test]
async fn nothing_is_changed_without_the_token_or_from_elsewhere() {
    let browser = Browser::open(Door::Loopback).await;
    let path = "/desk/1/scenarios/resend/do/start";
    assert_eq!(browser.ask("POST", path, "n=0").await.0, StatusCode::FORBIDDEN);
    assert_eq!(browser.ask("POST", &format!("{path}?t=0"), "n=0").await.0, StatusCode::FORBIDDEN);
    assert!(browser.get("/desk/1/scenarios/now").await.contains("進んでいる話はありません"));
    let elsewhere = Browser::open(Door::Exchange).await;
    for path in ["scenarios", "scenarios/now", "scenarios/resend", "scenarios/files/0/0", "minutes"] {
        let (status, _) = elsewhere.ask("GET", &format!("/desk/1/{path}"), "").await;
        assert_eq!(status, StatusCode::FORBIDDEN, "{path}: nobody has sat down");
    }
}

#[tokio::test]
async fn nonsense_is_answered_in_plain_words() {
    let browser = Browser::open(Door::Loopback).await;
    for path in
        ["scenarios/none", "scenarios/none/handout", "scenarios/%00", "scenarios/files/a/b", "scenarios/files/0/-1"]
    {
        let (status, page) = browser.ask("GET", &format!("/desk/1/{path}"), "").await;
        assert!(status.is_client_error(), "{path}: {status}");
        assert!(!page.contains("panicked"), "{path}");
    }
    let page = browser.get("/desk/1/scenarios/resend").await;
    browser.press(&page, "start", 0).await;
    let page = browser.get("/desk/1/scenarios/resend").await;
    let token = page.split("?t=").nth(1).unwrap().split('"').next().unwrap();
    for (what, body) in [("dance", "n=0"), ("step", "n=-1"), ("step", "n=abc")] {
        let path = format!("/desk/1/scenarios/resend/do/{what}?t={token}");
        assert!(browser.ask("POST", &path, body).await.0.is_client_error(), "{what} {body}");
    }
}

#[tokio::test]
async fn the_calculator_reckons_and_escapes() {
    let browser = Browser::open(Door::Loopback).await;
    let page = browser.get("/desk/1/minutes").await;
    assert!(page.contains("山都町") && page.contains("730") && page.contains("24.3"), "{page}");
    let page = browser.get("/desk/1/minutes?out-partners=10&out-reached=10&out-paper=20&out-exchange=2").await;
    assert!(page.contains("value=\"10\"") && page.contains("value=\"20.0\""));
    let page = browser.get("/desk/1/minutes?out-partners=%3Cscript%3Ealert(1)%3C/script%3E&x=%22%3E").await;
    assert!(page.contains("読み取れない数は 30 のまま") && !page.contains("alert(1)"));
    let long = format!("/desk/1/minutes?{}", "in-paper=9&".repeat(2_000));
    assert!(browser.get(&long).await.contains("value=\"9.0\""));
}
