//! 一括送信: many files, sorted by the destination in their names; looked at, then sent together.

use axum::Form as Typed;
use axum::extract::rejection::FormRejection;
use axum::http::Method;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::bulk_view::{Queued, Shown, results, shown};
use super::check::{self, Kept};
use super::done::{QUEUED, Said};
use super::here::Here;
use super::upload::{Incoming, Upload, is_key};
use super::{alert, draft, edit, sheet, shell};
use crate::assumptions::BULK;
use crate::desk::clerk::Refused;
use crate::desk::trouble::UNREADABLE;
use crate::wire::{BulkAnswer, Draft, DraftPage, Origin};

/// `GET bulk`.
pub(super) async fn page(here: Here, said: Said) -> Response {
    with_queue(&here, Shown { said, ..Shown::default() }).await
}

/// `POST bulk`: queues the files, or, where the environment does not queue, sends them.
pub(super) async fn post(here: Here, incoming: Incoming) -> Response {
    let upload = match incoming.read(&here, check::bulk_fields(&here), 0).await {
        Ok(upload) => upload,
        Err(refused) => return with_queue(&here, Shown { refused: Some(&refused), ..Shown::default() }).await,
    };
    let text = upload.form.text.as_deref();
    if let Some(refused) = &upload.problem {
        return with_queue(&here, Shown { refused: Some(refused), text, ..Shown::default() }).await;
    }
    if upload.pressed() == "check" {
        let found = check::found_in_bulk(&here, upload.form.clone(), Kept::All).await;
        return with_queue(&here, Shown { found: Some(found), text, ..Shown::default() }).await;
    }
    match put(&here, &upload).await {
        Err(refused) => with_queue(&here, Shown { refused: Some(&refused), text, ..Shown::default() }).await,
        Ok(answer) if answer.groups.iter().all(|group| group.draft.is_some()) => here.on("bulk", &QUEUED),
        Ok(answer) => results(&here, &answer).await,
    }
}

async fn put(here: &Here, upload: &Upload<'_>) -> Result<BulkAnswer, Refused> {
    here.clerk().put_form(Method::POST, "/v1/bulk", sheet::post(&upload.form), upload.key()).await
}

/// What the button carries that sends everything.
#[derive(Debug, Deserialize)]
pub(super) struct Pressed {
    key: String,
}

/// `POST bulk/send`: sends all that is queued.
pub(super) async fn send(here: Here, given: Result<Typed<Pressed>, FormRejection>) -> Response {
    let Ok(Typed(Pressed { key })) = given else { return (&UNREADABLE).into_response() };
    let key = Some(key.as_str()).filter(|key| is_key(key));
    match here.clerk().press::<BulkAnswer>("/v1/bulk/send", key).await {
        Ok(answer) => results(&here, &answer).await,
        Err(refused) => with_queue(&here, Shown { refused: Some(&refused), ..Shown::default() }).await,
    }
}

/// The page with what is queued.
async fn with_queue(here: &Here, how: Shown<'_>) -> Response {
    let lang = here.lang();
    if here.assumes(&BULK, "none") {
        return shown(here, &how, None).await;
    }
    match queue(here).await {
        Ok(queued) => shown(here, &how, Some(&queued)).await,
        Err(refused) => {
            let page = shell::Page::of("bulk", shell::name("bulk", lang));
            alert::page(here, &page, how.refused.unwrap_or(&refused))
        }
    }
}

/// What is queued, with what is found in it. Only so much is looked into at once as one message
/// may hold; the rest is looked at when it is opened.
async fn queue(here: &Here) -> Result<Vec<Queued>, Refused> {
    let mut queued = Vec::new();
    let mut room = here.limits().message_bytes;
    let mut before = String::new();
    loop {
        let page: DraftPage = here.clerk().get(&format!("/v1/drafts{before}")).await?;
        for entry in page.items.into_iter().filter(|entry| entry.origin == Origin::Bulk) {
            let bytes = sheet::weight(&entry.files);
            let found = if bytes <= room {
                room -= bytes;
                let draft: Draft = draft::find(here, &entry.id).await?;
                Some(edit::checked(here, &draft).await)
            } else {
                None
            };
            queued.push(Queued { entry, found });
        }
        match page.next {
            Some(next) => before = format!("?before={next}"),
            None => return Ok(queued),
        }
    }
}
