//! `GET /desk/{room}/scenarios/{id}`: one scenario, and the guide where it is under way.

use axum::extract::Path;
use axum::response::Html;
use careplan::text::{Lang, Text};
use maud::{Markup, html};

use super::guide;
use super::words::{AUDIENCE, HANDOUT, LEARNED, LENGTH, SOURCE, STEPS, TITLE, colon, length, when, who};
use crate::desk::director::Showing;
use crate::desk::page;
use crate::desk::scenarios::{Scenario, by_id};
use crate::desk::trouble::{NO_PAGE, Trouble};
use crate::desk::visit::Visit;

const START: Text = Text::new("この話を始める", "Begin");
const WARNING: Text = Text::new(
    "始めると、この席の送受信とログインはすべて消え、話の事業所に入れ替わります。",
    "Beginning clears everything that was sent and received at this seat, and brings in the offices of the story.",
);
const OTHER: Text = Text::new("いまは別の話が進んでいます。", "Another scenario is under way.");
const THAT: Text = Text::new("その話へ", "Go there");
const RENEW: Text = Text::new("画面を新しくする", "Look again");

pub(super) async fn show(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
) -> Result<Html<String>, &'static Trouble> {
    let scenario = by_id(&id).ok_or(&NO_PAGE)?;
    let showing = visit.room.director().look(&visit.room).await?;
    let lang = visit.lang();
    let body = html! {
        h1 { (scenario.title.get(lang)) }
        @match showing {
            Some(showing) if showing.scenario.id == scenario.id => { (under_way(&visit, &showing)) },
            other => { (before(&visit, scenario, other.as_ref())) },
        }
    };
    Ok(Html(page::visit(&visit, "scenarios", scenario.title.get(lang), &body).into_string()))
}

fn under_way(visit: &Visit, showing: &Showing) -> Markup {
    let lang = visit.lang();
    html! {
        p.unseen id="step-news" role="status" {}
        div.guide data-live=(visit.path("scenarios/now")) data-every="1500" data-tells="step-news" {
            (guide::guide(visit, showing))
        }
        noscript { p { a href=(visit.path(&format!("scenarios/{}", showing.scenario.id))) { (RENEW.get(lang)) } } }
    }
}

/// What it is about, before it begins.
fn before(visit: &Visit, scenario: &Scenario, other: Option<&Showing>) -> Markup {
    let lang = visit.lang();
    let path = |id: &str| visit.path(&format!("scenarios/{id}"));
    html! {
        @if let Some(other) = other {
            p.box { (OTHER.get(lang)) " " a href=(path(other.scenario.id)) {
                (THAT.get(lang)) (colon(lang)) (other.scenario.title.get(lang))
            } }
        }
        dl.facts { (facts(scenario, lang)) }
        form method="post" action=(visit.action(&format!("scenarios/{}/do/start", scenario.id))) {
            p { (WARNING.get(lang)) }
            button type="submit" { (START.get(lang)) }
            " " a.button.quiet href={ (path(scenario.id)) "/handout" } { (HANDOUT.get(lang)) }
            " " a href=(visit.path("scenarios")) { (TITLE.get(lang)) }
        }
        h2 { (STEPS.get(lang)) }
        ol.steps { @for step in scenario.steps {
            li { strong { (step.title.get(lang)) } br; span.soft { (when(step, lang)) "　" (who(scenario, step, lang)) } }
        } }
    }
}

/// For whom, how long, what for, whence.
pub(super) fn facts(scenario: &Scenario, lang: Lang) -> Markup {
    let rows = [
        (LEARNED, scenario.learned.get(lang).to_owned()),
        (AUDIENCE, scenario.audience.get(lang).to_owned()),
        (LENGTH, length(scenario, lang)),
        (SOURCE, scenario.source.to_owned()),
    ];
    html! { @for (name, value) in rows { dt { (name.get(lang)) } dd { (value) } } }
}
