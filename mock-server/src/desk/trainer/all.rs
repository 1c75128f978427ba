//! What a trainer does to all seats at once.

use axum::Form;
use axum::extract::Query;
use axum::extract::rejection::{FormRejection, QueryRejection};
use axum::response::{Html, Redirect};
use careplan::text::Text;
use maud::html;

use super::page::action;
use crate::desk::clocks::{Asked, Wanted, apply};
use crate::desk::page;
use crate::desk::trouble::{Trouble, UNREADABLE};
use crate::desk::visit::Guest;

const SURE: Text = Text::new("本当に、すべての席を初めの状態に戻しますか", "Reset all seats, really?");
const WHAT: Text = Text::new(
    "どの席でも、送受信したもの、下書き、端末の証明書、模擬の日付が初めの状態に戻ります。練習中の人がいないか、確かめてください。",
    "At every seat all that was sent and received, drafts, certificates and the date begin anew. See that nobody is in the middle of something.",
);
const DO: Text = Text::new("すべて初めの状態に戻す", "Reset all");
const STOP: Text = Text::new("やめる", "Cancel");

/// `POST /desk/trainer/clocks`. Seats that nobody has opened yet are opened: they begin with this date.
pub(super) async fn clocks(
    guest: Guest,
    given: Result<Form<Asked>, FormRejection>,
) -> Result<Redirect, &'static Trouble> {
    let Form(asked) = given.map_err(|_| &UNREADABLE)?;
    for seat in guest.desk.seats() {
        let room = guest.desk.rooms().open(seat.number).await?;
        apply(&room.state(), &asked).await?;
    }
    Ok(Redirect::to("/desk/trainer"))
}

/// `GET /desk/trainer/reset`.
pub(super) async fn confirm(
    guest: Guest,
    wanted: Result<Query<Wanted>, QueryRejection>,
) -> Result<Html<String>, &'static Trouble> {
    let lang = guest.lang;
    let wanted = wanted.map(|Query(wanted)| wanted).unwrap_or_default();
    let profile = wanted.profile(guest.desk.rooms().profile())?;
    let body = html! {
        h1 { (SURE.get(lang)) }
        p { (WHAT.get(lang)) }
        p { strong { (page::profile(profile).get(lang)) } }
        form.row method="post" action=(action(&guest, "reset")) {
            input type="hidden" name="profile" value=(profile.as_str());
            button type="submit" { (DO.get(lang)) }
            a.button.quiet href="/desk/trainer" { (STOP.get(lang)) }
        }
    };
    Ok(Html(page::guest(&guest, SURE.get(lang), &body).into_string()))
}

/// `POST /desk/trainer/reset`. The environment of the relay itself stays as it is.
pub(super) async fn reset(
    guest: Guest,
    given: Result<Form<Wanted>, FormRejection>,
) -> Result<Redirect, &'static Trouble> {
    let Form(wanted) = given.map_err(|_| &UNREADABLE)?;
    let rooms = guest.desk.rooms();
    let profile = wanted.profile(rooms.profile())?;
    for seat in guest.desk.seats() {
        // A seat that nobody has opened is as it was in the beginning.
        if rooms.known(seat.number).is_some() || profile != rooms.profile() {
            let room = rooms.open(seat.number).await?;
            room.stage(room.first_cast(), profile).await?;
        }
    }
    Ok(Redirect::to("/desk/trainer"))
}
