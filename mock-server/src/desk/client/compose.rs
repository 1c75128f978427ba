//! 新規作成: destination, files, message. What is typed is never lost: a send that is refused comes
//! back with its text, and files, which a browser forgets, are kept as a draft.

use axum::http::Method;
use axum::response::{IntoResponse, Redirect, Response};
use careplan::text::{Message, Text};
use maud::html;

use super::destination::{self, Sought};
use super::done::{CHECKED, KEPT, SENT};
use super::edit::{self, Shown};
use super::here::Here;
use super::shell::{self, Page};
use super::upload::{Incoming, Upload};
use super::zone::{self, Drop};
use super::{alert, draft, sheet, words};
use crate::desk::clerk::Refused;
use crate::exchange::{Fields, Form};
use crate::refusals::IDEMPOTENCY_CONFLICT;
use crate::wire::{Envelope, Slot};

const TO: Text = Text::new("送信先事業所名称", "Destination");
const UNKNOWN: Text = Text::new("（登録されていない事業所）", "(an office that is not registered)");
const OTHER: Text = Text::new("送信先を変える", "Change the destination");
pub(super) const SEND: Text = Text::new("送信", "Send");
const KEEP: Text = Text::new("下書き保存", "Keep as a draft");
const CHECK: Text = Text::new("確かめる", "Check");
const SAVED: Text = Text::new(
    "入力した内容とファイルは、下書きに保存しました。ここで直して、送信できます。",
    "What you entered was kept as a draft, with its files. Mend it here and send it.",
);
pub(super) const AGAIN: Text = Text::new(
    "メッセージは残っています。ファイルは、選びなおしてください。",
    "Your message is still here. Please choose the files again.",
);

/// `GET compose`: the search for a destination first, then the form.
pub(super) async fn page(here: Here, sought: Sought) -> Response {
    let to = sought.to.trim().to_owned();
    if to.is_empty() {
        return destination::of_new(&here, &sought).await;
    }
    shown(&here, &Form { to: Some(to), ..Form::default() }, None, None).await
}

/// `POST compose`.
pub(super) async fn post(here: Here, incoming: Incoming) -> Response {
    let upload = match incoming.read(&here, Fields::message(here.limits()), 0).await {
        Ok(upload) => upload,
        Err(refused) => return shown(&here, &Form::default(), None, Some((&refused, None))).await,
    };
    let key = upload.key();
    if let Some(refused) = &upload.problem {
        return shown(&here, &upload.form, key, Some((refused, Some(&AGAIN.into())))).await;
    }
    match upload.pressed() {
        "send" => send(&here, &upload).await,
        pressed => match draft::keep(&here, &upload.form, key).await {
            Ok(entry) => {
                let at = format!("drafts/{}", entry.id);
                match pressed {
                    "destination" => Redirect::to(&here.path(format_args!("{at}/destination"))).into_response(),
                    "check" => here.on(at, &CHECKED),
                    _ => here.on(at, &KEPT),
                }
            }
            Err(refused) => shown(&here, &upload.form, key, Some((&refused, Some(&AGAIN.into())))).await,
        },
    }
}

async fn send(here: &Here, upload: &Upload<'_>) -> Response {
    let (form, key) = (&upload.form, upload.key());
    let sent = here.clerk().put_form::<Envelope>(Method::POST, "/v1/messages", sheet::post(form), key).await;
    let refused = match sent {
        Ok(envelope) => return here.on(format_args!("messages/{}", envelope.id), &SENT),
        Err(refused) => refused,
    };
    let given = key;
    let key = again(key, &refused);
    if form.files.is_empty() {
        return shown(here, form, key, Some((&refused, None))).await;
    }
    match draft::keep(here, form, given).await {
        Ok(entry) => {
            let why = Shown { refused: Some(&refused), more: Some(SAVED.into()), key, ..Shown::default() };
            edit::shown(here, &entry.id, why).await
        }
        // Neither: then the text stays, and the files have to be chosen again.
        Err(_) => shown(here, form, key, Some((&refused, Some(&AGAIN.into())))).await,
    }
}

/// The key of a page that is shown again: the same send still, unless something else went under it.
pub(super) fn again<'a>(key: Option<&'a str>, refused: &Refused) -> Option<&'a str> {
    let is_taken = matches!(refused, Refused::Problem(problem) if problem.refusal == &IDEMPOTENCY_CONFLICT);
    key.filter(|_| !is_taken)
}

async fn shown(here: &Here, form: &Form, key: Option<&str>, refused: Option<(&Refused, Option<&Message>)>) -> Response {
    let lang = here.lang();
    let to = form.to.as_deref().unwrap_or_default().trim();
    let name = here.name_of(to).await;
    let fields = html! {
        (zone::key(key))
        input type="hidden" name="to" value=(to) autocomplete="off";
        div.box.to {
            p { strong { (TO.get(lang)) } }
            p {
                (words::office(Some(name.as_deref().unwrap_or(UNKNOWN.get(lang))), to)) " "
                button.quiet type="submit" name="do" value="destination" { (OTHER.get(lang)) }
            }
        }
        (zone::message(here, form.text.as_deref().unwrap_or_default()))
        (zone::zone(Slot::Csv, lang))
        (zone::zone(Slot::Attachment, lang))
        (zone::checked(&html! {}))
        p.buttons {
            button type="submit" name="do" value="send" { (SEND.get(lang)) }
            button.quiet type="submit" name="do" value="keep" { (KEEP.get(lang)) }
            button.quiet type="submit" name="do" value="check" { (CHECK.get(lang)) }
        }
    };
    let drop = Drop {
        action: here.action("compose"),
        check: here.action("check"),
        files: here.limits().files,
        kept: 0,
        body: &fields,
    };
    let body = html! {
        @if let Some((refused, more)) = refused { (alert::alert(here, refused, more)) }
        h1 { (shell::name("compose", lang)) }
        (drop.form(here))
    };
    let page = Page::of("compose", shell::name("compose", lang)).below(address(to));
    match refused {
        None => page.show(here, &body),
        Some((refused, _)) => page.refuse(here, alert::status(refused), &body),
    }
}

/// The address of the form for a destination. What is no number stands in no address.
fn address(to: &str) -> String {
    let is_plain = !to.is_empty() && to.bytes().all(|b| b.is_ascii_alphanumeric());
    if is_plain { format!("compose?to={to}") } else { "compose".to_owned() }
}
