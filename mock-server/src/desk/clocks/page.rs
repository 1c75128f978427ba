//! `GET` and `POST /desk/{room}/clock`, and `GET /desk/{room}/now`: the simulated date.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::response::{Html, Redirect};
use careplan::text::{Lang, Text};
use maud::{Markup, html};

use super::moves::{Asked, FREEZE, GO_ON, SET, STEPS, apply};
use super::reset;
use crate::clock::ClockSetting;
use crate::desk::trouble::{Trouble, UNREADABLE};
use crate::desk::visit::Visit;
use crate::desk::{dates, page};
use crate::state::AppState;

const TITLE: Text = Text::new("日付とリセット", "Date and reset");
const NOW: Text = Text::new("いまの模擬の日付", "The simulated date now");
const STANDS: Text = Text::new("止めています", "standing still");
const RUNS: Text = Text::new("ふつうの速さで進んでいます", "running at the usual speed");
const STEP: Text = Text::new("進める", "Move on");
const DATE: Text = Text::new("日付と時刻（日本時間）", "Date and time (Japan)");
const SET_IT: Text = Text::new("この日付にする", "Set this date");
const STOP: Text = Text::new("日付を止める", "Stop the date");
const RUN: Text = Text::new("また進める", "Let it go on");
const AFTER: Text = Text::new(
    "日付を変えると、ログイン・証明書・ライセンスの期限も、その日付で判断されます。",
    "Logins, certificates and licences are judged by this date.",
);

/// `GET clock`.
pub(super) async fn clock(visit: Visit) -> Html<String> {
    let lang = visit.lang();
    let state = visit.room.state();
    let body = html! {
        h1 { (TITLE.get(lang)) }
        (now_line(&state, lang))
        (controls(&visit.action("clock"), state.now_ms(), lang))
        p.soft { (AFTER.get(lang)) }
        (reset::section(&visit))
    };
    Html(page::visit(&visit, "clock", TITLE.get(lang), &body).into_string())
}

fn now_line(state: &AppState, lang: Lang) -> Markup {
    let runs = if matches!(state.clock().setting(), ClockSetting::Frozen { .. }) { STANDS } else { RUNS };
    html! {
        p.now { (NOW.get(lang)) "：" strong { time { (dates::moment(state.now_ms()).get(lang)) } } " — " (runs.get(lang)) }
    }
}

/// The buttons that move a clock, for a form with this address.
pub(in crate::desk) fn controls(action: &str, now_ms: i64, lang: Lang) -> Markup {
    html! {
        form.box method="post" action=(action) {
            fieldset {
                legend { (STEP.get(lang)) }
                p.row { @for step in STEPS { (button(step.id, step.name, lang)) } }
                p.row { (button(FREEZE, STOP, lang)) (button(GO_ON, RUN, lang)) }
            }
        }
        form.box method="post" action=(action) {
            label for="date" { (DATE.get(lang)) }
            p.row {
                input id="date" name="date" type="datetime-local" required value=(dates::typed(now_ms));
                button type="submit" name="move" value=(SET) { (SET_IT.get(lang)) }
            }
        }
    }
}

fn button(id: &str, name: Text, lang: Lang) -> Markup {
    html! { button.quiet type="submit" name="move" value=(id) { (name.get(lang)) } }
}

/// `POST clock`.
pub(super) async fn set(visit: Visit, given: Result<Form<Asked>, FormRejection>) -> Result<Redirect, &'static Trouble> {
    let Form(asked) = given.map_err(|_| &UNREADABLE)?;
    apply(&visit.room.state(), &asked).await?;
    Ok(Redirect::to(&visit.path("clock")))
}

/// `GET now`: what the frame of every page shows of the date.
pub(super) async fn now(visit: Visit) -> Html<String> {
    Html(page::clock(visit.room.state().now_ms(), visit.lang()).into_string())
}
