//! `GET /desk/{room}/scenarios`: all of them.

use axum::response::Html;
use maud::{Markup, html};

use super::words::{AUDIENCE, DRILLS, HANDOUT, LEARNED, STORIES, TITLE, colon, length};
use crate::desk::page;
use crate::desk::scenarios::{SCENARIOS, Scenario};
use crate::desk::visit::Visit;

pub(super) async fn list(visit: Visit) -> Html<String> {
    let lang = visit.lang();
    let some = |are_drills: bool| SCENARIOS.iter().filter(move |scenario| scenario.is_drill == are_drills);
    let body = html! {
        h1 { (TITLE.get(lang)) }
        @for (heading, scenarios) in [(STORIES, some(false)), (DRILLS, some(true))] {
            h2 { (heading.get(lang)) }
            ul.scenarios { @for scenario in scenarios { li.box { (row(&visit, scenario)) } } }
        }
    };
    Html(page::visit(&visit, "scenarios", TITLE.get(lang), &body).into_string())
}

fn row(visit: &Visit, scenario: &Scenario) -> Markup {
    let (lang, path) = (visit.lang(), visit.path(&format!("scenarios/{}", scenario.id)));
    html! {
        h3 { a href=(path) { (scenario.title.get(lang)) } }
        p { (LEARNED.get(lang)) (colon(lang)) (scenario.learned.get(lang)) }
        p.soft { (AUDIENCE.get(lang)) (colon(lang)) (scenario.audience.get(lang)) "　" span.number { (length(scenario, lang)) } "　"
            a href={ (path) "/handout" } aria-label={ (HANDOUT.get(lang)) (colon(lang)) (scenario.title.get(lang)) } {
                (HANDOUT.get(lang))
            }
        }
    }
}
