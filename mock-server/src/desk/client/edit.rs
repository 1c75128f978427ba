//! 下書きの編集, as on the known screen (relay.md 2): 送信先事業所名称, the list of files with [削除],
//! the drop zone, メッセージ, 戻る / 更新; and 送信.

use axum::Form as Typed;
use axum::extract::rejection::FormRejection;
use axum::response::{IntoResponse, Redirect, Response};
use careplan::text::{Message, Text};
use maud::{Markup, html};
use serde::Deserialize;

use super::check::{self, Kept};
use super::compose::{AGAIN, SEND, again};
use super::done::{CHECKED, REMOVED, SENT, Said, UPDATED};
use super::here::{Here, Id};
use super::shell::{self, Page};
use super::upload::Incoming;
use super::zone::{self, Drop};
use super::{alert, draft, letter, lists, sheet, words};
use crate::desk::clerk::Refused;
use crate::desk::trouble::UNREADABLE;
use crate::exchange::{Fields, Form};
use crate::wire::{Draft, Envelope, Slot};

const TITLE: Text = Text::new("下書きの編集", "Edit a draft");
const TO: Text = Text::new("送信先事業所名称", "Destination");
const OTHER: Text = Text::new("送信先を変える", "Change the destination");
const CSV: Text = Text::new("添付ファイル(CSV)：入っているもの", "Attached files (CSV) in the draft");
const ATTACHMENTS: Text =
    Text::new("添付ファイル(PDF等)：入っているもの", "Attached files (PDF and the like) in the draft");
const NONE: Text = Text::new("ありません。", "None.");
const REMOVE: Text = Text::new("削除", "Remove");
const FORMS: Text = Text::new("帳票で見る", "See it as paper forms");
const UPDATE: Text = Text::new("更新", "Update");
const CHECK: Text = Text::new("確かめる", "Check");
const DELETE: Text = Text::new("この下書きを削除", "Remove this draft");
const BACK: Text = Text::new("戻る", "Back");

/// How the page is shown.
#[derive(Default)]
pub(super) struct Shown<'a> {
    /// Why something was not done.
    pub(super) refused: Option<&'a Refused>,
    /// What is said beside it.
    pub(super) more: Option<Message>,
    /// The text as it was typed, where it is not that of the draft.
    pub(super) text: Option<&'a str>,
    /// The key of the send that goes on.
    pub(super) key: Option<&'a str>,
    /// What was done.
    pub(super) said: Said,
}

/// `GET drafts/{id}`.
pub(super) async fn page(here: Here, said: Said, Id(id): Id) -> Response {
    shown(&here, &id, Shown { said, ..Shown::default() }).await
}

/// `POST drafts/{id}/destination`.
pub(super) async fn set_destination(
    here: Here,
    Id(id): Id,
    given: Result<Typed<Destination>, FormRejection>,
) -> Response {
    let Ok(Typed(Destination { to })) = given else { return (&UNREADABLE).into_response() };
    let set = async {
        let draft = draft::find(&here, &id).await?;
        let _turn = here.turn(sheet::weight(&draft.entry.files)).await?;
        let form = Form { to: Some(to), ..draft::form(&here, &draft).await? };
        draft::replace(&here, &id, &form).await
    };
    match set.await {
        Ok(_) => here.on(format_args!("drafts/{id}"), &UPDATED),
        Err(refused) => shown(&here, &id, Shown { refused: Some(&refused), ..Shown::default() }).await,
    }
}

/// What is chosen as destination.
#[derive(Debug, Deserialize)]
pub(super) struct Destination {
    to: String,
}

/// `POST drafts/{id}`.
pub(super) async fn post(here: Here, Id(id): Id, incoming: Incoming) -> Response {
    let fields = Fields::message(here.limits());
    // What is in the draft comes into memory beside what is added to it.
    let upload = match incoming.read(&here, fields, here.limits().message_bytes).await {
        Ok(upload) => upload,
        Err(refused) => return shown(&here, &id, Shown { refused: Some(&refused), ..Shown::default() }).await,
    };
    let (key, text) = (upload.key(), upload.form.text.as_deref());
    if let Some(refused) = &upload.problem {
        let more = Some(AGAIN.into());
        return shown(&here, &id, Shown { refused: Some(refused), more, text, key, ..Shown::default() }).await;
    }
    let pressed = upload.pressed();
    if pressed == "delete" {
        return match here.clerk().remove(&draft::at(&id)).await {
            Ok(()) => here.on("drafts", &REMOVED),
            Err(refused) => shown(&here, &id, Shown { refused: Some(&refused), text, ..Shown::default() }).await,
        };
    }
    match update(&here, &id, &upload.form, pressed).await {
        Ok(()) => {}
        // Pressed twice: the first has sent it, which the key tells.
        Err(refused) if pressed == "send" && draft::is_gone(&refused) => {}
        Err(refused) => {
            let more = (!upload.form.files.is_empty()).then(|| AGAIN.into());
            return shown(&here, &id, Shown { refused: Some(&refused), more, text, key, ..Shown::default() }).await;
        }
    }
    match pressed {
        "send" => match here.clerk().press::<Envelope>(&format!("{}/send", draft::at(&id)), key).await {
            Ok(envelope) => here.on(format_args!("messages/{}", envelope.id), &SENT),
            Err(refused) => {
                let key = again(key, &refused);
                shown(&here, &id, Shown { refused: Some(&refused), key, ..Shown::default() }).await
            }
        },
        "destination" => Redirect::to(&here.path(format_args!("drafts/{id}/destination"))).into_response(),
        "check" => here.on(format_args!("drafts/{id}"), &CHECKED),
        _ => here.on(format_args!("drafts/{id}"), &UPDATED),
    }
}

