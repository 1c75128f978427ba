//! A refusal as it is shown: what happened, what to do, and small, by which code and why.

use axum::response::Response;
use careplan::text::{Lang, Message, Text};
use maud::{Markup, html};

use super::here::{Here, said};
use super::shell::Page;
use crate::desk::clerk::Refused;
use crate::refusals::{NO_SESSION, PASSWORD_EXPIRED, Problem, SESSION_EXPIRED, SESSION_TERMINAL, TEMPORARY_PASSWORD};

const DO: Text = Text::new("どうすればよいか", "What to do");
const CODE: Text = Text::new("記号", "Code");
const WHY: Text = Text::new("なぜ断られるのか", "Why this is refused");
const LOG_IN: Text = Text::new("ログインする", "Log in");
const PASSWORD: Text = Text::new("パスワードを変更する", "Change the password");
const CERTIFICATE: Text = Text::new("電子証明書を確かめる", "Look at the certificate");
const NOT_DONE: Text = Text::new("できませんでした", "That did not work");
const SEVERED: Text =
    Text::new("返事の途中で接続が切れました。", "The connection was cut before the answer was complete.");
const SEVERED_DO: Text = Text::new(
    "送信の途中だったときは、送信一覧を見て、送られたかどうかを確かめてください。同じ画面で送信を押しなおしても、二重には送られません。",
    "If you were sending, look at the sent list to see whether it went. Pressing send again on the same page does not send twice.",
);
const UNREADABLE: Text = Text::new("返事を読み取れませんでした。", "The answer could not be read.");
const UNREADABLE_DO: Text = Text::new(
    "少し待ってから、もう一度お試しください。直らないときは、講師に知らせてください。",
    "Wait a little and try again. If it stays, tell the trainer.",
);

/// What is said of a refusal.
struct Told<'a> {
    title: &'a str,
    detail: &'a str,
    what_to_do: &'a str,
    code: Option<&'static str>,
}

fn told<'a>(refused: &'a Refused, lang: Lang) -> Told<'a> {
    let fixed = |title: Text, what_to_do: Text| Told {
        title: title.get(lang),
        detail: "",
        what_to_do: what_to_do.get(lang),
        code: None,
    };
    match refused {
        Refused::Problem(problem) => {
            let Problem { refusal, detail, .. } = &**problem;
            let title = refusal.title.get(lang);
            let detail = Some(said(detail, lang)).filter(|detail| *detail != title).unwrap_or_default();
            Told { title, detail, what_to_do: refusal.what_to_do.get(lang), code: Some(refusal.code) }
        }
        Refused::Severed => fixed(SEVERED, SEVERED_DO),
        Refused::Unreadable => fixed(UNREADABLE, UNREADABLE_DO),
    }
}

/// The refusal at the top of a page. It takes the focus when the page is opened.
pub(super) fn alert(here: &Here, refused: &Refused, more: Option<&Message>) -> Markup {
    let lang = here.lang();
    let Told { title, detail, what_to_do, code } = told(refused, lang);
    html! {
        div.refusal role="alert" tabindex="-1" autofocus {
            p.title { span.mark aria-hidden="true" { "×" } " " strong { (title) } }
            @if !detail.is_empty() { p { bdi { (detail) } } }
            @if let Some(more) = more { p { (said(more, lang)) } }
            p { strong { (DO.get(lang)) "：" } (what_to_do) }
            @if is_of_login(refused) { p { a.button href=(here.path("login")) { (LOG_IN.get(lang)) } } }
            @if is_of_password(refused) { p { a.button href=(here.path("password")) { (PASSWORD.get(lang)) } } }
            @if is_of_certificate(refused) { p { a.button.quiet href=(here.path("certificate")) { (CERTIFICATE.get(lang)) } } }
            @if let Some(code) = code { (small(here, code)) }
        }
    }
}

/// By which code, and why.
pub(super) fn small(here: &Here, code: &str) -> Markup {
    let lang = here.lang();
    html! {
        p.small { (CODE.get(lang)) " " code { (code) } "　" a href=(here.path(format_args!("why/{code}"))) { (WHY.get(lang)) } }
    }
}

/// A page that says nothing but why it is not shown.
pub(super) fn page(here: &Here, page: &Page<'_>, refused: &Refused) -> Response {
    let body = html! {
        (alert(here, refused, None))
        h1 { (page.title) }
        p { (NOT_DONE.get(here.lang())) }
    };
    page.refuse(here, status(refused), &body)
}

/// The status of the page that shows a refusal.
pub(super) fn status(refused: &Refused) -> u16 {
    match refused {
        Refused::Problem(problem) => problem.refusal.status,
        Refused::Severed | Refused::Unreadable => 502,
    }
}

fn is_of_login(refused: &Refused) -> bool {
    matches!(refused, Refused::Problem(problem)
        if [&NO_SESSION, &SESSION_EXPIRED, &SESSION_TERMINAL].contains(&problem.refusal))
}

/// Whether the password has to be changed before anything else.
fn is_of_password(refused: &Refused) -> bool {
    matches!(refused, Refused::Problem(problem)
        if [&TEMPORARY_PASSWORD, &PASSWORD_EXPIRED].contains(&problem.refusal))
}

/// Whether it is the certificate that is refused: its codes say so.
fn is_of_certificate(refused: &Refused) -> bool {
    matches!(refused, Refused::Problem(problem)
        if problem.refusal.code == "no-identity" || problem.refusal.code.starts_with("certificate-"))
}
