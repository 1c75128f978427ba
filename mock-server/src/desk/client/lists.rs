//! 受信一覧, 送信一覧 and 下書き一覧: cards, which become rows where there is room.

use std::collections::BTreeMap;

use axum::response::Response;
use careplan::text::{Lang, Text};
use maud::{Markup, html};
use serde::de::DeserializeOwned;

use super::done::Said;
use super::here::Here;
use super::shell::{self, Page};
use super::{alert, words};
use crate::assumptions::Profile;
use crate::desk::clerk::Refused;
use crate::wire::{DraftEntry, DraftPage, Envelope, FileEntry, Origin, Page as Letters, Slot, Status};

const FROM: Text = Text::new("送信元", "From");
const TO: Text = Text::new("送信先", "To");
const ARRIVED: Text = Text::new("受付日時", "Accepted");
const CHANGED: Text = Text::new("更新日時", "Changed");
const FILES: Text = Text::new("ファイル", "Files");
const NO_FILES: Text = Text::new("メッセージのみ", "message only");
const MORE: Text = Text::new("前のものを見る", "Older ones");
const FIRST: Text = Text::new("新しいものに戻る", "Back to the newest");
const OPEN: Text = Text::new("開く", "Open");
const EDIT: Text = Text::new("編集", "Edit");
const NOWHERE: Text = Text::new("送信先が決まっていません", "no destination yet");
const OF_BULK: Text = Text::new("一括送信", "bulk send");
const NO_LETTERS: Text = Text::new("受信したものはありません。", "Nothing has been received.");
const CLAIMED: Text = Text::new(
    "この事業所の別の端末が先に開いていると、この端末には入りません。",
    "What another terminal of the office has opened first does not appear here.",
);
const NOT_SENT: Text = Text::new("送信したものはありません。", "Nothing has been sent.");
const LOCAL: Text =
    Text::new("この端末から送ったものだけが出ます。", "Only what was sent from this terminal is shown.");
const NO_DRAFTS: Text = Text::new("下書きはありません。", "There are no drafts.");

/// `GET inbox`. In client-1.2 this is what takes the items into the terminal.
pub(super) async fn inbox(here: Here, said: Said) -> Response {
    letters(&here, said, "inbox", "/v1/inbox").await
}

/// `GET sent`.
pub(super) async fn sent(here: Here, said: Said) -> Response {
    letters(&here, said, "sent", "/v1/sent").await
}

async fn letters(here: &Here, said: Said, row: &str, at: &str) -> Response {
    let lang = here.lang();
    let page = Page::of(row, shell::name(row, lang));
    let Letters { items, next } = match listed(here, at, &said).await {
        Ok(list) => list,
        Err(refused) => return alert::page(here, &page, &refused),
    };
    let is_inbox = row == "inbox";
    let partner = |letter: &Envelope| if is_inbox { letter.from.clone() } else { letter.to.clone() };
    let names = names(here, items.iter().map(partner)).await;
    let is_client = here.at.visit.room.profile() == Profile::Client12;
    let (empty, hint) = if is_inbox { (NO_LETTERS, CLAIMED) } else { (NOT_SENT, LOCAL) };
    let body = html! {
        (said.note(lang))
        h1 { (shell::name(row, lang)) }
        @if is_client { p.soft { (hint.get(lang)) } }
        @if items.is_empty() { p.empty { (empty.get(lang)) } }
        ul.letters {
            @for letter in &items {
                li {
                    (fact(if is_inbox { FROM } else { TO }, lang, &words::office(names.get(&partner(letter)).map(String::as_str), &partner(letter))))
                    (fact(ARRIVED, lang, &words::time(&letter.accepted_at, lang)))
                    (fact(FILES, lang, &kinds(&letter.files, lang)))
                    div.end {
                        @if let Some(status) = letter.status { span.status { (status.text().get(lang)) } }
                        // What another terminal has taken cannot be opened here.
                        @if letter.status != Some(Status::Taken) {
                            a.button href=(here.path(format_args!("messages/{}", letter.id)))
                                aria-label={ (OPEN.get(lang)) "：" (names.get(&partner(letter)).unwrap_or(&partner(letter))) } { (OPEN.get(lang)) }
                        }
                    }
                }
            }
        }
        (pages(here, row, &said, next.as_deref()))
    };
    page.show(here, &body)
}

