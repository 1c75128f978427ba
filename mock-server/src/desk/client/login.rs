//! ログイン and ログアウト, where the environment asks for more than the certificate (relay.md 29–31).

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::response::{IntoResponse, Response};
use careplan::text::Text;
use maud::{Markup, html};
use serde::Deserialize;

use super::alert::{alert, status};
use super::done::{LOGGED_IN, LOGGED_OUT, Said, note};
use super::here::Here;
use super::shell::Page;
use super::top;
use crate::desk::clerk::Refused;
use crate::desk::room::Account;
use crate::desk::trouble::UNREADABLE;
use crate::wire::{Login, Secret};

const TITLE: Text = Text::new("ログイン", "Log in");
const USER: Text = Text::new("ユーザーID（KJ から始まる14文字）", "User id (KJ and twelve digits)");
const PASSWORD: Text = Text::new("パスワード", "Password");
const GO: Text = Text::new("ログイン", "Log in");
const CHANGE: Text = Text::new("パスワードを変更する", "Change the password");
const NOTE: Text = Text::new("練習用のユーザーIDとパスワード", "User id and password for practice");
const NOTE_WHY: Text = Text::new(
    "この席だけで使えるものです。本物のユーザーIDやパスワードは入れないでください。",
    "They count at this seat only. Please do not enter real ones.",
);
const OWN: Text = Text::new(
    "この事業所のユーザーIDとパスワードは、この環境の管理者が出したものを使ってください。",
    "Use the user id and password that whoever runs this environment gave to the office.",
);
const NO_NEED: Text = Text::new(
    "この環境では、電子証明書だけで利用できます。ログインはいりません。",
    "In this environment the certificate is enough. There is no login.",
);
const TOP: Text = Text::new("トップへ", "To the top page");

/// `GET login`.
pub(super) async fn page(here: Here, said: Said) -> Response {
    shown(&here, said, None).await
}

async fn shown(here: &Here, said: Said, refused: Option<&Refused>) -> Response {
    let lang = here.lang();
    let page = Page::of("login", TITLE.get(lang));
    if !here.needs_login() {
        let body = html! {
            (said.note(lang))
            h1 { (TITLE.get(lang)) }
            p { (NO_NEED.get(lang)) }
            p { a.button href=(here.path("top")) { (TOP.get(lang)) } }
        };
        return page.show(here, &body);
    }
    let body = html! {
        @if let Some(refused) = refused { (alert(here, refused, None)) }
        (said.note(lang))
        h1 { (TITLE.get(lang)) }
        div.beside {
            form.box.stack method="post" action=(here.action("login")) {
                div {
                    label for="user" { (USER.get(lang)) }
                    input id="user" name="user_id" type="text" required autocomplete="off" spellcheck="false" maxlength="32"
                        autocapitalize="characters";
                }
                div {
                    label for="password" { (PASSWORD.get(lang)) }
                    input id="password" name="password" type="password" required autocomplete="off" maxlength="128";
                }
                button type="submit" { (GO.get(lang)) }
            }
            (slip(here).await)
        }
        p { a href=(here.path("password")) { (CHANGE.get(lang)) } }
    };
    match refused {
        None => page.show(here, &body),
        Some(refused) => page.refuse(here, status(refused), &body),
    }
}

/// The note on the desk: the account of the seat.
pub(super) async fn slip(here: &Here) -> Markup {
    let lang = here.lang();
    let account = here.at.visit.room.account(here.at.screen.office).await.unwrap_or_else(|problem| {
        tracing::error!(%problem, "the account of a screen");
        None
    });
    html! {
        aside.box.slip aria-labelledby="slip" {
            h2 id="slip" { (NOTE.get(lang)) }
            @match account {
                Some(Account { user_id, password: Secret(password) }) => {
                    dl {
                        dt { (USER.get(lang)) } dd { code { (user_id) } }
                        dt { (PASSWORD.get(lang)) } dd { code { (password) } }
                    }
                    p.soft { (NOTE_WHY.get(lang)) }
                }
                None => p { (OWN.get(lang)) },
            }
        }
    }
}

/// What is typed to log in.
#[derive(Debug, Deserialize)]
pub(super) struct Typed {
    user_id: String,
    password: Secret,
}

/// `POST login`.
pub(super) async fn log_in(here: Here, given: Result<Form<Typed>, FormRejection>) -> Response {
    let Ok(Form(Typed { user_id, password })) = given else { return (&UNREADABLE).into_response() };
    match here.clerk().log_in(&Login { user_id: user_id.trim().to_owned(), password }).await {
        Ok(begun) if begun.notices.is_empty() => here.on("top", &LOGGED_IN),
        Ok(begun) => top::shown(&here, &note(&LOGGED_IN, here.lang()), &begun.notices).await,
        Err(refused) => shown(&here, Said::default(), Some(&refused)).await,
    }
}

/// `POST logout`. Whatever the exchange says, the screen is logged out.
pub(super) async fn log_out(here: Here) -> Response {
    if here.is_logged_in()
        && let Err(refused) = here.clerk().log_out().await
    {
        tracing::debug!(?refused, "a logout");
    }
    here.on("login", &LOGGED_OUT)
}
