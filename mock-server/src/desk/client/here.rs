//! Where somebody is: before the screen of an office that the exchange knows.

use std::fmt;

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use careplan::text::{Lang, Message};
use serde::Deserialize;
use tokio::sync::SemaphorePermit;
use tokio::time::timeout;

use super::done::Done;
use crate::assumptions::{Assumption, LOGIN};
use crate::desk::clerk::{Clerk, Refused};
use crate::desk::door::Station;
use crate::desk::trouble::{NO_PAGE, ROOM_FAILED, Trouble};
use crate::desk::visit::AtScreen;
use crate::exchange::is_id;
use crate::limits::Limits;
use crate::refusals::{BUSY, Problem};
use crate::state::{AppState, SHARE};

/// Somebody before a screen.
#[derive(Clone, Debug)]
pub(super) struct Here {
    pub(super) at: AtScreen,
    /// The environment of the room, as it is during this request.
    pub(super) state: AppState,
    /// The name of the office.
    pub(super) name: String,
}

impl FromRequestParts<Station> for Here {
    type Rejection = &'static Trouble;

    /// Offices that are neither registered nor part of the play have no screen.
    async fn from_request_parts(parts: &mut Parts, station: &Station) -> Result<Self, &'static Trouble> {
        let at = AtScreen::from_request_parts(parts, station).await?;
        let (room, office) = (&at.visit.room, at.screen.office);
        let state = room.state();
        let member = state.store().member(&office).await.map_err(|_| &ROOM_FAILED)?;
        let registered = member.map(|member| member.office.name.clone());
        let played = || room.cast().into_iter().find(|one| one.number == office).map(|one| one.name);
        let name = registered.or_else(played).ok_or(&NO_PAGE)?;
        Ok(Self { at, state, name })
    }
}

impl Here {
    pub(super) const fn lang(&self) -> Lang {
        self.at.visit.lang()
    }

    pub(super) fn clerk(&self) -> Clerk<'_> {
        self.at.clerk()
    }

    /// The address of a page of this screen.
    pub(super) fn path(&self, rest: impl fmt::Display) -> String {
        self.at.path(&rest.to_string())
    }

    /// The address of a form of this screen that changes something.
    pub(super) fn action(&self, rest: impl fmt::Display) -> String {
        self.at.action(&rest.to_string())
    }

    /// On to a page that says what was done.
    pub(super) fn on(&self, rest: impl fmt::Display, done: &Done) -> Response {
        Redirect::to(&format!("{}?done={}", self.path(rest), done.id)).into_response()
    }

    pub(super) fn limits(&self) -> &Limits {
        self.state.limits()
    }

    /// Whether the environment assumes the word.
    pub(super) fn assumes(&self, row: &Assumption, word: &str) -> bool {
        self.state.assumed().is(row, word)
    }

    /// Whether a login is needed besides the certificate.
    pub(super) fn needs_login(&self) -> bool {
        self.assumes(&LOGIN, "password")
    }

    /// Whether somebody has logged in at this screen.
    pub(super) fn is_logged_in(&self) -> bool {
        self.at.visit.room.session(self.at.screen).is_some()
    }

    /// The name of an office by its number, if it is registered.
    pub(super) async fn name_of(&self, number: &str) -> Option<String> {
        let number = number.parse().ok()?;
        let member = self.state.store().member(&number).await.ok()??;
        Some(member.office.name.clone())
    }

    /// A turn to hold so many bytes of files in memory.
    ///
    /// # Errors
    /// When others hold them for too long.
    pub(super) async fn turn(&self, bytes: usize) -> Result<SemaphorePermit<'_>, Refused> {
        let limits = self.limits();
        let shares = (bytes / SHARE + 1).min(limits.waiting_bytes / SHARE).max(1);
        let shares = u32::try_from(shares).unwrap_or(u32::MAX);
        let turn = timeout(limits.body, self.at.visit.guest.desk.uploads().acquire_many(shares)).await;
        turn.ok().and_then(Result::ok).ok_or_else(|| Problem::from(&BUSY).into())
    }
}

impl From<Problem> for Refused {
    fn from(problem: Problem) -> Self {
        Self::Problem(Box::new(problem))
    }
}

/// A sentence in the language of the page.
pub(super) fn said(message: &Message, lang: Lang) -> &str {
    message.get(lang)
}

/// The id in an address. What cannot be one is not asked for.
#[derive(Clone, Debug)]
pub(super) struct Id(pub(super) String);

/// The id and the number of a file in an address.
#[derive(Clone, Debug)]
pub(super) struct FileId(pub(super) String, pub(super) u32);

#[derive(Deserialize)]
struct Named {
    id: String,
    #[serde(default)]
    n: u32,
}

impl FromRequestParts<Station> for Id {
    type Rejection = &'static Trouble;

    async fn from_request_parts(parts: &mut Parts, station: &Station) -> Result<Self, &'static Trouble> {
        let FileId(id, _) = FileId::from_request_parts(parts, station).await?;
        Ok(Self(id))
    }
}

impl FromRequestParts<Station> for FileId {
    type Rejection = &'static Trouble;

    async fn from_request_parts(parts: &mut Parts, station: &Station) -> Result<Self, &'static Trouble> {
        let named = Path::<Named>::from_request_parts(parts, station).await;
        let Path(Named { id, n }) = named.map_err(|_| &NO_PAGE)?;
        if is_id(&id) { Ok(Self(id, n)) } else { Err(&NO_PAGE) }
    }
}
