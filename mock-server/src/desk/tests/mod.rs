//! The desk through its doors, without sockets.

mod drawn;
mod isolation;
mod trainer;
mod weight;

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use bytes::Bytes;
use tower::ServiceExt;

use super::Paper;
use super::clerk::{Clerk, Refused};
use super::door::Door;
use super::form::Form;
use super::room::Room;
use super::screen::Screen;
use super::shelf::corpus::Corpus;
use super::{Desk, dress, routes};
use crate::config::RelayConfig;
use crate::offices::Office;
use crate::state::AppState;
use crate::wire::{Envelope, Page, Slot};

pub(super) const PLANNER: &str = "9970000001";
pub(super) const SERVICE: &str = "9970000002";

/// A desk with so many seats.
pub(super) async fn desk(seats: u16) -> Desk {
    let office = |number: &str, name, services: &[&str]| Office::new(number.parse().unwrap(), name, services);
    let offices =
        vec![office(PLANNER, "架空居宅介護支援", &["43"]), office(SERVICE, "架空<b>ケア</b>サービス", &["11", "15"])];
    let config = RelayConfig { offices, seats, shelf: Arc::new(Corpus), ..RelayConfig::default() };
    let state = AppState::open(&config).await.unwrap();
    Desk::new(&config, state).unwrap()
}

/// A browser that came in by a door.
pub(super) struct Browser {
    router: Router,
    cookie: String,
    pub(super) token: String,
}

/// What a browser got.
pub(super) struct Got {
    pub(super) status: u16,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
}

impl Got {
    pub(super) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    /// To which address it is sent on.
    pub(super) fn to(&self) -> &str {
        assert_eq!(self.status, StatusCode::SEE_OTHER.as_u16(), "{}", self.text());
        self.headers[LOCATION].to_str().unwrap()
    }
}

impl Browser {
    pub(super) async fn at(desk: &Desk, door: Door) -> Self {
        let router = routes(desk, door).merge(dress());
        let mut browser = Self { router, cookie: String::new(), token: String::new() };
        let got = browser.get("/desk").await;
        let cookies = got.headers.get_all(SET_COOKIE).iter().map(|value| value.to_str().unwrap());
        let name = door.cookie();
        let own = cookies.filter(|cookie| cookie.starts_with(name)).map(|cookie| cookie.split(';').next().unwrap());
        browser.cookie = own.collect::<Vec<_>>().join("; ");
        browser.token = got.text().split_once("?t=").unwrap().1.chars().take(32).collect();
        browser
    }

    /// One that has sat down at a seat by its code.
    pub(super) async fn seated(desk: &Desk, number: usize) -> Self {
        let browser = Self::at(desk, Door::Exchange).await;
        let code = desk.seats()[number - 1].code.clone();
        assert_eq!(browser.post("/desk/enter", &format!("code={code}")).await.to(), format!("/desk/{number}"));
        browser
    }

    pub(super) async fn get(&self, path: &str) -> Got {
        self.ask(Method::GET, path, String::new(), &[]).await
    }

    pub(super) async fn fragment(&self, path: &str) -> Got {
        self.ask(Method::GET, path, String::new(), &[("renkei-fragment", "1")]).await
    }

    /// Posts a form with the token of the visitor.
    pub(super) async fn post(&self, path: &str, form: &str) -> Got {
        self.ask(Method::POST, &format!("{path}?t={}", self.token), form.to_owned(), &[]).await
    }

    pub(super) async fn ask(&self, method: Method, path: &str, form: String, headers: &[(&str, &str)]) -> Got {
        let mut request = Request::builder().method(method).uri(path).header(COOKIE, &self.cookie);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(Body::from(form)).unwrap();
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        Got { status: parts.status.as_u16(), headers: parts.headers, body }
    }
}

pub(super) async fn room(desk: &Desk, number: usize) -> Arc<Room> {
    desk.rooms().open(number).await.unwrap()
}

pub(super) fn screen(text: &str) -> Screen {
    text.parse().unwrap()
}

/// Sends a PDF of this name from the first office to the other.
pub(super) async fn send(room: &Room, name: &str) -> Result<Envelope, Refused> {
    let paper = Paper { name: name.to_owned(), bytes: Bytes::from_static(b"%PDF-") };
    let form = Form::new().field("to", SERVICE).file(Slot::Attachment, &paper);
    Clerk::new(room, screen("9970000001-1")).put_form(Method::POST, "/v1/messages", form, None).await
}

/// What the other office has received: the names of the files.
pub(super) async fn received(room: &Room) -> Vec<String> {
    let page: Page = Clerk::new(room, screen("9970000002-1")).get("/v1/inbox?limit=1000").await.unwrap();
    page.items.into_iter().flat_map(|item| item.files).map(|file| file.name).collect()
}
