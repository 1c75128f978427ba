//! 電子証明書: which one is installed at the screen; for drills, one that does not work.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::http::Extensions;
use axum::response::{IntoResponse, Response};
use careplan::text::Text;
use maud::{Markup, html};
use serde::Deserialize;

use super::done::{INSTALLED, Said};
use super::here::{Here, said as in_lang};
use super::shell::Page;
use super::words;
use crate::ca::{DRILLS, Drill};
use crate::desk::dates::moment;
use crate::desk::room::Installed;
use crate::desk::trouble::{ROOM_FAILED, UNREADABLE};
use crate::offices::{Credential, Identity};

const TITLE: Text = Text::new("電子証明書", "Certificate");
const KIND: Text = Text::new("種類", "Kind");
const OFFICE: Text = Text::new("事業所", "Office");
const FROM: Text = Text::new("有効期間の初め", "Valid from");
const UNTIL: Text = Text::new("有効期間の終わり", "Valid until");
const SERIAL: Text = Text::new("シリアル番号", "Serial number");
const STANDING: Text = Text::new("いま使えるか", "Whether it counts now");
const GOOD: Text = Text::new("使えます", "It does");
const NONE: Text = Text::new("電子証明書は入っていません。", "No certificate is installed.");
const NO_OFFICE: Text = Text::new(
    "入っている電子証明書は、この環境では読み取れません。",
    "This environment can make nothing of the certificate that is installed.",
);
const OTHER_OFFICE: Text = Text::new("この画面の事業所とは違います。", "This is not the office of the screen.");
const CHANGE: Text = Text::new("電子証明書を入れ替える", "Replace the certificate");
const WHY: Text = Text::new(
    "使えない電子証明書を入れて、送受信で何が起きるかを試せます。窓口の問い合わせの練習になります。",
    "Install a certificate that does not work and see what happens when you send or receive. It is practice for the help desk.",
);
const RIGHT: Text =
    Text::new("自分の事業所の、使える電子証明書（新しく発行）", "The office's own certificate, newly issued");
const INSTALL: Text = Text::new("この電子証明書を入れる", "Install this certificate");
/// The choice that is no drill.
const OWN: &str = "own";

/// `GET certificate`.
pub(super) async fn page(here: Here, said: Said) -> Response {
    let lang = here.lang();
    let installed = match here.at.visit.room.installed(here.at.screen).await {
        Ok(installed) => installed,
        Err(problem) => {
            tracing::error!(%problem, "the certificate of a screen");
            return (&ROOM_FAILED).into_response();
        }
    };
    let now = installed.drill.map_or(OWN, |drill| drill.slug);
    let body = html! {
        (said.note(lang))
        h1 { (TITLE.get(lang)) }
        div.box { (summary(&here, &installed)) }
        form.box.stack method="post" action=(here.action("certificate")) {
            h2 { (CHANGE.get(lang)) }
            p { (WHY.get(lang)) }
            fieldset.choices {
                legend.unseen { (CHANGE.get(lang)) }
                (choice(OWN, RIGHT.get(lang), now))
                @for drill in DRILLS { (choice(drill.slug, drill.what.get(lang), now)) }
            }
            button type="submit" { (INSTALL.get(lang)) }
        }
    };
    Page::of("certificate", TITLE.get(lang)).show(&here, &body)
}

fn choice(slug: &str, what: &str, now: &str) -> Markup {
    html! { label { input type="radio" name="which" value=(slug) checked[slug == now] required; " " span { (what) } } }
}

/// What is installed, in a few lines.
pub(super) fn summary(here: &Here, installed: &Installed) -> Markup {
    let lang = here.lang();
    let mut extensions = Extensions::new();
    extensions.insert(installed.credential.clone());
    let standing = here.state.identity(&extensions).map(drop);
    html! {
        @match &installed.credential {
            Credential::None => p { (NONE.get(lang)) },
            Credential::Faulty(_) => p { (NO_OFFICE.get(lang)) },
            Credential::Good(identity) => (facts(here, identity)),
        }
        p {
            strong { (STANDING.get(lang)) "：" }
            @match standing {
                Ok(()) => span.good { "○ " (GOOD.get(lang)) },
                Err(refusal) => span.bad { "× " (refusal.title.get(lang)) },
            }
        }
        @if let Some(drill) = installed.drill { p.soft { (drill.what.get(lang)) } }
    }
}

fn facts(here: &Here, identity: &Identity) -> Markup {
    let lang = here.lang();
    let is_other = identity.office != here.at.screen.office;
    html! {
        dl.facts {
            dt { (KIND.get(lang)) } dd { (identity.kind.name.get(lang)) }
            dt { (OFFICE.get(lang)) }
            dd {
                (words::office((!is_other).then_some(here.name.as_str()), identity.office.as_str()))
                @if is_other { " " span.bad { "× " (OTHER_OFFICE.get(lang)) } }
            }
            dt { (FROM.get(lang)) } dd { (in_lang(&moment(identity.not_before), lang)) }
            dt { (UNTIL.get(lang)) } dd { (in_lang(&moment(identity.not_after), lang)) }
            dt { (SERIAL.get(lang)) } dd { code { (short(&identity.serial)) } }
        }
    }
}

/// The ends of a serial number, by which people compare two.
fn short(serial: &str) -> String {
    const ENDS: usize = 6;
    match (serial.get(..ENDS), serial.len().checked_sub(ENDS).and_then(|from| serial.get(from..))) {
        (Some(first), Some(last)) if serial.len() > 2 * ENDS => format!("{first}…{last}"),
        _ => serial.to_owned(),
    }
}

/// What is chosen.
#[derive(Debug, Deserialize)]
pub(super) struct Chosen {
    which: String,
}

/// `POST certificate`.
pub(super) async fn install(here: Here, given: Result<Form<Chosen>, FormRejection>) -> Response {
    let Ok(Form(Chosen { which })) = given else { return (&UNREADABLE).into_response() };
    let (room, screen) = (&here.at.visit.room, here.at.screen);
    let installed = if which == OWN {
        room.install(screen).await
    } else {
        let Some(drill) = Drill::of_slug(&which) else { return (&UNREADABLE).into_response() };
        let other = room.cast().iter().map(|office| office.number).find(|number| *number != screen.office);
        room.install_drill(screen, drill, other.unwrap_or(screen.office)).await
    };
    match installed {
        Ok(_) => here.on("certificate", &INSTALLED),
        Err(problem) => {
            tracing::error!(%problem, "a certificate could not be installed");
            (&ROOM_FAILED).into_response()
        }
    }
}
