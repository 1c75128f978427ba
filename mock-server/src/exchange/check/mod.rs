//! Whether a message may go: destination, attachments, names, sets. Inside the files only the
//! absence of records is looked at (assumption `records`).

mod attachments;
mod direction;
mod records;
mod sets;

pub(super) use attachments::media_type;

use std::collections::HashSet;
use std::sync::Arc;

use super::form::Form;
use crate::assumptions::{ATTACHMENT_CHECK, DIRECTION, MESSAGE_ONLY, RECORDS, SAME_NUMBER, SERVICE_TYPE_CHECK};
use crate::directory;
use crate::offices::{Office, OfficeNo};
use crate::refusals::{
    DESTINATION_UNLICENSED, MESSAGE_ALONE, MISSING_DESTINATION, NOTHING_TO_SEND, Problem, SAME_FILE_TWICE, SAME_OFFICE,
    UNKNOWN_DESTINATION,
};
use crate::state::AppState;
use crate::wire::Slot;

/// What the checks found out on their way.
#[derive(Debug)]
pub(super) struct Checked {
    /// The destination.
    pub(super) receiver: Arc<Office>,
    /// ファイル連番 of each file of the form, in its order.
    pub(super) serials: Vec<Option<String>>,
}

/// Checks a form; the first thing that is wrong is the answer.
pub(super) async fn check(sender: &Office, form: &Form, state: &AppState) -> Result<Checked, Problem> {
    let assumed = state.assumed();
    let receiver = destination(sender, form, state).await?;
    if form.files.is_empty() {
        something(form, assumed.is(&MESSAGE_ONLY, "allow"))?;
    }
    let (reads_content, checks_types) =
        (assumed.is(&ATTACHMENT_CHECK, "content"), assumed.is(&SERVICE_TYPE_CHECK, "name"));
    let mut names = HashSet::new();
    let mut serials = Vec::with_capacity(form.files.len());
    let mut members = Vec::new();
    for part in &form.files {
        attachments::check(part, reads_content)?;
        // Two names that differ in case only would meet in one folder of the receiver.
        if !names.insert(part.name.to_lowercase()) {
            return Err(Problem::about_file(&SAME_FILE_TWICE, &part.name));
        }
        serials.push(match part.slot {
            Slot::Attachment => None,
            Slot::Csv => {
                let name = sets::name(part, sender, &receiver, checks_types)?;
                let serial = name.unit.serial.clone();
                members.push((name, part));
                Some(serial)
            }
        });
    }
    sets::compose(&members)?;
    for (name, part) in &members {
        if assumed.is(&DIRECTION, "check") {
            direction::check(name.kind, &part.name, sender, &receiver)?;
        }
        if assumed.is(&RECORDS, "count") {
            records::check(name.kind, part)?;
        }
    }
    Ok(Checked { receiver, serials })
}

/// Without files there must be a text, and a text may have to be enough.
fn something(form: &Form, allows_text_alone: bool) -> Result<(), Problem> {
    if form.text.as_ref().is_none_or(|text| text.trim().is_empty()) {
        return Err(Problem::from(&NOTHING_TO_SEND));
    }
    if allows_text_alone { Ok(()) } else { Err(Problem::from(&MESSAGE_ALONE)) }
}

async fn destination(sender: &Office, form: &Form, state: &AppState) -> Result<Arc<Office>, Problem> {
    let to = form.to.as_deref().map(str::trim).filter(|to| !to.is_empty());
    let to: OfficeNo = to.ok_or(&MISSING_DESTINATION)?.parse().map_err(|_| &UNKNOWN_DESTINATION)?;
    if to == sender.number && state.assumed().is(&SAME_NUMBER, "refuse") {
        return Err(Problem::from(&SAME_OFFICE));
    }
    let member = state.store().member(&to).await?.ok_or(&UNKNOWN_DESTINATION)?;
    if !directory::is_addressable(state, member.licence.as_ref()) {
        return Err(Problem::from(&DESTINATION_UNLICENSED));
    }
    Ok(Arc::clone(&member.office))
}
