//! The frame of a screen: 訓練用, the office and its terminal, the simulated date, the menu in its
//! known order.

use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use careplan::text::{Lang, Text};
use maud::{DOCTYPE, Markup, html};

use super::here::Here;
use crate::assumptions::Profile;
use crate::desk::guard::code;
use crate::desk::page::{clock, head};

/// The menu (relay.md 1), but ログアウト, which is a button.
pub(super) const MENU: &[(&str, Text)] = &[
    ("top", Text::new("トップ", "Top")),
    ("inbox", Text::new("受信一覧", "Received")),
    ("sent", Text::new("送信一覧", "Sent")),
    ("compose", Text::new("新規作成", "New message")),
    ("drafts", Text::new("下書き一覧", "Drafts")),
    ("bulk", Text::new("一括送信", "Bulk send")),
];

const TRAINING: Text = Text::new("訓練用", "訓練用 (training)");
const LOG_OUT: Text = Text::new("ログアウト", "Log out");
const MENU_OF: Text = Text::new("画面のメニュー", "Menu of the screen");
const SKIP: Text = Text::new("本文へ", "Skip to the content");
const OFFICE: Text = Text::new("事業所番号", "Office");
const TERMINAL: Text = Text::new("端末", "Terminal");
const BACK: Text = Text::new("席に戻る", "Back to the seat");
const OTHER: Text = Text::new("English", "日本語");

/// Which exchange the screen imitates.
const fn imitates(profile: Profile) -> Text {
    match profile {
        Profile::Client12 => {
            Text::new("ケアプランデータ連携クライアント Ver1.2.0 の練習", "Practice: the exchange's client Ver1.2.0")
        }
        Profile::Web41 => Text::new(
            "2027年1月からの画面（ブラウザー）の練習",
            "Practice: the browser pages planned from January 2027",
        ),
    }
}

/// A page of a screen.
pub(super) struct Page<'a> {
    /// The row of [`MENU`] that it belongs to.
    pub(super) current: &'a str,
    pub(super) title: &'a str,
    /// Its address below the screen, with its query: for the other language.
    pub(super) path: String,
    /// Whether it shows paper forms, which bring their own widths and styles.
    pub(super) is_paper: bool,
}

impl<'a> Page<'a> {
    /// The first page of a row of the menu.
    pub(super) fn of(current: &'a str, title: &'a str) -> Self {
        Self { current, title, path: current.to_owned(), is_paper: false }
    }

    /// A page below it.
    pub(super) fn below(self, path: impl Into<String>) -> Self {
        Self { path: path.into(), ..self }
    }

    /// The page as an answer.
    pub(super) fn show(&self, here: &Here, body: &Markup) -> Response {
        Html(self.drawn(here, body).into_string()).into_response()
    }

    /// The page as an answer that says why something was not done.
    pub(super) fn refuse(&self, here: &Here, status: u16, body: &Markup) -> Response {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        (status, self.show(here, body)).into_response()
    }

    fn drawn(&self, here: &Here, body: &Markup) -> Markup {
        let lang = here.lang();
        html! {
            (DOCTYPE)
            html lang=(code(lang)) {
                (head(lang, &format!("{} - {}", self.title, here.name)))
                body.client {
                    a.skip href="#main" { (SKIP.get(lang)) }
                    (self.header(here))
                    main id="main" tabindex="-1" { div.inside[!self.is_paper] { (body) } }
                }
            }
        }
    }

    fn header(&self, here: &Here) -> Markup {
        let (lang, screen) = (here.lang(), here.at.screen);
        html! {
            header.frame {
                p.training { strong { (TRAINING.get(lang)) } " " span { (imitates(here.at.visit.room.profile()).get(lang)) } }
                div.bar {
                    strong.office { (here.name) }
                    span { span.soft { (OFFICE.get(lang)) " " } span.number { (screen.office) } }
                    span.place { (TERMINAL.get(lang)) " " (screen.terminal) }
                    (clock(here.state.now_ms(), lang))
                    a href=(self.in_other_language(here)) lang=(code(other(lang))) hreflang=(code(other(lang))) { (OTHER.get(lang)) }
                    a.home href=(here.at.visit.path("")) target="_top" { (BACK.get(lang)) }
                }
                nav aria-label=(MENU_OF.get(lang)) {
                    ul {
                        @for (path, name) in MENU {
                            li { a href=(here.path(path)) aria-current=[(*path == self.current).then_some("page")] { (name.get(lang)) } }
                        }
                        li { form method="post" action=(here.action("logout")) { button.plain type="submit" { (LOG_OUT.get(lang)) } } }
                    }
                }
            }
        }
    }

    fn in_other_language(&self, here: &Here) -> String {
        let mark = if self.path.contains('?') { '&' } else { '?' };
        format!("{}{mark}lang={}", here.path(&self.path), code(other(here.lang())))
    }
}

const fn other(lang: Lang) -> Lang {
    match lang {
        Lang::Ja => Lang::En,
        Lang::En => Lang::Ja,
    }
}

/// The name of a row of the menu.
pub(super) fn name(row: &str, lang: Lang) -> &'static str {
    MENU.iter().find(|(path, _)| *path == row).map_or("", |(_, name)| name.get(lang))
}
