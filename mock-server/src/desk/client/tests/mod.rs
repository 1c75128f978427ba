//! The pages of a screen, walked through by browsers without sockets.

mod bulk;
mod drafts;
mod drops;
mod isolation;
mod login;
mod send;

use std::path::Path;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Request, Response};
use bytes::Bytes;
use tower::ServiceExt;

use crate::assumptions::{Assumed, Profile};
use crate::config::RelayConfig;
use crate::desk::Paper;
use crate::desk::door::Door;
use crate::desk::form::Form;
use crate::desk::{Desk, routes};
use crate::limits::Limits;
use crate::offices::Office;
use crate::state::AppState;
use crate::wire::Slot;

pub(super) const PLANNER: &str = "9970000001";
pub(super) const SERVICE: &str = "9970000002";
pub(super) const OTHER: &str = "9970000003";
/// The two ends of the corpus case that the tests drop.
pub(super) const CASE: &str = "samples/d2_basic-21";

/// A desk with two seats in a profile, with choices among the assumptions.
pub(super) async fn desk(profile: Profile, choices: &[(&str, &str)]) -> Desk {
    let mut assumed = Assumed::of(profile);
    for (id, value) in choices {
        assumed.choose(id, value).unwrap();
    }
    let office = |number: &str, name, services: &[&str]| Office::new(number.parse().unwrap(), name, services);
    let mut offices = vec![
        office(PLANNER, "架空居宅介護支援", &["43"]),
        office(SERVICE, "架空<b>ケア</b>サービス", &["11", "15"]),
        office(OTHER, "架空デイサービス", &["15"]),
    ];
    let (from, to) = ends(CASE);
    offices.push(office(&from, "見本の居宅", &["43"]));
    offices.push(office(&to, "見本のデイ", &["15"]));
    let config = RelayConfig { offices, assumed, seats: 2, ..RelayConfig::default() };
    let state = AppState::open(&config).await.unwrap();
    Desk::new(&config, state).unwrap()
}

/// The files of a case of the corpus.
pub(super) fn case(path: &str) -> Vec<Paper> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus").join(path);
    let mut papers: Vec<Paper> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| !entry.file_name().to_string_lossy().ends_with(".json"))
        .map(|entry| Paper {
            name: entry.file_name().into_string().unwrap(),
            bytes: std::fs::read(entry.path()).unwrap().into(),
        })
        .collect();
    papers.sort_by(|a, b| a.name.cmp(&b.name));
    papers
}

/// From whom to whom the files of a case go.
pub(super) fn ends(path: &str) -> (String, String) {
    let papers = case(path);
    let unit = careplan::name::FileName::parse(&papers[0].name).unwrap().unit;
    (unit.from.office, unit.to.office)
}

pub(super) fn paper(name: &str, bytes: &[u8]) -> Paper {
    Paper { name: name.to_owned(), bytes: Bytes::copy_from_slice(bytes) }
}

/// The form of a page, with a button pressed.
pub(super) fn form(to: &str, text: &str, key: &str, pressed: &str) -> Form {
    Form::new().field("key", key).field("to", to).field("message", text).field("do", pressed)
}

/// The same with CSV files.
pub(super) fn with(form: Form, slot: Slot, papers: &[Paper]) -> Form {
    papers.iter().fold(form, |form, paper| form.file(slot, paper))
}

/// Somebody who has come in from the port of the exchange.
pub(super) struct Browser {
    router: Router,
    cookie: String,
    token: String,
    /// The address of a screen.
    screen: String,
}

/// An answer, read to its end.
pub(super) struct Got {
    pub(super) status: u16,
    pub(super) headers: HeaderMap,
    pub(super) text: String,
}

impl Got {
    /// To which page it leads.
    pub(super) fn to(&self) -> &str {
        assert_eq!(self.status, 303, "{}", self.text);
        self.headers[LOCATION].to_str().unwrap()
    }

    /// The page it is, without those that refuse.
    pub(super) fn page(&self) -> &str {
        assert_eq!(self.status, 200, "{}", self.text);
        &self.text
    }

    /// The value of the key in its form.
    pub(super) fn key(&self) -> String {
        let (_, rest) = self.text.split_once("name=\"key\" value=\"").unwrap();
        rest.split('"').next().unwrap().to_owned()
    }
}

impl Browser {
    /// Sits down at a seat, before the first screen of an office.
    pub(super) async fn at(desk: &Desk, seat: usize, office: &str) -> Self {
        let mut browser = Self {
            router: routes(desk, Door::Exchange),
            cookie: String::new(),
            token: String::new(),
            screen: format!("/desk/{seat}/at/{office}-1"),
        };
        let got = browser.ask(Request::get("/desk")).await;
        let cookies = got.headers.get_all(SET_COOKIE).iter().map(|value| value.to_str().unwrap());
        browser.cookie = cookies.map(|cookie| cookie.split(';').next().unwrap()).collect::<Vec<_>>().join("; ");
        browser.token = got.text.split_once("?t=").unwrap().1.split('"').next().unwrap().to_owned();
        let code = &desk.seats()[seat - 1].code;
        let got = browser.typed_at(&format!("/desk/enter?t={}", browser.token), &format!("code={code}")).await;
        assert_eq!(got.to(), format!("/desk/{seat}"));
        browser
    }

    /// The same person before another screen.
    pub(super) fn before(&self, office: &str, terminal: u8) -> Self {
        let room = self.screen.split("/at/").next().unwrap();
        Self {
            router: self.router.clone(),
            cookie: self.cookie.clone(),
            token: self.token.clone(),
            screen: format!("{room}/at/{office}-{terminal}"),
        }
    }

    /// A page of the screen, or one that another page leads to.
    pub(super) async fn get(&self, path: &str) -> Got {
        self.ask(Request::get(self.address(path))).await
    }

    /// A form of a page.
    pub(super) async fn post(&self, path: &str, form: Form) -> Got {
        let (kind, body) = form.finish();
        self.send(&format!("{}?t={}", self.address(path), self.token), &kind, body).await
    }

    /// A form without files.
    pub(super) async fn typed(&self, path: &str, body: &str) -> Got {
        self.typed_at(&format!("{}?t={}", self.address(path), self.token), body).await
    }

    pub(super) async fn without_token(&self, path: &str, form: Form) -> Got {
        let (kind, body) = form.finish();
        self.send(&self.address(path), &kind, body).await
    }

    async fn typed_at(&self, address: &str, body: &str) -> Got {
        self.send(address, "application/x-www-form-urlencoded", Bytes::copy_from_slice(body.as_bytes())).await
    }

    async fn send(&self, address: &str, kind: &str, body: Bytes) -> Got {
        let request = Request::post(address).header(COOKIE, &self.cookie).header(CONTENT_TYPE, kind);
        read(self.router.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap()).await
    }

    async fn ask(&self, request: axum::http::request::Builder) -> Got {
        let request = request.header(COOKIE, &self.cookie).body(Body::empty()).unwrap();
        read(self.router.clone().oneshot(request).await.unwrap()).await
    }

    pub(super) fn address(&self, path: &str) -> String {
        if path.starts_with("/desk") {
            path.to_owned()
        } else {
            format!("{}/{}", self.screen, path.trim_start_matches('/'))
        }
    }
}

async fn read(response: Response<Body>) -> Got {
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    let text = String::from_utf8_lossy(&body).into_owned();
    Got { status: parts.status.as_u16(), headers: parts.headers, text }
}

/// Limits under which drops are soon too large.
pub(super) fn small() -> Limits {
    Limits { file_bytes: 2_000, message_bytes: 3_000, files: 3, ..Limits::default() }
}
