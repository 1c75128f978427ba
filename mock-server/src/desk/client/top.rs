//! トップ: what the office is told before it does anything.

use axum::response::{IntoResponse, Redirect, Response};
use careplan::text::Text;
use maud::{Markup, html};

use super::certificate;
use super::done::Said;
use super::here::Here;
use super::shell::{self, Page};
use crate::assumptions::Profile;
use crate::wire::Notice;

const CERTIFICATE: Text = Text::new("電子証明書", "Certificate");
const LOOK: Text = Text::new("くわしく見る・入れ替える", "Look at it, or replace it");
const TO_DO: Text = Text::new("できること", "What can be done here");
const NOTICES: Text = Text::new("お知らせ", "Notices");
const CLAIMS: Text = Text::new(
    "受信一覧を開くと、届いているデータはこの端末に入ります。先に開いた端末だけに入るため、同じ事業所の別の端末からは見えなくなります。受け取る端末を決めておきましょう。",
    "Opening the received list takes everything that has arrived into this terminal. Only the terminal that opens it first gets it; other terminals of the office no longer see it. Decide beforehand which terminal receives.",
);
const SILENT: Text = Text::new(
    "届いたことは知らされません。受信一覧を開くまで分からないので、見る日を相手と決めておきます。",
    "Nothing announces an arrival: one knows only by opening the received list. Agree with the partner on a day to look.",
);
const SHARED: Text = Text::new(
    "受信一覧は、どの端末で開いても同じものが見えます。開いても、なくなりません。",
    "The received list shows the same on every terminal, and nothing is taken away by opening it.",
);
const LOCAL: Text = Text::new(
    "送信一覧と下書きには、この端末で作ったものだけが残ります。",
    "The sent list and the drafts hold only what was made on this terminal.",
);

/// `GET top`. Where a login is needed, it comes first.
pub(super) async fn top(here: Here, said: Said) -> Response {
    if here.needs_login() && !here.is_logged_in() {
        return Redirect::to(&here.path("login")).into_response();
    }
    shown(&here, &said.note(here.lang()), &[]).await
}

/// The page, with what the exchange tells at a login.
pub(super) async fn shown(here: &Here, note: &Markup, notices: &[Notice]) -> Response {
    let lang = here.lang();
    let installed = match here.at.visit.room.installed(here.at.screen).await {
        Ok(installed) => certificate::summary(here, &installed),
        Err(problem) => {
            tracing::error!(%problem, "the certificate of a screen");
            html! {}
        }
    };
    let words: &[Text] = match here.at.visit.room.profile() {
        Profile::Client12 => &[CLAIMS, SILENT, LOCAL],
        Profile::Web41 => &[SHARED],
    };
    let body = html! {
        (note)
        h1 { (shell::name("top", lang)) }
        @if !notices.is_empty() {
            section.box aria-labelledby="notices" {
                h2 id="notices" { (NOTICES.get(lang)) }
                ul { @for notice in notices { li { @match lang {
                    careplan::text::Lang::Ja => (notice.ja),
                    careplan::text::Lang::En => (notice.en),
                } } } }
            }
        }
        section.box.before aria-labelledby="before" {
            h2 id="before" { (shell::name("inbox", lang)) }
            @for text in words { p { (text.get(lang)) } }
        }
        section aria-labelledby="to-do" {
            h2 id="to-do" { (TO_DO.get(lang)) }
            ul.tiles {
                @for (path, name) in shell::MENU.iter().filter(|(path, _)| *path != "top") {
                    li { a href=(here.path(path)) { (name.get(lang)) } }
                }
            }
        }
        section.box aria-labelledby="certificate" {
            h2 id="certificate" { (CERTIFICATE.get(lang)) }
            (installed)
            p { a href=(here.path("certificate")) { (LOOK.get(lang)) } }
        }
    };
    Page::of("top", shell::name("top", lang)).show(here, &body)
}
