//! The drawing: sender, checks, relay, receiver; and the list of what happened.

use careplan::text::{Lang, Message, Text};
use maud::{Markup, html};

use super::acts::{Act, Denied, Sent, What};
use super::marks::{arrow, dot, mark};
use super::stages::{Came, Mark, marks};
use super::{Trace, words};
use crate::desk::dates;
use crate::desk::room::Room;
use crate::desk::screen::Screen;
use crate::offices::kind::CertificateKind;
use crate::offices::{Credential, OfficeNo};

const FROM: Text = Text::new("送信元", "Sender");
const ASKING: Text = Text::new("事業所", "Office");
const RELAY: Text = Text::new("中継（模擬環境）", "Relay (mock)");
const TO: Text = Text::new("送信先", "Receiver");
const CHECKS: Text = Text::new("中継が確かめたこと（順番に）", "What the relay checked, in order");
const NOT_STORED: Text = Text::new("何も保存していません", "Nothing is stored");
const WAITING: Text = Text::new("まだ何も送られていません。", "Nothing has been sent yet.");
const WHAT_TO_DO: Text = Text::new("なおし方", "What to do");
const HISTORY: Text = Text::new("これまでのできごと", "What has happened so far");
const OLDER: Text = Text::new("これより前の送信", "Earlier sends");
const NO_CERTIFICATE: Text = Text::new("使える電子証明書なし", "no certificate of use");

/// From which side one looks, and how much is shown.
#[derive(Clone, Copy, Debug)]
pub(in crate::desk) struct Look {
    /// The screen on the left.
    pub(in crate::desk) left: Option<Screen>,
    /// The screen on the right.
    pub(in crate::desk) right: Option<Screen>,
    /// Sends and refusals that are drawn.
    pub(in crate::desk) figures: usize,
}

/// The latest acts as drawings, and all of them as a list.
pub(in crate::desk) fn drawn(trace: &Trace, room: &Room, look: Look, lang: Lang) -> Markup {
    let figures: Vec<_> =
        trace.acts.iter().filter(|act| !matches!(act.what, What::Event(_))).take(look.figures).collect();
    let news = trace.news().unwrap_or_else(|| WAITING.into());
    html! {
        // What a screen reader is told; the script says it in the page's own place for news.
        p.unseen data-news { (news.get(lang)) }
        @match figures.split_first() {
            None => (waiting(trace, room, look, lang)),
            Some((first, others)) => {
                (figure(trace, first, look, lang))
                @if !others.is_empty() {
                    h2 { (OLDER.get(lang)) }
                    @for act in others { (figure(trace, act, look, lang)) }
                }
            }
        }
        @if !trace.acts.is_empty() {
            section.history {
                h2 { (HISTORY.get(lang)) }
                ol { @for act in &trace.acts { (line(trace, act, lang)) } }
            }
        }
    }
}

/// What will be checked, while nothing was sent.
fn waiting(trace: &Trace, room: &Room, look: Look, lang: Lang) -> Markup {
    let cast = room.cast();
    // Where nobody says from which side they look, it will go between the first two.
    let office = |screen: Option<Screen>, nth: usize| {
        screen.map(|screen| screen.office).or_else(|| cast.get(nth).map(|office| office.number))
    };
    let shown = match look.left.and_then(|screen| room.shown(screen)).map(|installed| installed.credential) {
        Some(Credential::Good(identity)) => until(identity.kind, identity.not_after),
        Some(Credential::None | Credential::Faulty(_)) => vec![NO_CERTIFICATE.into()],
        None => vec![],
    };
    html! {
        article.act {
            p.headline { (WAITING.get(lang)) }
            div.way {
                (node(FROM, &words::party(trace, office(look.left, 0).as_ref()), &shown, "sender", lang))
                (checks(trace, Came::Nowhere, true, lang))
                div.node.relay { span.part { (RELAY.get(lang)) } }
                (arrow(false))
                (node(TO, &words::party(trace, office(look.right, 1).as_ref()), &[], "receiver", lang))
            }
        }
    }
}

/// One send, or one refusal.
fn figure(trace: &Trace, act: &Act, look: Look, lang: Lang) -> Markup {
    let sender = words::party(trace, act.office.as_ref());
    let is_from_right = look.right.is_some_and(|right| Some(right.office) == act.office)
        && look.left.is_none_or(|left| Some(left.office) != act.office);
    let news = words::told(trace, act);
    html! {
        article.act id={ "act-" (act.seq) } {
            p.headline { (when(act.at, lang)) " " (news.get(lang)) }
            @match &act.what {
                What::Sent(sent) => (passed(trace, act, sent, &sender, is_from_right, lang)),
                What::Refused(denied) => (refused(trace, act, denied, &sender, is_from_right, lang)),
                What::Event(_) => {}
            }
        }
    }
}

