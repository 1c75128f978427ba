//! 一括送信: CSV files are grouped by the destination in their names; each group becomes a message.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, State};
use axum::http::{HeaderMap, StatusCode};
use careplan::name::{FileName, NameIssue};
use careplan::text::Lang;

use super::caller::Caller;
use super::drafts;
use super::form::{Fields, Form, Part, limited};
use super::send::{self, Way};
use crate::assumptions::{BULK, BULK_FILES};
use crate::noted::Noted;
use crate::offices::OfficeNo;
use crate::openapi::{BulkForm, IdempotencyKey};
use crate::refusals::{CSV_NAME, CSV_NAME_VERSION, NO_BULK, NOTHING_TO_SEND, Problem, Refusal, TOO_MANY_FILES};
use crate::state::AppState;
use crate::store::drafts::Batch;
use crate::wire::{BulkAnswer, BulkGroup, Envelope, Origin};

type Answer = Result<(StatusCode, Json<BulkAnswer>), Problem>;

/// Stands between the key of a bulk send and what follows from it; no header can hold it.
const FOLLOWS: char = '\n';

/// Takes the files of many destinations.
#[utoipa::path(
    post, path = "/v1/bulk", operation_id = "sendBulk", tag = "bulk",
    params(IdempotencyKey),
    request_body(content = BulkForm, content_type = "multipart/form-data"),
    responses((status = 207, body = BulkAnswer)),
)]
pub(super) async fn create(
    State(state): State<AppState>,
    caller: Caller,
    headers: HeaderMap,
    multipart: Result<Multipart, MultipartRejection>,
) -> Answer {
    let is_queued = match state.assumed().value(&BULK) {
        "queue" => true,
        "direct" => false,
        _ => return Err(Problem::from(&NO_BULK)),
    };
    let key = send::idempotency_key(&headers)?;
    let most = usize::try_from(state.assumed().number(&BULK_FILES)).unwrap_or(usize::MAX);
    let (form, _turn) = send::receive(&state, &headers, multipart, Fields::bulk(most)).await?;
    if form.files.is_empty() {
        return Err(Problem::from(&NOTHING_TO_SEND));
    }
    let Sorted { groups, nameless } = sort(form, state.limits().files);
    let mut answer = nameless;
    if is_queued {
        answer.extend(queue(&state, &caller, groups, key).await?);
    } else {
        for form in groups {
            let key = key.as_ref().map(|key| follows(key, form.to.as_deref().unwrap_or_default()));
            let (to, files) = (form.to.clone(), names(&form));
            let sent = send::deliver(&state, &caller, form, Way { key, ..Way::default() }).await;
            answer.push(group(to, files, sent));
        }
    }
    told(&state, &caller, "/v1/bulk", answer).await
}

/// Sends everything that is queued. What is refused stays queued.
#[utoipa::path(
    post, path = "/v1/bulk/send", operation_id = "sendQueued", tag = "bulk",
    params(IdempotencyKey),
    responses((status = 207, body = BulkAnswer)),
)]
pub(super) async fn send(State(state): State<AppState>, caller: Caller, headers: HeaderMap) -> Answer {
    if state.assumed().is(&BULK, "none") {
        return Err(Problem::from(&NO_BULK));
    }
    let key = send::idempotency_key(&headers)?;
    let view = caller.drafts(&state);
    let mut answer = Vec::new();
    if let Some(key) = &key {
        // A retry: what was sent under the key is told again, what is left is sent now.
        let before = state.store().batch(&view, key).await?;
        answer.extend(before.into_iter().map(|envelope| {
            let files = envelope.files.iter().map(|file| file.name.clone()).collect();
            group(Some(envelope.to.clone()), files, Ok(envelope))
        }));
    }
    let look = view.clone();
    for id in state.store().read(move |db| crate::store::drafts::queued(db, &look)).await? {
        let (look, wanted) = (view.clone(), id.clone());
        let found = state.store().read(move |db| crate::store::drafts::find(db, &wanted, &look)).await?;
        // Gone since the list was made: somebody else has sent it.
        let Some(draft) = found else { continue };
        let _turn = send::turn(&state, None).await?;
        let way = Way { key: key.as_ref().map(|key| follows(key, &id)), batch: key.clone(), draft: None };
        let sent = drafts::send_one(&state, &caller, id, way).await;
        let files = draft.entry.files.iter().map(|file| file.name.clone()).collect();
        let to = Some(draft.entry.to.clone());
        let is_left = sent.is_err();
        answer.push(BulkGroup { draft: is_left.then_some(draft.entry), ..group(to, files, sent) });
    }
    told(&state, &caller, "/v1/bulk/send", answer).await
}

