//! 帳票で見る: the files of a message, or of a draft, as the paper forms that people know.

use axum::response::Response;
use careplan::text::Text;
use maud::html;

use super::here::{Here, Id};
use super::shell::{self, Page};
use super::{alert, sheet, words};
use crate::desk::clerk::Refused;
use crate::exchange::Part;
use crate::wire::{Draft, FileEntry, Letter};

const TITLE: Text = Text::new("帳票で見る", "See it as paper forms");

/// `GET messages/{id}/forms`.
pub(super) async fn of_message(here: Here, Id(id): Id) -> Response {
    let at = format!("/v1/messages/{id}");
    let files = here.clerk().get::<Letter>(&at).await.map(|letter| letter.envelope.files);
    shown(&here, "inbox", format!("messages/{id}/forms"), &at, files).await
}

/// `GET drafts/{id}/forms`.
pub(super) async fn of_draft(here: Here, Id(id): Id) -> Response {
    let at = format!("/v1/drafts/{id}");
    let files = here.clerk().get::<Draft>(&at).await.map(|draft| draft.entry.files);
    shown(&here, "drafts", format!("drafts/{id}/forms"), &at, files).await
}

async fn shown(here: &Here, row: &str, path: String, at: &str, files: Result<Vec<FileEntry>, Refused>) -> Response {
    let lang = here.lang();
    let page = Page { current: row, title: TITLE.get(lang), path };
    match fetched(here, at, files).await {
        Err(refused) => alert::page(here, &Page::of(row, shell::name(row, lang)), &refused),
        Ok(parts) => {
            let body = html! {
                h1 { (TITLE.get(lang)) }
                ul { @for part in &parts { li {
                    (words::kind(part.slot, &part.name).get(lang)) " " bdi.soft { (part.name) }
                } } }
            };
            page.show(here, &body)
        }
    }
}

async fn fetched(here: &Here, at: &str, files: Result<Vec<FileEntry>, Refused>) -> Result<Vec<Part>, Refused> {
    let files = files?;
    let _turn = here.turn(sheet::weight(&files)).await?;
    sheet::fetch(here, at, &files).await
}
