//! Drafts as they are kept, loaded and replaced.

use axum::http::Method;

use super::here::Here;
use super::sheet;
use crate::desk::clerk::Refused;
use crate::exchange::Form;
use crate::refusals::NOT_FOUND;
use crate::wire::{Draft, DraftEntry};

/// The address of a draft at the exchange.
pub(super) fn at(id: &str) -> String {
    format!("/v1/drafts/{id}")
}

/// A draft without the bytes of its files.
pub(super) async fn find(here: &Here, id: &str) -> Result<Draft, Refused> {
    here.clerk().get(&at(id)).await
}

/// Keeps a form. One with the key of a form that was kept before (the page was loaded again, or gone back to)
/// takes the place of that one.
pub(super) async fn keep(here: &Here, form: &Form, key: Option<&str>) -> Result<DraftEntry, Refused> {
    let (room, screen) = (&here.at.visit.room, here.at.screen);
    let _turn = room.keeping().await;
    if let Some(id) = key.and_then(|key| room.draft_of(screen, key)) {
        match replace(here, &id, form).await {
            // It was sent or removed since.
            Err(refused) if is_gone(&refused) => {}
            done => return done,
        }
    }
    let entry: DraftEntry = here.clerk().put_form(Method::POST, "/v1/drafts", sheet::post(form), None).await?;
    if let Some(key) = key {
        room.note_draft(screen, key, &entry.id);
    }
    Ok(entry)
}

/// Whether it is refused because the draft is not there.
pub(super) fn is_gone(refused: &Refused) -> bool {
    matches!(refused, Refused::Problem(problem) if problem.refusal == &NOT_FOUND)
}

/// Puts a form in the place of what was kept.
pub(super) async fn replace(here: &Here, id: &str, form: &Form) -> Result<DraftEntry, Refused> {
    here.clerk().put_form(Method::PUT, &at(id), sheet::post(form), None).await
}

/// A draft as a form, with its files.
pub(super) async fn form(here: &Here, draft: &Draft) -> Result<Form, Refused> {
    let entry = &draft.entry;
    let files = sheet::fetch(here, &at(&entry.id), &entry.files).await?;
    Ok(Form { to: Some(entry.to.clone()), text: Some(draft.message.clone()), files, ..Form::default() })
}