/// `GET drafts`.
pub(super) async fn drafts(here: Here, said: Said) -> Response {
    let lang = here.lang();
    let page = Page::of("drafts", shell::name("drafts", lang));
    let DraftPage { items, next } = match listed(&here, "/v1/drafts", &said).await {
        Ok(list) => list,
        Err(refused) => return alert::page(&here, &page, &refused),
    };
    let names = names(&here, items.iter().map(|draft| draft.to.clone())).await;
    let body = html! {
        (said.note(lang))
        h1 { (shell::name("drafts", lang)) }
        @if items.is_empty() { p.empty { (NO_DRAFTS.get(lang)) } }
        ul.letters {
            @for draft in &items {
                li {
                    (fact(TO, lang, &addressee(draft, &names, lang)))
                    (fact(CHANGED, lang, &words::time(&draft.changed_at, lang)))
                    (fact(FILES, lang, &kinds(&draft.files, lang)))
                    div.end {
                        @if draft.origin == Origin::Bulk { span.status { (OF_BULK.get(lang)) } }
                        a.button href=(here.path(format_args!("drafts/{}", draft.id)))
                            aria-label={ (EDIT.get(lang)) "：" (names.get(&draft.to).unwrap_or(&draft.to)) } { (EDIT.get(lang)) }
                    }
                }
            }
        }
        (pages(&here, "drafts", &said, next.as_deref()))
    };
    page.show(&here, &body)
}

async fn listed<T: DeserializeOwned>(here: &Here, at: &str, said: &Said) -> Result<T, Refused> {
    let query = said.before.as_ref().map(|before| format!("?before={before}")).unwrap_or_default();
    here.clerk().get(&format!("{at}{query}")).await
}

/// 送信先 of a draft, which may have none yet.
pub(super) fn addressee(draft: &DraftEntry, names: &BTreeMap<String, String>, lang: Lang) -> Markup {
    if draft.to.is_empty() {
        return html! { (NOWHERE.get(lang)) };
    }
    words::office(names.get(&draft.to).map(String::as_str), &draft.to)
}

/// The names of offices by their numbers, each looked up once.
pub(super) async fn names(here: &Here, numbers: impl Iterator<Item = String>) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for number in numbers {
        if !names.contains_key(&number)
            && let Some(name) = here.name_of(&number).await
        {
            names.insert(number, name);
        }
    }
    names
}

/// One thing that is known of a row.
pub(super) fn fact(what: Text, lang: Lang, value: &Markup) -> Markup {
    html! { div.fact { span.label { (what.get(lang)) } span { (value) } } }
}

/// The files of a row in words.
pub(super) fn kinds(files: &[FileEntry], lang: Lang) -> Markup {
    let mut words: Vec<(String, usize)> = Vec::new();
    for file in files.iter().filter(|file| file.slot == Slot::Csv).chain(files.iter().filter(|f| f.slot != Slot::Csv)) {
        let kind = words::kind(file.slot, &file.name).get(lang).to_owned();
        match words.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, count)) => *count += 1,
            None => words.push((kind, 1)),
        }
    }
    html! {
        @if words.is_empty() { (NO_FILES.get(lang)) }
        @else { span.kinds { @for (kind, count) in &words {
            span.kind { (kind) @if *count > 1 { " ×" (count) } } " "
        } } }
    }
}

fn pages(here: &Here, row: &str, said: &Said, next: Option<&str>) -> Markup {
    let lang = here.lang();
    html! {
        @if said.before.is_some() || next.is_some() {
            p.pages {
                @if said.before.is_some() { a.button.quiet href=(here.path(row)) { (FIRST.get(lang)) } " " }
                @if let Some(next) = next {
                    a.button.quiet href=(here.path(format_args!("{row}?before={next}"))) { (MORE.get(lang)) }
                }
            }
        }
    }
}
