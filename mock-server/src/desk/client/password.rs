//! パスワードの変更: where a login is refused because the password is a temporary one, or has expired
//! (relay.md 30). In the country it is done in 電子請求受付システム; here, beside the login.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::http::Method;
use axum::response::{IntoResponse, Redirect, Response};
use careplan::text::Text;
use maud::{Markup, html};
use serde::Deserialize;

use super::alert::{alert, status};
use super::done::PASSWORD_CHANGED;
use super::here::Here;
use super::login::slip;
use super::shell::Page;
use crate::desk::clerk::Refused;
use crate::desk::trouble::UNREADABLE;
use crate::wire::{Login, PasswordChange, PasswordChanged, Secret};

const TITLE: Text = Text::new("パスワードの変更", "Change the password");
const WHERE: Text = Text::new(
    "本番では、電子請求受付システムの画面で変更します。ここでは、その代わりをします。",
    "In the country this is done on the pages of 電子請求受付システム (the claims portal). This page stands in for them.",
);
const USER: Text = Text::new("ユーザーID", "User id");
const OLD: Text = Text::new("いまのパスワード（仮パスワード）", "Password until now, temporary or expired");
const NEW: Text = Text::new("新しいパスワード", "New password");
const AGAIN: Text = Text::new("新しいパスワード（もう一度）", "New password, once more");
const RULES: Text = Text::new(
    "英字と数字を使い、前のパスワードと違うものにします。ふだん使っているパスワードは入れないでください。",
    "Letters and digits, other than the last one. Please do not enter one that you use elsewhere.",
);
const GO: Text = Text::new("変更", "Change");
const BACK: Text = Text::new("ログインに戻る", "Back to the login");
const DIFFERENT: Text = Text::new(
    "新しいパスワードが、2つの欄で違っています。もう一度入れてください。",
    "The new password is not the same in both fields. Please enter it again.",
);

/// What is wrong with what was typed.
enum Wrong<'a> {
    /// The two fields of the new password are not the same.
    Different,
    /// The exchange says no.
    Refused(&'a Refused),
}

/// `GET password`. Where there is no login, that is what is said.
pub(super) async fn page(here: Here) -> Response {
    if !here.needs_login() {
        return Redirect::to(&here.path("login")).into_response();
    }
    shown(&here, "", None).await
}

async fn shown(here: &Here, user_id: &str, wrong: Option<Wrong<'_>>) -> Response {
    let lang = here.lang();
    let body = html! {
        @match &wrong {
            Some(Wrong::Refused(refused)) => (alert(here, refused, None)),
            Some(Wrong::Different) => div.refusal role="alert" tabindex="-1" autofocus {
                p { span.mark aria-hidden="true" { "×" } " " strong { (DIFFERENT.get(lang)) } }
            },
            None => {}
        }
        h1 { (TITLE.get(lang)) }
        p { (WHERE.get(lang)) }
        div.beside {
            form.box.stack.once method="post" action=(here.action("password")) {
                div {
                    label for="user" { (USER.get(lang)) }
                    input id="user" name="user_id" type="text" required value=(user_id) autocomplete="off" spellcheck="false"
                        maxlength="32" autocapitalize="characters";
                }
                (secret("password", OLD.get(lang), None))
                (secret("new_password", NEW.get(lang), Some("rules")))
                p.soft id="rules" { (RULES.get(lang)) }
                (secret("again", AGAIN.get(lang), None))
                p.buttons {
                    button type="submit" { (GO.get(lang)) }
                    a.button.quiet href=(here.path("login")) { (BACK.get(lang)) }
                }
            }
            (slip(here).await)
        }
    };
    let page = Page::of("login", TITLE.get(lang)).below("password");
    match wrong {
        None => page.show(here, &body),
        Some(Wrong::Refused(refused)) => page.refuse(here, status(refused), &body),
        Some(Wrong::Different) => page.refuse(here, 422, &body),
    }
}

/// A field in which nothing that is typed is seen.
fn secret(name: &str, label: &str, about: Option<&str>) -> Markup {
    html! {
        div {
            label for=(name) { (label) }
            input id=(name) name=(name) type="password" required autocomplete="off" maxlength="128" aria-describedby=[about];
        }
    }
}

/// What is typed to change a password.
#[derive(Debug, Deserialize)]
pub(super) struct Typed {
    user_id: String,
    password: Secret,
    new_password: Secret,
    again: Secret,
}

/// `POST password`.
pub(super) async fn change(here: Here, given: Result<Form<Typed>, FormRejection>) -> Response {
    let Ok(Form(Typed { user_id, password, new_password, again })) = given else {
        return (&UNREADABLE).into_response();
    };
    let user_id = user_id.trim().to_owned();
    if new_password != again {
        return shown(&here, &user_id, Some(Wrong::Different)).await;
    }
    let change = PasswordChange { login: Login { user_id, password }, new_password };
    let changed: Result<PasswordChanged, _> =
        here.clerk().act(Method::POST, "/v1/enrolment/password", Some(&change)).await;
    match changed {
        Ok(_) => {
            here.at.visit.room.note_password(&change.login.user_id, &change.new_password);
            here.on("login", &PASSWORD_CHANGED)
        }
        Err(refused) => shown(&here, &change.login.user_id, Some(Wrong::Refused(&refused))).await,
    }
}
