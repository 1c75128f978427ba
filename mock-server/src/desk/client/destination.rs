//! 送信先: searched in the directory of the exchange, by number, name and municipality.

use std::fmt::Write as _;

use axum::extract::{FromRequestParts, Query};
use axum::http::request::Parts;
use axum::response::Response;
use careplan::text::{Lang, Text};
use maud::{Markup, html};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;

use super::here::{Here, Id};
use super::shell::{self, Page};
use super::{alert, draft};
use crate::desk::door::Station;
use crate::offices::OfficeNo;
use crate::wire::{DirectoryEntry, DirectoryPage};

const TITLE: Text = Text::new("送信先を選ぶ", "Choose the destination");
const NUMBER: Text = Text::new("事業所番号（10桁）", "Office number (ten characters)");
const NAME: Text = Text::new("事業所名（一部でも）", "Name, or part of it");
const MUNICIPALITY: Text = Text::new("市町村", "Municipality");
const SEARCH: Text = Text::new("検索", "Search");
const FOUND: Text = Text::new("検索の結果", "What was found");
const NOTHING: Text = Text::new("条件に合う事業所は登録されていません。", "No registered office agrees.");
const MORE: Text =
    Text::new("ほかにもあります。条件を足して、しぼってください。", "There are more. Add a condition to find fewer.");
const THIS: Text = Text::new("この事業所あてに作成する", "Write to this office");
const SET: Text = Text::new("この事業所あてにする", "Send it to this office");
const OWN: Text = Text::new("自分の事業所です（送れません）", "your own office (it cannot be sent to)");
const CLOSED: Text = Text::new("いまは送れません", "cannot be sent to now");
const STRANGER: Text = Text::new(
    "登録されていない番号です（送信すると断られます。試すことはできます）",
    "not registered (a send is refused; you may try)",
);
const BACK: Text = Text::new("下書きに戻る", "Back to the draft");

/// What is looked for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Sought {
    /// The destination, once it is chosen.
    pub(super) to: String,
    number: String,
    name: String,
    municipality: String,
}

impl FromRequestParts<Station> for Sought {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, station: &Station) -> Result<Self, Self::Rejection> {
        let given = Query::<Self>::from_request_parts(parts, station).await;
        Ok(given.map(|Query(sought)| sought).unwrap_or_default())
    }
}

impl Sought {
    /// The search as the exchange takes it.
    fn path(&self) -> String {
        let mut path = "/v1/directory?limit=50".to_owned();
        for (key, value) in [("number", &self.number), ("name", &self.name), ("municipality", &self.municipality)] {
            let value = utf8_percent_encode(value.trim(), NON_ALPHANUMERIC);
            let _ = write!(path, "&{key}={value}");
        }
        path
    }
}

/// What the destination is for.
enum For {
    /// 新規作成.
    New,
    /// The draft with this id.
    Draft(String),
}

/// 新規作成 before its destination is known.
pub(super) async fn of_new(here: &Here, sought: &Sought) -> Response {
    shown(here, sought, &For::New).await
}

/// `GET drafts/{id}/destination`.
pub(super) async fn of_draft(here: Here, sought: Sought, Id(id): Id) -> Response {
    match draft::find(&here, &id).await {
        Ok(_) => shown(&here, &sought, &For::Draft(id)).await,
        Err(refused) => alert::page(&here, &Page::of("drafts", shell::name("drafts", here.lang())), &refused),
    }
}

async fn shown(here: &Here, sought: &Sought, of: &For) -> Response {
    let lang = here.lang();
    let (row, path) = match of {
        For::New => ("compose", "compose".to_owned()),
        For::Draft(id) => ("drafts", format!("drafts/{id}/destination")),
    };
    let page = Page::of(row, TITLE.get(lang)).below(path.clone());
    let found = here.clerk().get::<DirectoryPage>(&sought.path()).await;
    let body = html! {
        @if let Err(refused) = &found { (alert::alert(here, refused, None)) }
        h1 { (TITLE.get(lang)) }
        form.box.search method="get" action=(here.path(&path)) role="search" {
            @for (id, label, value) in
                [("number", NUMBER, &sought.number), ("name", NAME, &sought.name), ("municipality", MUNICIPALITY, &sought.municipality)] {
                div {
                    label for=(id) { (label.get(lang)) }
                    input id=(id) name=(id) type="search" value=(value) maxlength="100" autocomplete="off";
                }
            }
            button type="submit" { (SEARCH.get(lang)) }
        }
        @if let Ok(found) = &found { (results(here, found, sought, of)) }
        @if let For::Draft(id) = of { p { a href=(here.path(format_args!("drafts/{id}"))) { (BACK.get(lang)) } } }
    };
    match &found {
        Ok(_) => page.show(here, &body),
        Err(refused) => page.refuse(here, alert::status(refused), &body),
    }
}

fn results(here: &Here, found: &DirectoryPage, sought: &Sought, of: &For) -> Markup {
    let lang = here.lang();
    // A number that nobody has may be tried, too: partners that are not registered are part of the practice.
    let stranger = sought.number.trim().parse::<OfficeNo>().ok().filter(|_| found.items.is_empty());
    let choices = html! {
        fieldset.choices {
            legend.unseen { (FOUND.get(lang)) }
            @for office in &found.items { (choice(here, office)) }
            @if let Some(number) = &stranger {
                label { input type="radio" name="to" value=(number) required; " " span {
                    span.number { (number) } " " span.bad { (STRANGER.get(lang)) }
                } }
            }
        }
    };
    html! {
        h2 { (FOUND.get(lang)) }
        div role="status" {
            @if found.items.is_empty() { p { (NOTHING.get(lang)) } }
            @if found.next.is_some() { p { (MORE.get(lang)) } }
        }
        @if !found.items.is_empty() || stranger.is_some() {
            @match of {
                For::New => form.stack method="get" action=(here.path("compose")) {
                    (choices) button type="submit" { (THIS.get(lang)) }
                },
                For::Draft(id) => form.stack method="post" action=(here.action(format_args!("drafts/{id}/destination"))) {
                    (choices) button type="submit" { (SET.get(lang)) }
                },
            }
        }
    }
}

fn choice(here: &Here, office: &DirectoryEntry) -> Markup {
    let lang = here.lang();
    let services: Vec<&str> =
        office.services.iter().map(|service| service.name.as_deref().unwrap_or(&service.code)).collect();
    let between = match lang {
        Lang::Ja => "・",
        Lang::En => ", ",
    };
    let is_own = office.number == here.at.screen.office.as_str();
    html! {
        label {
            input type="radio" name="to" value=(office.number) required; " "
            span {
                strong { (office.name) } " " span.number { (office.number) }
                @if !office.municipality.is_empty() { " " span { (office.prefecture) (office.municipality) } }
                " " span.soft { (services.join(between)) }
                @if is_own { " " span.bad { (OWN.get(lang)) } }
                @else if !office.addressable { " " span.bad { (CLOSED.get(lang)) } }
            }
        }
    }
}
