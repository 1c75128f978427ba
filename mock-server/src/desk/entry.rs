//! The first page of the desk: sitting down at a seat.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::response::{Html, IntoResponse, Redirect, Response};
use careplan::text::Text;
use maud::html;
use serde::Deserialize;

use super::code::typed;
use super::door::Door;
use super::page;
use super::trouble::{TOO_MANY_TRIES, Trouble, UNREADABLE, WRONG_CODE};
use super::visit::Guest;

const TITLE: Text = Text::new("練習机に座る", "Sit down at the training desk");
const CODE: Text = Text::new("席のコード（英数字5文字）", "Code of the seat (5 letters and digits)");
const SIT: Text = Text::new("この席に座る", "Sit down");
const SEATS: Text = Text::new("席の一覧（この機械だけに表示されます）", "All seats (shown on this machine only)");
const OWN: Text = Text::new("この環境そのもの", "The environment itself");
const SEAT: Text = Text::new("席", "Seat");

/// `GET /desk`.
pub(super) async fn entry(guest: Guest) -> Html<String> {
    let lang = guest.lang;
    let body = html! {
        h1 { (TITLE.get(lang)) }
        form.enter.box method="post" action={ "/desk/enter?t=" (guest.token) } {
            label for="code" { (CODE.get(lang)) }
            input id="code" name="code" type="text" required autocomplete="off" autocapitalize="characters"
                spellcheck="false" maxlength="12";
            button type="submit" { (SIT.get(lang)) }
        }
        @if guest.door == Door::Loopback {
            p { a.button.quiet href="/desk/trainer" { (page::TRAINER.get(lang)) } }
            h2 { (SEATS.get(lang)) }
            ul.seats {
                li { a href="/desk/0" { (OWN.get(lang)) } }
                @for seat in guest.desk.seats() {
                    li { a href={ "/desk/" (seat.number) } { (SEAT.get(lang)) " " (seat.number) } " " code { (seat.code) } }
                }
            }
        }
    };
    Html(page::guest(&guest, TITLE.get(lang), &body).into_string())
}

/// What is typed to sit down.
#[derive(Debug, Deserialize)]
pub(super) struct Entered {
    code: String,
}

/// `POST /desk/enter`.
pub(super) async fn enter(guest: Guest, given: Result<Form<Entered>, FormRejection>) -> Response {
    match seat(&guest, given) {
        Ok(number) => Redirect::to(&format!("/desk/{number}")).into_response(),
        Err(trouble) => trouble.into_response(),
    }
}

fn seat(guest: &Guest, given: Result<Form<Entered>, FormRejection>) -> Result<usize, &'static Trouble> {
    let Form(Entered { code }) = given.map_err(|_| &UNREADABLE)?;
    let visitors = guest.desk.visitors();
    if !visitors.may_try() {
        return Err(&TOO_MANY_TRIES);
    }
    let Some(number) = guest.desk.rooms().by_code(&typed(&code)) else {
        visitors.wrong();
        return Err(&WRONG_CODE);
    };
    visitors.sit(&guest.id, number);
    Ok(number)
}