/// Keeps the groups as drafts, all or none.
async fn queue(
    state: &AppState,
    caller: &Caller,
    groups: Vec<Form>,
    key: Option<String>,
) -> Result<Vec<BulkGroup>, Problem> {
    let kept: Vec<_> = groups.into_iter().map(|form| drafts::kept(form, Origin::Bulk)).collect();
    let batch = key.map(|key| {
        let parts = kept.iter().flat_map(|kept| {
            let files = kept.files.iter().flat_map(|file| [file.name.as_bytes(), file.sha256.as_bytes()]);
            [kept.to.as_bytes(), kept.text.as_bytes()].into_iter().chain(files)
        });
        Batch { key, hash: crate::hash::parts(parts) }
    });
    let entries = drafts::keep(state, caller, kept, batch).await?;
    let groups = entries.into_iter().map(|entry| {
        let files = entry.files.iter().map(|file| file.name.clone()).collect();
        BulkGroup { to: Some(entry.to.clone()), files, draft: Some(entry), message: None, problem: None }
    });
    Ok(groups.collect())
}

/// The files of a bulk send, sorted.
pub(crate) struct Sorted {
    /// One form for each destination, in the order of their numbers.
    pub(crate) groups: Vec<Form>,
    /// What cannot be sent at all.
    pub(crate) nameless: Vec<BulkGroup>,
}

/// Sorts the files by the destinations in their names; `most`: files of one message.
pub(crate) fn sort(form: Form, most: usize) -> Sorted {
    let Form { text, files, .. } = form;
    let mut by_destination: BTreeMap<String, Vec<Part>> = BTreeMap::new();
    let mut nameless = Vec::new();
    for part in files {
        match destination(&part.name) {
            Ok(to) => by_destination.entry(to).or_default().push(part),
            Err(refusal) => {
                let problem = Problem::about_file(refusal, &part.name);
                nameless.push(group(None, vec![part.name], Err(problem)));
            }
        }
    }
    let mut groups = Vec::new();
    for (to, files) in by_destination {
        let form = Form { to: Some(to), text: text.clone(), files, ..Form::default() };
        if form.files.len() > most {
            nameless.push(group(form.to.clone(), names(&form), Err(limited(&TOO_MANY_FILES, most))));
        } else {
            groups.push(form);
        }
    }
    Sorted { groups, nameless }
}

/// The number of the office that a file name names as receiver.
fn destination(name: &str) -> Result<String, &'static Refusal> {
    match FileName::parse(name) {
        Ok(name) => Ok(name.unit.to.office),
        Err(NameIssue::Version3 | NameIssue::Version40) => Err(&CSV_NAME_VERSION),
        Err(_) => Err(&CSV_NAME),
    }
}

fn names(form: &Form) -> Vec<String> {
    form.files.iter().map(|part| part.name.clone()).collect()
}

fn follows(key: &str, of: &str) -> String {
    format!("{key}{FOLLOWS}{of}")
}

fn group(to: Option<String>, files: Vec<String>, sent: Result<Envelope, Problem>) -> BulkGroup {
    let (message, problem) = match sent {
        Ok(envelope) => (Some(envelope), None),
        // Both languages are in the document.
        Err(problem) => (None, Some(problem.document(Lang::Ja))),
    };
    BulkGroup { to, files, draft: None, message, problem }
}

/// The answer; what was refused in it goes into the journal as any other refusal does.
async fn told(state: &AppState, caller: &Caller, path: &str, groups: Vec<BulkGroup>) -> Answer {
    for group in &groups {
        let Some(problem) = &group.problem else { continue };
        let noted = Noted {
            code: problem.code.clone(),
            method: "POST".to_owned(),
            path: path.to_owned(),
            // As far as it is a number: what was typed may be anything.
            to: group.to.clone().filter(|to| to.parse::<OfficeNo>().is_ok()),
            certificate: Some(caller.certificate.clone()),
            desk: None,
        };
        state.store().record(state.now_ms(), noted.event(Some(&caller.office.number))).await?;
    }
    Ok((StatusCode::MULTI_STATUS, Json(BulkAnswer { groups })))
}
