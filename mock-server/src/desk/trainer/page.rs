//! `GET /desk/trainer`, and its part that follows what happens.

use axum::response::Html;
use careplan::text::Text;
use maud::html;

use super::seats::table;
use crate::desk::clocks;
use crate::desk::page;
use crate::desk::visit::Guest;

const TITLE: Text = page::TRAINER;
const ABOUT: Text = Text::new(
    "すべての席の様子です。この画面は、この機械だけで開けます。",
    "All seats. This page can be opened on this machine only.",
);
const CODES: Text = Text::new("席のコードを印刷する", "Print the codes of the seats");
const CLOCKS: Text = Text::new("すべての席の日付を変える", "Set the date of all seats");
const RESET: Text = Text::new("すべての席を初めの状態に戻す", "Reset all seats");
const GO_ON: Text = Text::new("確認へ進む", "Go on");
const RESET_WHAT: Text = Text::new(
    "次の講習の前に使います。進む前に、もう一度確かめます。",
    "For the next lesson. You are asked once more before anything happens.",
);

/// `GET /desk/trainer`.
pub(super) async fn page(guest: Guest) -> Html<String> {
    let lang = guest.lang;
    let body = html! {
        h1 { (TITLE.get(lang)) }
        p { (ABOUT.get(lang)) " " a href="/desk/trainer/codes" { (CODES.get(lang)) } }
        div.wide tabindex="0" role="region" aria-label=(ABOUT.get(lang)) data-live="/desk/trainer/seats" data-every="3000" { (table(&guest).await) }
        h2 { (CLOCKS.get(lang)) }
        (clocks::controls(&action(&guest, "clocks"), guest.desk.rooms().now_ms(), lang))
        h2 { (RESET.get(lang)) }
        form.box method="get" action="/desk/trainer/reset" {
            p { (RESET_WHAT.get(lang)) }
            (clocks::profiles(guest.desk.rooms().profile(), lang))
            button.quiet type="submit" { (GO_ON.get(lang)) }
        }
    };
    Html(page::guest(&guest, TITLE.get(lang), &body).into_string())
}

/// `GET /desk/trainer/seats`: the table alone.
pub(super) async fn seats(guest: Guest) -> Html<String> {
    Html(table(&guest).await.into_string())
}

/// The address of a form of the trainer.
pub(super) fn action(guest: &Guest, rest: &str) -> String {
    format!("/desk/trainer/{rest}?t={}", guest.token)
}
