//! What is found in files before anything is sent: what the exchange would refuse, by its own dry
//! run, and what `careplan` finds against the standard. Answered as a fragment of a page.

mod finding;
mod judge;
mod view;

use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use careplan::text::Text;
use maud::{Markup, html};

use self::judge::judge;
use super::here::{Here, Id, said};
use super::upload::Incoming;
use super::{alert, draft, sheet, words};
use crate::assumptions::BULK_FILES;
use crate::desk::clerk::Refused;
use crate::exchange::{Fields, Form, Sorted, sort};
use crate::wire::{BulkGroup, Slot};
use careplan::text::{Lang, Message};

const GROUPS: Text = Text::new("送信先ごとの確認", "By destination");
const NAMELESS: Text = Text::new("送信先の分からないファイル", "Files without a destination");
const TO: Text = Text::new("送信先", "Destination");

/// Which files of a form a page can take out again, as its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kept {
    /// All are kept elsewhere: none can be taken out here.
    All,
    /// The first of each slot are in a draft: so many CSV files, so many others.
    First(usize, usize),
}

/// `POST check`: the form of 新規作成.
pub(super) async fn message(here: Here, incoming: Incoming) -> Response {
    let upload = match incoming.read(&here, Fields::message(here.limits()), 0).await {
        Ok(upload) => upload,
        Err(refused) => return refuse(&here, &refused),
    };
    match &upload.problem {
        Some(refused) => refuse(&here, refused),
        None => fragment(&found(&here, &upload.form, Kept::First(0, 0)).await),
    }
}

/// `POST drafts/{id}/check`: what is in a draft, with what is added to it.
pub(super) async fn draft(here: Here, Id(id): Id, incoming: Incoming) -> Response {
    let more = here.limits().message_bytes;
    let upload = match incoming.read(&here, Fields::message(here.limits()), more).await {
        Ok(upload) => upload,
        Err(refused) => return refuse(&here, &refused),
    };
    if let Some(refused) = &upload.problem {
        return refuse(&here, refused);
    }
    match together(&here, &id, &upload.form).await {
        Ok((form, kept)) => fragment(&found(&here, &form, kept).await),
        Err(refused) => refuse(&here, &refused),
    }
}

async fn together(here: &Here, id: &str, typed: &Form) -> Result<(Form, Kept), Refused> {
    let draft = draft::find(here, id).await?;
    let files = &draft.entry.files;
    let kept = Kept::First(sheet::count(files, Slot::Csv), sheet::count(files, Slot::Attachment));
    let mut form = draft::form(here, &draft).await?;
    form.files.extend(typed.files.iter().cloned());
    form.text = typed.text.clone().or(form.text);
    Ok((form, kept))
}

/// `POST bulk/check`: the files of 一括送信, destination by destination.
pub(super) async fn bulk(here: Here, incoming: Incoming) -> Response {
    let upload = match incoming.read(&here, bulk_fields(&here), 0).await {
        Ok(upload) => upload,
        Err(refused) => return refuse(&here, &refused),
    };
    match &upload.problem {
        Some(refused) => refuse(&here, refused),
        None => fragment(&found_in_bulk(&here, upload.form.clone(), Kept::First(0, 0)).await),
    }
}

/// The fields of a bulk send.
pub(super) fn bulk_fields(here: &Here) -> Fields {
    let most = here.state.assumed().number(&BULK_FILES);
    Fields::bulk(usize::try_from(most).unwrap_or(usize::MAX))
}

/// What is found in the files of one message; nothing where there are none.
pub(super) async fn found(here: &Here, form: &Form, kept: Kept) -> Markup {
    if form.files.is_empty() {
        return html! {};
    }
    view::judged(here, &judge(here, form).await, kept)
}

/// What is found in the files of a bulk send.
pub(super) async fn found_in_bulk(here: &Here, form: Form, kept: Kept) -> Markup {
    let lang = here.lang();
    if form.files.is_empty() {
        return html! {};
    }
    let Sorted { groups, nameless } = sort(form, here.limits().files);
    let mut all = Vec::with_capacity(groups.len());
    for group in &groups {
        let to = group.to.clone().unwrap_or_default();
        let name = here.name_of(&to).await;
        let judged = judge(here, group).await;
        all.push(html! {
            section.group {
                p.to { strong { (TO.get(lang)) "：" } (words::office(name.as_deref(), &to)) }
                (view::judged(here, &judged, kept))
            }
        });
    }
    html! {
        section aria-label=(GROUPS.get(lang)) {
            @for group in &all { (group) }
            @if !nameless.is_empty() {
                section.group {
                    p.to { strong { (NAMELESS.get(lang)) } }
                    ul.files { @for group in &nameless { (left_out(here, group, kept)) } }
                }
            }
        }
    }
}

fn left_out(here: &Here, group: &BulkGroup, kept: Kept) -> Markup {
    let lang = here.lang();
    html! {
        li {
            @for name in &group.files { div.line { bdi.filename { (name) } (view::take_out(Slot::Csv, name, kept, lang)) } }
            @if let Some(problem) = &group.problem {
                (view::fault(
                    here,
                    in_lang(&problem.title_ja, &problem.title_en, lang),
                    in_lang(&problem.what_to_do_ja, &problem.what_to_do_en, lang),
                    &problem.code,
                ))
            }
        }
    }
}

fn in_lang<'a>(ja: &'a str, en: &'a str, lang: Lang) -> &'a str {
    match lang {
        Lang::Ja => ja,
        Lang::En => en,
    }
}

fn fragment(found: &Markup) -> Response {
    Html(found.clone().into_string()).into_response()
}

fn refuse(here: &Here, refused: &Refused) -> Response {
    let status = StatusCode::from_u16(alert::status(refused)).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, fragment(&alert::alert(here, refused, None))).into_response()
}

/// `3件` / `3 records`.
fn records(count: u64, lang: Lang) -> String {
    let plural = if count == 1 { "" } else { "s" };
    said(&Message::new(format!("{count}件"), format!("{count} record{plural}")), lang).to_owned()
}