/// Puts what was typed, added and taken out into the draft; nothing is written where nothing was.
async fn update(here: &Here, id: &str, typed: &Form, pressed: &str) -> Result<(), Refused> {
    let draft = draft::find(here, id).await?;
    let removed = pressed.strip_prefix("remove-").and_then(|n| n.parse::<u32>().ok());
    let is_same = typed.text.as_deref().is_none_or(|text| text == draft.message);
    if is_same && typed.files.is_empty() && removed.is_none() {
        return Ok(());
    }
    let left: Vec<_> = draft.entry.files.iter().filter(|file| Some(file.n) != removed).cloned().collect();
    let mut files = sheet::fetch(here, &draft::at(id), &left).await?;
    files.extend(typed.files.iter().cloned());
    let text = typed.text.clone().or(Some(draft.message));
    let form = Form { to: Some(draft.entry.to), text, files, ..Form::default() };
    draft::replace(here, id, &form).await.map(drop)
}

/// The page of a draft, with what is found in its files.
pub(super) async fn shown(here: &Here, id: &str, how: Shown<'_>) -> Response {
    let lang = here.lang();
    let list = Page::of("drafts", shell::name("drafts", lang));
    let draft = match draft::find(here, id).await {
        Ok(draft) => draft,
        Err(refused) => return alert::page(here, &list, how.refused.unwrap_or(&refused)),
    };
    let found = checked(here, &draft).await;
    let fields = fields(here, &draft, &how, &found).await;
    let drop = Drop {
        action: here.action(format_args!("drafts/{id}")),
        check: here.action(format_args!("drafts/{id}/check")),
        files: here.limits().files.saturating_sub(draft.entry.files.len()),
        kept: sheet::weight(&draft.entry.files),
        body: &fields,
    };
    let body = html! {
        @if let Some(refused) = how.refused { (alert::alert(here, refused, how.more.as_ref())) }
        (how.said.note(lang))
        h1 { (TITLE.get(lang)) }
        (drop.form(here))
    };
    let page = Page::of("drafts", TITLE.get(lang)).below(format!("drafts/{id}"));
    match how.refused {
        None => page.show(here, &body),
        Some(refused) => page.refuse(here, alert::status(refused), &body),
    }
}

/// What is found in a draft; nothing where it cannot be loaded just now.
pub(super) async fn checked(here: &Here, draft: &Draft) -> Markup {
    let Ok(_turn) = here.turn(sheet::weight(&draft.entry.files)).await else { return html! {} };
    match draft::form(here, draft).await {
        Ok(form) => check::found(here, &form, Kept::All).await,
        Err(_) => html! {},
    }
}

async fn fields(here: &Here, draft: &Draft, how: &Shown<'_>, found: &Markup) -> Markup {
    let (lang, entry) = (here.lang(), &draft.entry);
    let names = lists::names(here, [entry.to.clone()].into_iter()).await;
    let has_csv = sheet::count(&entry.files, Slot::Csv) > 0;
    html! {
        (zone::key(how.key))
        div.box.to {
            p { strong { (TO.get(lang)) } }
            p {
                (lists::addressee(entry, &names, lang)) " "
                button.quiet type="submit" name="do" value="destination" { (OTHER.get(lang)) }
            }
        }
        (files(here, draft, Slot::Csv))
        @if has_csv { p { a.button.quiet href=(here.path(format_args!("drafts/{}/forms", entry.id))) { (FORMS.get(lang)) } } }
        (zone::zone(Slot::Csv, lang))
        (files(here, draft, Slot::Attachment))
        (zone::zone(Slot::Attachment, lang))
        (zone::message(here, how.text.unwrap_or(&draft.message)))
        (zone::checked(found))
        p.buttons {
            a.button.quiet href=(here.path("drafts")) { (BACK.get(lang)) }
            button type="submit" name="do" value="update" { (UPDATE.get(lang)) }
            button type="submit" name="do" value="send" { (SEND.get(lang)) }
            button.quiet type="submit" name="do" value="check" { (CHECK.get(lang)) }
            button.quiet.danger type="submit" name="do" value="delete" { (DELETE.get(lang)) }
        }
    }
}

fn files(here: &Here, draft: &Draft, slot: Slot) -> Markup {
    let lang = here.lang();
    let heading = match slot {
        Slot::Csv => CSV,
        Slot::Attachment => ATTACHMENTS,
    };
    html! {
        h2 { (heading.get(lang)) }
        @if sheet::count(&draft.entry.files, slot) == 0 { p.soft { (NONE.get(lang)) } }
        ul.files { @for file in draft.entry.files.iter().filter(|file| file.slot == slot) { li { div.line {
            span.kind { (words::kind(slot, &file.name).get(lang)) }
            a href=(here.path(format_args!("drafts/{}/files/{}", draft.entry.id, file.n))) {
                (letter::named(&file.name, file.size))
            }
            button.quiet type="submit" name="do" value={ "remove-" (file.n) } aria-label={ (REMOVE.get(lang)) "：" (file.name) } {
                (REMOVE.get(lang))
            }
        } } } }
    }
}
