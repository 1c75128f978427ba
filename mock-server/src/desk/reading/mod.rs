//! 帳票で読む: files that are dropped at a seat, read as the paper forms that people know. Nothing
//! is sent; what was dropped is kept for a while, so that its pages can be turned and printed.

mod page;
mod piles;

pub(super) use page::Turned;
pub(super) use piles::Piles;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::get;
use careplan::text::{Lang, Message, Text};
use maud::{Markup, html};

use super::door::Station;
use super::forms::{self, Forms};
use super::shelf::Paper;

/// Bytes of a form that are still read and thrown away, so that whoever dropped far too much is
/// told so and not cut off.
const READ: usize = 1 << 30;

/// The pages of a room.
pub(super) fn routes() -> Router<Station> {
    Router::new()
        .route("/forms", get(page::ask).post(page::take).layer(DefaultBodyLimit::max(READ)))
        .route("/forms/{pile}", get(page::show))
}

const TURN: Text = Text::new("帳票のページ", "Pages of the forms");
const BEFORE: Text = Text::new("前のページ", "previous page");
const AFTER: Text = Text::new("次のページ", "next page");

/// Draws papers off the asynchronous threads: how many forms there are, the way to further pages,
/// and the forms.
pub(super) async fn drawn(papers: Vec<Paper>, lang: Lang, from: usize) -> Markup {
    let drawn = tokio::task::spawn_blocking(move || forms::render(&papers, lang, from));
    // Drawing does not panic; if it did, an empty page is better than none.
    let Forms { body, forms, previous, next } = drawn.await.unwrap_or_else(|problem| {
        tracing::error!(%problem, "forms");
        Forms::default()
    });
    let count = Message::new(format!("帳票は全部で{forms}枚です。"), format!("{forms} forms in all."));
    html! {
        p.no-print { (count.get(lang)) }
        @if previous.is_some() || next.is_some() {
            nav.turn.no-print aria-label=(TURN.get(lang)) {
                @for (at, name) in [(previous, BEFORE), (next, AFTER)] {
                    @if let Some(at) = at { a.button.quiet href={ "?from=" (at) } { (name.get(lang)) } " " }
                }
            }
        }
        (body)
    }
}
