//! `GET /desk/{room}/scenarios/{id}/handout`: one page of A4, made of the scenario's own text.

use axum::extract::Path;
use axum::response::Html;
use careplan::text::{Lang, Text};
use maud::{Markup, html};

use super::show::facts;
use super::words::{DO, DONE, HANDOUT, SEEN, WHO, who};
use crate::desk::dates;
use crate::desk::page::{self, said};
use crate::desk::scenarios::{Scenario, by_id};
use crate::desk::trouble::{NO_PAGE, Trouble};
use crate::desk::visit::Visit;

const IN_YEAR: Text = Text::new("いつ（2026年）", "When (2026)");
const PRINT: Text = Text::new(
    "ブラウザーの印刷（Ctrl＋P）で、A4 縦1枚に印刷できます。",
    "Print it with the browser (Ctrl+P): one page of A4, upright.",
);
const BACK: Text = Text::new("話に戻る", "Back to the scenario");
const TRAINING: Text = Text::new(
    "訓練用。人・事業所・番号は架空です。本物の画面とは違うところがあります。",
    "For training. People, offices and numbers are invented; the real screens differ in places.",
);
const NOTES: Text = Text::new("メモ（決めた日・担当など）", "Notes (days agreed on, who is in charge)");

pub(super) async fn handout(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
) -> Result<Html<String>, &'static Trouble> {
    let scenario = by_id(&id).ok_or(&NO_PAGE)?;
    let lang = visit.lang();
    let body = html! {
        p.on-screen { (PRINT.get(lang)) " " a href=(visit.path(&format!("scenarios/{id}"))) { (BACK.get(lang)) } }
        (sheet(scenario, lang))
    };
    let title = format!("{} {}", HANDOUT.get(lang), scenario.title.get(lang));
    Ok(Html(page::visit(&visit, "scenarios", &title, &body).into_string()))
}

/// The page itself.
fn sheet(scenario: &Scenario, lang: Lang) -> Markup {
    html! {
        article.handout {
            h1 { (scenario.title.get(lang)) }
            dl.facts { (facts(scenario, lang)) }
            table {
                thead { tr { @for name in [DONE, IN_YEAR, WHO, DO, SEEN] { th scope="col" { (name.get(lang)) } } } }
                tbody { @for step in scenario.steps { tr {
                    td.tick { "☐" }
                    td { time { (said(&dates::within_year(step.at.unix_ms()), lang)) } }
                    td { (who(scenario, step, lang)) }
                    td { strong { (step.title.get(lang)) } p.soft { (step.why.get(lang)) } p { (step.by_hand.get(lang)) } }
                    td { (step.seen.get(lang)) }
                } } }
            }
            h2 { (NOTES.get(lang)) }
            div.notes {}
            p.soft { (TRAINING.get(lang)) }
        }
    }
}
