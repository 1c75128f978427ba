//! 帳票で見る: the files of a message, or of a draft, as the paper forms that people know.

use axum::response::Response;
use careplan::text::Text;
use maud::{Markup, html};

use super::here::{Here, Id};
use super::shell::{self, Page};
use super::{alert, sheet};
use crate::desk::clerk::Refused;
use crate::desk::reading::{self, Turned};
use crate::wire::{Draft, FileEntry, Letter};

const TITLE: Text = Text::new("帳票で見る", "See it as paper forms");

/// `GET messages/{id}/forms`.
pub(super) async fn of_message(here: Here, Id(id): Id, Turned(from): Turned) -> Response {
    let at = format!("/v1/messages/{id}");
    let files = here.clerk().get::<Letter>(&at).await.map(|letter| letter.envelope.files);
    let page = Page { is_paper: true, ..Page::of("inbox", TITLE.get(here.lang())) };
    shown(&here, page.below(format!("messages/{id}/forms?from={from}")), &at, files, from).await
}

/// `GET drafts/{id}/forms`.
pub(super) async fn of_draft(here: Here, Id(id): Id, Turned(from): Turned) -> Response {
    let at = format!("/v1/drafts/{id}");
    let files = here.clerk().get::<Draft>(&at).await.map(|draft| draft.entry.files);
    let page = Page { is_paper: true, ..Page::of("drafts", TITLE.get(here.lang())) };
    shown(&here, page.below(format!("drafts/{id}/forms?from={from}")), &at, files, from).await
}

async fn shown(here: &Here, page: Page<'_>, at: &str, files: Result<Vec<FileEntry>, Refused>, from: usize) -> Response {
    let lang = here.lang();
    match drawn(here, at, files, from).await {
        Err(refused) => {
            let row = Page::of(page.current, shell::name(page.current, lang));
            alert::page(here, &row, &refused)
        }
        Ok(forms) => page.show(here, &html! { h1 { (TITLE.get(lang)) } (forms) }),
    }
}

async fn drawn(here: &Here, at: &str, files: Result<Vec<FileEntry>, Refused>, from: usize) -> Result<Markup, Refused> {
    let files = files?;
    let _turn = here.turn(sheet::weight(&files)).await?;
    let papers: Vec<_> = sheet::fetch(here, at, &files).await?.iter().map(sheet::paper).collect();
    Ok(reading::drawn(papers, here.lang(), from).await)
}
