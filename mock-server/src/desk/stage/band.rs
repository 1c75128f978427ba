//! The guide in brief, above two screens that stand side by side: what is to be done now, the
//! buttons, and the way to the whole guide.

use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::response::Html;
use careplan::text::Text;
use maud::{Markup, html};
use serde::Deserialize;

use super::guide::{self, Back};
use super::words::{counted, last};
use crate::desk::director::Showing;
use crate::desk::screen::Screen;
use crate::desk::trouble::Trouble;
use crate::desk::visit::Visit;

const GUIDE: Text = Text::new("話の案内", "The scenario");
const WHOLE: Text = Text::new("くわしい案内", "The whole guide");
const TURN: Text = Text::new("左右の画面をこのステップに合わせる", "Put the screens of this step side by side");
const OVER: Text = Text::new("この話は終わりました。", "This scenario is over.");

/// The screens that stand there.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Standing {
    left: Option<String>,
    right: Option<String>,
}

/// `GET /desk/{room}/scenarios/band?left=…&right=…`.
pub(super) async fn now(
    visit: Visit,
    asked: Result<Query<Standing>, QueryRejection>,
) -> Result<Html<String>, &'static Trouble> {
    let Query(Standing { left, right }) = asked.unwrap_or_default();
    let sides = [left, right].map(|text| text.and_then(|text| text.parse().ok()));
    let showing = visit.room.director().look(&visit.room).await?;
    Ok(Html(showing.map(|showing| band(&visit, &showing, sides).into_string()).unwrap_or_default()))
}

/// The band of what is under way, where something is; it follows what happens.
pub(crate) fn live(visit: &Visit, showing: &Showing, [left, right]: [Screen; 2]) -> Markup {
    let lang = visit.lang();
    let address = format!("{}?left={left}&right={right}", visit.path("scenarios/band"));
    html! {
        p.unseen id="step-news" role="status" {}
        section.band aria-label=(GUIDE.get(lang)) data-live=(address) data-every="1500" data-tells="step-news" {
            (band(visit, showing, [Some(left), Some(right)]))
        }
    }
}

fn band(visit: &Visit, showing: &Showing, sides: [Option<Screen>; 2]) -> Markup {
    let (lang, scenario) = (visit.lang(), showing.scenario);
    let step = scenario.steps.get(showing.step);
    let done = showing.step.checked_sub(1).and_then(|n| scenario.steps.get(n));
    let is_turned = showing.screen.is_none_or(|screen| sides.contains(&Some(screen)));
    html! {
        @if let (Some(done), Some(mark)) = (done, showing.marks.last()) {
            p.result data-news { strong.good { (last(*mark, lang)) } " " (done.seen.get(lang)) }
        }
        @match step {
            Some(step) => {
                p.to-do {
                    span.soft.number { (counted(showing.step, scenario, lang)) } " "
                    strong { (step.title.get(lang)) } " " (step.by_hand.get(lang))
                }
                @if let Some(trouble) = &showing.trouble { (guide::trouble(trouble, lang)) }
            },
            None => { p.to-do { strong { (OVER.get(lang)) } " " (scenario.learned.get(lang)) } },
        }
        div.row {
            (guide::buttons(visit, showing, Back::Two))
            @if !showing.papers.is_empty() { (guide::files(visit, showing)) }
            @if !is_turned { a href=(visit.path("two")) { (TURN.get(lang)) } }
            a href=(visit.path(&format!("scenarios/{}", scenario.id))) { (WHOLE.get(lang)) }
        }
    }
}
