//! Drafts as they are kept, loaded and replaced.

use axum::http::Method;

use super::here::Here;
use super::sheet;
use crate::desk::clerk::Refused;
use crate::exchange::Form;
use crate::wire::{Draft, DraftEntry};

/// The address of a draft at the exchange.
pub(super) fn at(id: &str) -> String {
    format!("/v1/drafts/{id}")
}

/// A draft without the bytes of its files.
pub(super) async fn find(here: &Here, id: &str) -> Result<Draft, Refused> {
    here.clerk().get(&at(id)).await
}

/// Keeps a form.
pub(super) async fn keep(here: &Here, form: &Form) -> Result<DraftEntry, Refused> {
    here.clerk().put_form(Method::POST, "/v1/drafts", sheet::post(form), None).await
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
