//! Why something is refused: the row of the relay's table, and the source it stands on.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use careplan::text::Text;
use maud::html;
use serde::Deserialize;

use super::here::Here;
use super::shell::Page;
use crate::desk::trouble::NO_PAGE;
use crate::refusals::{ASSUMPTION, REFUSALS};

const TITLE: Text = Text::new("なぜ断られるのか", "Why this is refused");
const WHAT: Text = Text::new("どうすればよいか", "What to do");
const SOURCE: Text = Text::new("よりどころ", "Source");
const ASSUMED: Text = Text::new(
    "「assumption」とあるところは、公開された資料がないため、この模擬環境が仮に決めたことです。本物の画面や文言とは違うことがあります。",
    "Where it says \"assumption\", no public source tells what the real exchange does; this environment had to decide. Screens and words of the real one may differ.",
);

#[derive(Debug, Deserialize)]
pub(super) struct Named {
    code: String,
}

/// `GET why/{code}`.
pub(super) async fn page(here: Here, Path(Named { code }): Path<Named>) -> Response {
    let Some(refusal) = REFUSALS.iter().find(|refusal| refusal.code == code) else {
        return (&NO_PAGE).into_response();
    };
    let lang = here.lang();
    let body = html! {
        h1 { (TITLE.get(lang)) }
        div.box {
            p { strong { (refusal.title.get(lang)) } }
            h2 { (WHAT.get(lang)) }
            p { (refusal.what_to_do.get(lang)) }
            h2 { (SOURCE.get(lang)) }
            p { (refusal.source) }
            @if refusal.source.contains(ASSUMPTION) { p.soft { (ASSUMED.get(lang)) } }
            p.small { code { (refusal.code) } }
        }
    };
    Page::of("", TITLE.get(lang)).below(format!("why/{code}")).show(&here, &body)
}