fn passed(trace: &Trace, act: &Act, sent: &Sent, sender: &Message, is_from_right: bool, lang: Lang) -> Markup {
    let certificate = certificate(trace, act);
    html! {
        div.way.from-right[is_from_right] {
            (node(FROM, sender, &certificate, "sender", lang))
            (checks(trace, Came::Through, true, lang))
            div.node.relay {
                span.part { (RELAY.get(lang)) }
                span { (words::stored(sent).get(lang)) }
                @if let Some(file) = sent.files.first() {
                    span.soft { "SHA-256 " code { (file.sha256.chars().take(8).collect::<String>()) "…" } }
                }
            }
            (arrow(sent.is_received))
            (node(TO, &words::party(trace, Some(&sent.to)), &[words::became(sent)], "receiver", lang))
        }
    }
}

fn refused(trace: &Trace, act: &Act, denied: &Denied, sender: &Message, is_from_right: bool, lang: Lang) -> Markup {
    let (certificate, refusal) = (certificate(trace, act), denied.refusal);
    html! {
        div.way.from-right[is_from_right] {
            (node(if denied.is_sending { FROM } else { ASKING }, sender, &certificate, "sender", lang))
            (checks(trace, Came::To(refusal), denied.is_sending, lang))
            div.node.relay {
                span.part { (RELAY.get(lang)) }
                @if denied.is_sending { span { (NOT_STORED.get(lang)) } }
            }
            @if denied.is_sending {
                (arrow(false))
                (node(TO, &to(trace, denied.to.as_ref()), &[], "receiver", lang))
            }
        }
        p.why {
            @if let Some(check) = words::check_of(denied) { strong { (check.get(lang)) } " " }
            (refusal.title.get(lang))
            " " span.soft { (WHAT_TO_DO.get(lang)) "：" (refusal.what_to_do.get(lang)) }
        }
    }
}

fn to(trace: &Trace, office: Option<&OfficeNo>) -> Message {
    office.map_or_else(|| Message::new("—", "—"), |office| words::party(trace, Some(office)))
}

fn node(part: Text, name: &Message, more: &[Message], class: &str, lang: Lang) -> Markup {
    html! {
        div.node.(class) {
            span.part { (part.get(lang)) }
            strong { (name.get(lang)) }
            @for line in more { span { (line.get(lang)) } }
        }
    }
}

/// The checks as a line from sender to relay.
fn checks(trace: &Trace, came: Came, is_sending: bool, lang: Lang) -> Markup {
    html! {
        ol.checks aria-label=(CHECKS.get(lang)) {
            @for (stage, at) in marks(came, is_sending, &trace.assumed) {
                li.(at.slug()) {
                    (mark(at))
                    span.name { (stage.label.get(lang)) }
                    span.unseen { "：" (at.word().get(lang)) }
                }
            }
        }
    }
}

fn line(trace: &Trace, act: &Act, lang: Lang) -> Markup {
    html! {
        li {
            @match act.what {
                What::Sent(_) => (mark(Mark::Passed)),
                What::Refused(_) => (mark(Mark::Failed)),
                What::Event(_) => (dot()),
            }
            span { (when(act.at, lang)) " " (words::told(trace, act).get(lang)) }
        }
    }
}

fn when(at: i64, lang: Lang) -> Markup {
    html! { time { (dates::moment(at).get(lang)) } }
}

/// The certificate that was shown, line by line.
fn certificate(trace: &Trace, act: &Act) -> Vec<Message> {
    let Some(serial) = &act.certificate else {
        // Of a message the journal may not say it; a refusal without one was made without one.
        return if matches!(act.what, What::Refused(_)) { vec![NO_CERTIFICATE.into()] } else { vec![] };
    };
    let found = trace.certificates.get(serial);
    found.and_then(|one| Some(until(CertificateKind::of_slug(&one.kind)?, one.not_after))).unwrap_or_default()
}

fn until(kind: &CertificateKind, not_after: i64) -> Vec<Message> {
    let day = dates::day(not_after);
    vec![kind.name.into(), Message::new(format!("{}まで", day.ja), format!("until {}", day.en))]
}
