//! The frame of every page: 訓練用, the simulated date, where one is, the language.

use careplan::text::{Lang, Message, Text};
use maud::{DOCTYPE, Markup, html};

use super::dates;
use super::door::Door;
use super::guard::code;
use super::trouble::Trouble;
use super::visit::{Guest, Visit};
use crate::assumptions::Profile;

const NOTICE: Text = Text::new(
    "これは訓練用です。本物のケアプランデータ連携システムではありません。",
    "This is for training. It is not the real exchange.",
);
const TRAINING: Text = Text::new("訓練用", "訓練用 (training)");
const PRODUCT: Text = Text::new("ケアプランデータ連携 練習机", "Care-plan exchange: the training desk");
const NOW: Text = Text::new("模擬の日付", "Simulated date");
const SKIP: Text = Text::new("本文へ", "Skip to the content");
const BACK: Text = Text::new("はじめの画面へ", "To the first page");
const OTHER: Text = Text::new("English", "日本語");
const MENU: Text = Text::new("案内", "Navigation");
const SEAT: Text = Text::new("席", "Seat");
const OWN: Text = Text::new("この環境", "This environment");
/// The page of the trainer, which only one door leads to.
pub(super) const TRAINER: Text = Text::new("講師の画面", "The trainer's page");
const NOT_DONE: Text = Text::new("できませんでした", "That did not work");

/// What the frame shows of a place.
struct Frame<'a> {
    lang: Lang,
    title: &'a str,
    /// The simulated time, where there is one to show; the script keeps it up to date.
    now: Option<Markup>,
    /// The links of the place: address, name, whether it is the current page.
    links: Vec<(String, &'static str, bool)>,
    place: Option<String>,
    is_narrow: bool,
}

/// A page before any room.
pub(crate) fn guest(guest: &Guest, title: &str, body: &Markup) -> Markup {
    let frame = Frame { lang: guest.lang, title, now: None, links: vec![], place: None, is_narrow: false };
    drawn(&frame, body)
}

/// A page of a room. `current`: the part of the room, one of [`PARTS`].
pub(crate) fn visit(visit: &Visit, current: &str, title: &str, body: &Markup) -> Markup {
    let lang = visit.lang();
    let parts = PARTS.iter().map(|(part, name)| (visit.path(part), name.get(lang), *part == current));
    let trainer = (visit.guest.door == Door::Loopback).then(|| ("/desk/trainer".to_owned(), TRAINER.get(lang), false));
    let links = parts.chain(trainer).collect();
    let (number, now_ms) = (visit.room.number(), visit.room.state().now_ms());
    let place = if number == 0 { OWN.get(lang).to_owned() } else { format!("{} {number}", SEAT.get(lang)) };
    let now = html! { div.now data-live=(visit.path("now")) data-every="5000" { (clock(now_ms, lang)) } };
    let frame = Frame { lang, title, now: Some(now), links, place: Some(place), is_narrow: false };
    drawn(&frame, body)
}

/// The parts of a room, as its menu has them.
pub(crate) const PARTS: &[(&str, Text)] = &[
    ("", Text::new("席のはじめ", "Seat")),
    ("two", Text::new("1画面で2事業所", "Two offices")),
    ("scenarios", Text::new("話とドリル", "Scenarios and drills")),
    ("exchange", Text::new("やりとりの図", "The exchange")),
    ("clock", Text::new("日付とリセット", "Date and reset")),
    ("forms", Text::new("帳票で読む", "Paper forms")),
    ("minutes", Text::new("減る時間", "Minutes saved")),
    ("assumed", Text::new("仮に決めたこと", "What is assumed")),
];

/// An exchange that is played, in words.
pub(crate) const fn profile(profile: Profile) -> Text {
    match profile {
        Profile::Client12 => Text::new("いまの連携クライアント（client-1.2）", "today's Windows client (client-1.2)"),
        Profile::Web41 => {
            Text::new("2027年1月からのブラウザー版（web-4.1）", "the browser version from January 2027 (web-4.1)")
        }
    }
}

/// The page of what went wrong.
pub(super) fn trouble(trouble: &Trouble, lang: Lang) -> Markup {
    let body = html! {
        h1 { (NOT_DONE.get(lang)) }
        p.trouble role="alert" { (trouble.what.get(lang)) }
        p { (trouble.what_to_do.get(lang)) }
        p { a href="/desk" { (BACK.get(lang)) } }
    };
    let title = NOT_DONE.get(lang);
    drawn(&Frame { lang, title, now: None, links: vec![], place: None, is_narrow: true }, &body)
}

fn drawn(frame: &Frame<'_>, body: &Markup) -> Markup {
    let Frame { lang, title, .. } = *frame;
    let other = match lang {
        Lang::Ja => "?lang=en",
        Lang::En => "?lang=ja",
    };
    html! {
        (DOCTYPE)
        html lang=(code(lang)) {
            (head(lang, title))
            body.narrow[frame.is_narrow] {
                a.skip href="#main" { (SKIP.get(lang)) }
                header.frame {
                    p.training { strong { (TRAINING.get(lang)) } " " span { (NOTICE.get(lang)) } }
                    div.bar {
                        a.home href="/desk" { (PRODUCT.get(lang)) }
                        @if let Some(place) = &frame.place { span.place { (place) } }
                        @if let Some(now) = &frame.now { (now) }
                        a.language href=(other) hreflang=(code(swapped(lang))) lang=(code(swapped(lang))) {
                            (OTHER.get(lang))
                        }
                    }
                    @if !frame.links.is_empty() {
                        nav aria-label=(MENU.get(lang)) { ul {
                            @for (address, name, is_current) in &frame.links {
                                li { a href=(address) aria-current=[is_current.then_some("page")] { (name) } }
                            }
                        } }
                    }
                }
                main id="main" tabindex="-1" { (body) }
            }
        }
    }
}

/// The head of every page.
pub(crate) fn head(lang: Lang, title: &str) -> Markup {
    let version = env!("CARGO_PKG_VERSION");
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            title { (title) " — " (TRAINING.get(lang)) }
            link rel="icon" href="data:,";
            link rel="stylesheet" href={ "/desk/style.css?v=" (version) };
            script src={ "/desk/script.js?v=" (version) } defer {}
        }
    }
}

/// The simulated date.
pub(crate) fn clock(now_ms: i64, lang: Lang) -> Markup {
    html! { span.clock { span.label { (NOW.get(lang)) } " " time { (said(&dates::moment(now_ms), lang)) } } }
}

/// A sentence in the language of the page.
pub(crate) fn said(message: &Message, lang: Lang) -> &str {
    message.get(lang)
}

const fn swapped(lang: Lang) -> Lang {
    match lang {
        Lang::Ja => Lang::En,
        Lang::En => Lang::Ja,
    }
}
