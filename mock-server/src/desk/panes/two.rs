//! `GET /desk/{room}/two`: one screen, two offices. Either side is a page of its own in a frame,
//! between them the exchange.

use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::response::Html;
use careplan::text::{Lang, Text};
use maud::{Markup, html};

use super::exchange::{self, Asked, Sides};
use super::places;
use crate::desk::director::Showing;
use crate::desk::page;
use crate::desk::screen::Screen;
use crate::desk::stage;
use crate::desk::trouble::Trouble;
use crate::desk::visit::Visit;
use crate::offices::Office;

const TITLE: Text = Text::new("1画面で2事業所", "Two offices on one screen");
const EXCHANGE: Text = Text::new("やりとりの図", "The exchange");
const HISTORY: Text = Text::new("これまでのできごとをすべて見る", "Everything that has happened so far");
const NOBODY: Text = Text::new(
    "この環境には、まだ事業所がありません。事業所を登録すると、ここに並びます。",
    "There is no office in this environment yet. Once offices are registered, they appear here.",
);
const CHANGE: Text = Text::new("替える", "Change");
const ALONE: Text = Text::new("この画面だけ開く", "Open alone");

/// One side.
struct Side {
    /// The name of its parameter.
    id: &'static str,
    name: Text,
    screen: Screen,
    /// The other side, which stays.
    other: (&'static str, Screen),
}

/// `GET two`.
pub(super) async fn two(
    visit: Visit,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Html<String>, &'static Trouble> {
    let lang = visit.lang();
    let offices = places::offices(&visit.room).await.map_err(|problem| exchange::failed(&problem))?;
    let asked = asked.map(|Query(asked)| Sides::from(asked)).unwrap_or_default();
    let playing = visit.room.director().look(&visit.room).await?;
    let [left, right] = playing.as_ref().map(|playing| playing.sides).unwrap_or_default();
    let of = |n: usize| offices.get(n).or(offices.first()).map(|office| Screen::first(office.number));
    // Who asks for nothing gets the screens of the scenario that is under way, or else the first two.
    let left = asked.left.or(left).or_else(|| of(0));
    let body = match (left, asked.right.or(right).or_else(|| of(1))) {
        (Some(left), Some(right)) => both(&visit, &offices, playing.as_ref(), [left, right]).await?,
        _ => html! { h1 { (TITLE.get(lang)) } p { (NOBODY.get(lang)) } },
    };
    Ok(Html(page::visit(&visit, "two", TITLE.get(lang), &body).into_string()))
}

async fn both(
    visit: &Visit,
    offices: &[Office],
    playing: Option<&Showing>,
    [left, right]: [Screen; 2],
) -> Result<Markup, &'static Trouble> {
    let lang = visit.lang();
    let fragment = exchange::beside(visit, Sides { left: Some(left), right: Some(right) }).await?;
    let address = format!("{}?left={left}&right={right}", visit.path("exchange"));
    let sides = [
        Side { id: "left", name: Text::new("左の画面", "Left"), screen: left, other: ("right", right) },
        Side { id: "right", name: Text::new("右の画面", "Right"), screen: right, other: ("left", left) },
    ];
    Ok(html! {
        h1.unseen { (TITLE.get(lang)) }
        @if let Some(playing) = playing { (stage::band(visit, playing, [left, right])) }
        div.two {
            details.between open {
                summary { h2 { (EXCHANGE.get(lang)) } }
                p.more { a href=(visit.path("exchange")) target="_blank" { (HISTORY.get(lang)) } }
                (exchange::live(&address, &fragment))
            }
            @for side in &sides { (pane(visit, offices, side, lang)) }
        }
    })
}

fn pane(visit: &Visit, offices: &[Office], side: &Side, lang: Lang) -> Markup {
    let Side { id, name, screen, other } = side;
    let (address, told) = (visit.path(&format!("at/{screen}/")), places::name(offices, *screen));
    html! {
        section.pane.(*id) aria-label={ (name.get(lang)) "：" (told.get(lang)) } {
            form.chooser method="get" action=(visit.path("two")) {
                label for=(id) { (name.get(lang)) }
                select id=(id) name=(id) { (choices(offices, *screen, lang)) }
                input type="hidden" name=(other.0) value=(other.1);
                button.quiet type="submit" { (CHANGE.get(lang)) }
                a href=(address) target="_blank" { (ALONE.get(lang)) }
            }
            iframe src=(address) title={ (name.get(lang)) "：" (told.get(lang)) } {}
        }
    }
}

/// Every office at each of its terminals, and the present screen wherever it stands.
fn choices(offices: &[Office], present: Screen, lang: Lang) -> Markup {
    let offered = |screen: Screen| screen.terminal <= places::OFFERED;
    html! {
        @for office in offices {
            optgroup label=(office.name) {
                @for screen in places::screens(office.number) {
                    option value=(screen) selected[screen == present] { (places::name(offices, screen).get(lang)) }
                }
            }
        }
        @if !offered(present) || offices.iter().all(|office| office.number != present.office) {
            option value=(present) selected { (places::name(offices, present).get(lang)) }
        }
    }
}
