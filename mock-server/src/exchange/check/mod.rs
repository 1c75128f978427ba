//! Whether a message may go: destination, attachments, names, sets. Inside the files only the
//! absence of records is looked at (assumption `records`).

mod attachments;
mod direction;
mod records;
mod sets;

use self::sets::Member;
pub(super) use attachments::media_type;

use std::collections::HashSet;
use std::sync::Arc;

use super::form::Form;
use crate::assumptions::{ATTACHMENT_CHECK, DIRECTION, MESSAGE_ONLY, RECORDS, SAME_NUMBER, SERVICE_TYPE_CHECK};
use crate::directory;
use crate::offices::{Office, OfficeNo};
use crate::refusals::{
    DESTINATION_UNLICENSED, MESSAGE_ALONE, MISSING_DESTINATION, NOTHING_TO_SEND, Problem, SAME_FILE_TWICE, SAME_OFFICE,
    UNKNOWN_DESTINATION, UNREGISTERED_SENDER,
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

/// Something for which a form is refused.
#[derive(Debug)]
pub(crate) struct Fault {
    /// Which of its files, by its place in the form; `None`: the form as a whole.
    pub(crate) file: Option<usize>,
    /// Why.
    pub(crate) problem: Problem,
}

impl Fault {
    fn of(file: usize, problem: Problem) -> Self {
        Self { file: Some(file), problem }
    }
}

impl From<Problem> for Fault {
    fn from(problem: Problem) -> Self {
        Self { file: None, problem }
    }
}

/// Everything that is wrong, in the order in which a send meets it.
struct Examined {
    receiver: Result<Arc<Office>, Problem>,
    serials: Vec<Option<String>>,
    faults: Vec<Fault>,
}

/// Checks a form; the first thing that is wrong is the answer.
pub(super) async fn check(sender: &Office, form: &Form, state: &AppState) -> Result<Checked, Problem> {
    let Examined { receiver, serials, faults } = examine(sender, form, state).await;
    let receiver = receiver?;
    match faults.into_iter().next() {
        Some(fault) => Err(fault.problem),
        None => Ok(Checked { receiver, serials }),
    }
}

/// All that a send of the form by this office would be refused for; nothing is sent or stored.
///
/// # Errors
/// When the office may not send at all.
pub(crate) async fn dry_run(state: &AppState, office: &OfficeNo, form: &Form) -> Result<Vec<Fault>, Problem> {
    let member = state.store().member(office).await?.ok_or(&UNREGISTERED_SENDER)?;
    directory::check(state, member.licence.as_ref(), true)?;
    let Examined { receiver, faults, .. } = examine(&member.office, form, state).await;
    let first = [super::form::beyond(form, state.limits()), receiver.err()];
    Ok(first.into_iter().flatten().map(Fault::from).chain(faults).collect())
}

async fn examine(sender: &Office, form: &Form, state: &AppState) -> Examined {
    let assumed = state.assumed();
    let receiver = destination(sender, form, state).await;
    let to = receiver.as_deref().ok();
    let mut faults = Vec::new();
    if form.files.is_empty() {
        faults.extend(something(form, assumed.is(&MESSAGE_ONLY, "allow")).err().map(Fault::from));
    }
    let (reads_content, checks_types) =
        (assumed.is(&ATTACHMENT_CHECK, "content"), assumed.is(&SERVICE_TYPE_CHECK, "name"));
    let mut names = HashSet::new();
    let mut serials = Vec::with_capacity(form.files.len());
    let mut members = Vec::new();
    for (n, part) in form.files.iter().enumerate() {
        faults.extend(attachments::check(part, reads_content).err().map(|problem| Fault::of(n, problem)));
        // Two names that differ in case only would meet in one folder of the receiver.
        if !names.insert(part.name.to_lowercase()) {
            faults.push(Fault::of(n, Problem::about_file(&SAME_FILE_TWICE, &part.name)));
        }
        let name = match part.slot {
            Slot::Attachment => None,
            Slot::Csv => {
                sets::name(part, sender, to, checks_types).map_err(|problem| faults.push(Fault::of(n, problem))).ok()
            }
        };
        serials.push(name.as_ref().map(|name| name.unit.serial.clone()));
        members.extend(name.map(|name| Member { n, name, part }));
    }
    // While a name is wrong, it is not known which sets there are.
    if faults.is_empty() {
        faults.extend(sets::compose(&members));
    }
    for Member { n, name, part } in &members {
        if let Some(receiver) = to.filter(|_| assumed.is(&DIRECTION, "check")) {
            let checked = direction::check(name.kind, &part.name, sender, receiver);
            faults.extend(checked.err().map(|problem| Fault::of(*n, problem)));
        }
        if assumed.is(&RECORDS, "count") {
            faults.extend(records::check(name.kind, part).err().map(|problem| Fault::of(*n, problem)));
        }
    }
    Examined { receiver, serials, faults }
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
