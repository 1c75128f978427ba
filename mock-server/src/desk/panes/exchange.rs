//! `GET /desk/{room}/exchange`: what has happened, drawn. The script asks for the part that
//! changes alone; without it, this is a page.

use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::http::HeaderMap;
use axum::response::Html;
use careplan::text::Text;
use maud::{Markup, html};
use serde::Deserialize;

use crate::desk::page;
use crate::desk::screen::Screen;
use crate::desk::trace::{Look, Trace, drawn};
use crate::desk::trouble::{ROOM_FAILED, Trouble};
use crate::desk::visit::Visit;
use crate::store::StoreError;

const TITLE: Text = Text::new("やりとりの図", "The exchange, drawn");
const ABOUT: Text = Text::new(
    "中継の記録（ジャーナル）から描いています。新しいものが上です。",
    "Drawn from the journal of the relay. The latest comes first.",
);

/// Drawings and lines beside two screens, and on a page of their own.
const BESIDE: (usize, usize) = (1, 12);
const ALONE: (usize, usize) = (8, 60);
/// What the script says of itself.
const FRAGMENT: &str = "renkei-fragment";

/// From which side one looks. What is no screen counts as none: the drawing is still right.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sides {
    pub(super) left: Option<Screen>,
    pub(super) right: Option<Screen>,
}

/// The sides as they stand in an address.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    left: Option<String>,
    right: Option<String>,
}

impl From<Asked> for Sides {
    fn from(asked: Asked) -> Self {
        let screen = |text: Option<String>| text.and_then(|text| text.parse().ok());
        Self { left: screen(asked.left), right: screen(asked.right) }
    }
}

/// `GET exchange`.
pub(super) async fn exchange(
    visit: Visit,
    headers: HeaderMap,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Html<String>, &'static Trouble> {
    let sides = asked.map(|Query(asked)| Sides::from(asked)).unwrap_or_default();
    let is_beside = sides.left.is_some();
    let fragment = fragment(&visit, sides, if is_beside { BESIDE } else { ALONE }).await?;
    if headers.contains_key(FRAGMENT) {
        return Ok(Html(fragment.into_string()));
    }
    let lang = visit.lang();
    let body = html! {
        h1 { (TITLE.get(lang)) }
        p { (ABOUT.get(lang)) }
        (live(&visit.path("exchange"), &fragment))
    };
    Ok(Html(page::visit(&visit, "exchange", TITLE.get(lang), &body).into_string()))
}

/// The drawing beside two screens.
pub(super) async fn beside(visit: &Visit, sides: Sides) -> Result<Markup, &'static Trouble> {
    fragment(visit, sides, BESIDE).await
}

async fn fragment(visit: &Visit, sides: Sides, most: (usize, usize)) -> Result<Markup, &'static Trouble> {
    let trace = Trace::of(&visit.room, most.1).await.map_err(|problem| failed(&problem))?;
    let look = Look { left: sides.left, right: sides.right, figures: most.0 };
    Ok(drawn(&trace, &visit.room, look, visit.lang()))
}

/// A part that follows what happens. News are said by an element of their own, which stays.
pub(super) fn live(address: &str, fragment: &Markup) -> Markup {
    html! {
        p.unseen id="news" role="status" {}
        div.exchange data-live=(address) data-every="1500" data-tells="news" { (fragment) }
    }
}

/// The journal could not be read.
pub(super) fn failed(problem: &StoreError) -> &'static Trouble {
    tracing::error!(%problem, "the journal of a room");
    &ROOM_FAILED
}
