//! One file, to be saved: never opened inside the page.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};

use super::alert;
use super::here::{FileId, Here};
use super::shell::{self, Page};
use crate::desk::clerk::Answer;

/// `GET messages/{id}/files/{n}`.
pub(super) async fn of_message(here: Here, FileId(id, n): FileId) -> Response {
    saved(&here, "inbox", &format!("/v1/messages/{id}/files/{n}")).await
}

/// `GET drafts/{id}/files/{n}`.
pub(super) async fn of_draft(here: Here, FileId(id, n): FileId) -> Response {
    saved(&here, "drafts", &format!("/v1/drafts/{id}/files/{n}")).await
}

async fn saved(here: &Here, row: &str, at: &str) -> Response {
    let turn = here.turn(here.limits().file_bytes).await;
    match (turn, here.clerk().fetch(at).await) {
        (Ok(_turn), Ok(Answer { headers, body })) => {
            let kind = (CONTENT_TYPE, HeaderValue::from_static("application/octet-stream"));
            // The name as the exchange writes it, which no name can leave.
            let given = headers.get(CONTENT_DISPOSITION).cloned();
            let name = given.unwrap_or(HeaderValue::from_static("attachment"));
            let headers: [(HeaderName, HeaderValue); 2] = [kind, (CONTENT_DISPOSITION, name)];
            (headers, body).into_response()
        }
        (Err(refused), _) | (_, Err(refused)) => {
            alert::page(here, &Page::of(row, shell::name(row, here.lang())), &refused)
        }
    }
}
