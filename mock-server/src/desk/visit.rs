//! A visit: who came through which door to which room, and at which screen.

use std::sync::Arc;

use axum::extract::{FromRequestParts, RawPathParams, Request};
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::Response;
use careplan::text::Lang;

use super::Desk;
use super::clerk::Clerk;
use super::door::{Door, Station};
use super::guard::Known;
use super::room::Room;
use super::screen::Screen;
use super::trouble::{NO_PAGE, NOT_SEATED, ROOM_FAILED, Trouble};

/// Somebody at the desk, in no room yet.
#[derive(Clone, Debug)]
pub(crate) struct Guest {
    pub(crate) desk: Desk,
    pub(crate) door: Door,
    pub(crate) lang: Lang,
    /// The value of the visitor's cookie.
    pub(crate) id: String,
    /// Carried by every form: `?t=…`.
    pub(crate) token: String,
    /// The rooms in which the visitor sits.
    pub(crate) rooms: Vec<usize>,
}

/// Somebody in a room: `/desk/{room}/…`.
#[derive(Clone, Debug)]
pub(crate) struct Visit {
    pub(crate) guest: Guest,
    pub(crate) room: Arc<Room>,
}

/// Somebody before a screen: `/desk/{room}/at/{screen}/…`.
#[derive(Clone, Debug)]
pub(crate) struct AtScreen {
    pub(crate) visit: Visit,
    pub(crate) screen: Screen,
}

impl FromRequestParts<Station> for Guest {
    type Rejection = &'static Trouble;

    async fn from_request_parts(parts: &mut Parts, station: &Station) -> Result<Self, &'static Trouble> {
        let Known { visitor, lang } = parts.extensions.get::<Known>().cloned().ok_or(&ROOM_FAILED)?;
        let Station { desk, door } = station.clone();
        Ok(Self { desk, door, lang, id: visitor.id, token: visitor.token, rooms: visitor.rooms })
    }
}

impl FromRequestParts<Station> for Visit {
    type Rejection = &'static Trouble;

    async fn from_request_parts(parts: &mut Parts, station: &Station) -> Result<Self, &'static Trouble> {
        let guest = Guest::from_request_parts(parts, station).await?;
        let number = parameter(parts, station, "room").await.and_then(|room| room.parse().ok()).ok_or(&NO_PAGE)?;
        // Who came in by loopback sits at the machine that runs everything.
        if guest.door != Door::Loopback && !guest.rooms.contains(&number) {
            return Err(&NOT_SEATED);
        }
        let room = station.desk.rooms().open(number).await?;
        Ok(Self { guest, room })
    }
}

/// Middleware of everything in a room: who does not sit there sees nothing of it.
pub(super) async fn seated(_: Visit, request: Request, next: Next) -> Response {
    next.run(request).await
}

impl FromRequestParts<Station> for AtScreen {
    type Rejection = &'static Trouble;

    async fn from_request_parts(parts: &mut Parts, station: &Station) -> Result<Self, &'static Trouble> {
        let visit = Visit::from_request_parts(parts, station).await?;
        let screen = parameter(parts, station, "screen").await.and_then(|text| text.parse().ok()).ok_or(&NO_PAGE)?;
        Ok(Self { visit, screen })
    }
}

async fn parameter(parts: &mut Parts, station: &Station, name: &str) -> Option<String> {
    let all = RawPathParams::from_request_parts(parts, station).await.ok()?;
    all.iter().find(|(key, _)| *key == name).map(|(_, value)| value.to_owned())
}

impl Visit {
    /// The language of the visitor.
    pub(crate) const fn lang(&self) -> Lang {
        self.guest.lang
    }

    /// `/desk/3/rest`; `/desk/3` for the first page of the room.
    pub(crate) fn path(&self, rest: &str) -> String {
        let between = if rest.is_empty() { "" } else { "/" };
        format!("/desk/{}{between}{rest}", self.room.number())
    }

    /// The address of a form that changes something.
    pub(crate) fn action(&self, rest: &str) -> String {
        format!("{}?t={}", self.path(rest), self.guest.token)
    }
}

impl AtScreen {
    /// Who acts for the office of the screen.
    pub(crate) fn clerk(&self) -> Clerk<'_> {
        Clerk::new(&self.visit.room, self.screen)
    }

    /// `/desk/3/at/9970000001-1/rest`.
    pub(crate) fn path(&self, rest: &str) -> String {
        self.visit.path(&format!("at/{}/{rest}", self.screen))
    }

    /// The address of a form that changes something.
    pub(crate) fn action(&self, rest: &str) -> String {
        self.visit.action(&format!("at/{}/{rest}", self.screen))
    }
}
