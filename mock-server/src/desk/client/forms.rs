//! 帳票で見る: the files of a message, or of a draft, as the paper forms that people know.

use axum::response::Response;
use careplan::text::Text;
use maud::html;

use super::here::{Here, Id};
use super::shell::{self, Page};
use super::{alert, sheet};
use crate::desk::Paper;
use crate::desk::clerk::Refused;
use crate::desk::reading::{Turned, drawn};
use crate::wire::{Draft, FileEntry, Letter};

const TITLE: Text = Text::new("帳票で見る", "See it as paper forms");

/// `GET messages/{id}/forms`.
pub(super) async fn of_message(here: Here, Id(id): Id, Turned(from): Turned) -> Response {
    let at = format!("/v1/messages/{id}");
    let files = here.clerk().get::<Letter>(&at).await.map(|letter| letter.envelope.files);
    let page = Page { current: "inbox", title: TITLE.get(here.lang()), path: format!("messages/{id}/forms") };
    shown(&here, page, &at, files, from).await
}

/// `GET drafts/{id}/forms`.
pub(super) async fn of_draft(here: Here, Id(id): Id, Turned(from): Turned) -> Response {
    let at = format!("/v1/drafts/{id}");
    let files = here.clerk().get::<Draft>(&at).await.map(|draft| draft.entry.files);
    let page = Page { current: "drafts", title: TITLE.get(here.lang()), path: format!("drafts/{id}/forms") };
    shown(&here, page, &at, files, from).await
}

async fn shown(here: &Here, page: Page<'_>, at: &str, files: Result<Vec<FileEntry>, Refused>, from: usize) -> Response {
    let lang = here.lang();
    match fetched(here, at, files).await {
        Err(refused) => alert::page(here, &Page::of(page.current, shell::name(page.current, lang)), &refused),
        Ok(papers) => {
            let forms = drawn(papers, lang, from).await;
            page.show(here, &html! { h1 { (TITLE.get(lang)) } (forms) })
        }
    }
}

async fn fetched(here: &Here, at: &str, files: Result<Vec<FileEntry>, Refused>) -> Result<Vec<Paper>, Refused> {
    let files = files?;
    let _turn = here.turn(sheet::weight(&files)).await?;
    let parts = sheet::fetch(here, at, &files).await?;
    Ok(parts.into_iter().map(|part| Paper { name: part.name, bytes: part.body }).collect())
}
