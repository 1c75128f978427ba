//! One message, received or sent.

use axum::response::Response;
use careplan::text::Text;
use maud::{Markup, html};

use super::done::{RECALLED, Said};
use super::here::{Here, Id};
use super::shell::{self, Page};
use super::{alert, lists, words};
use crate::assumptions::RECALL;
use crate::desk::clerk::Refused;
use crate::wire::{Envelope, FileEntry, Letter, Slot, Status};

const RECEIVED: Text = Text::new("受信したもの", "A received message");
const SENT: Text = Text::new("送信したもの", "A sent message");
const FROM: Text = Text::new("送信元", "From");
const TO: Text = Text::new("送信先", "To");
const ACCEPTED: Text = Text::new("受付日時", "Accepted");
const FIRST: Text = Text::new("相手が受け取った日時", "Received by the partner");
const STATUS: Text = Text::new("状態", "State");
const MESSAGE: Text = Text::new("メッセージ", "Message");
const NO_MESSAGE: Text = Text::new("（なし）", "(none)");
const CSV: Text = Text::new("添付ファイル(CSV)", "Attached files (CSV)");
const ATTACHMENTS: Text = Text::new("添付ファイル(PDF等)", "Attached files (PDF and the like)");
const NONE: Text = Text::new("ありません。", "None.");
const SAVE: Text = Text::new("保存", "Save");
const FORMS: Text = Text::new("帳票で見る", "See it as paper forms");
const BACK: Text = Text::new("一覧に戻る", "Back to the list");
const RECALL_IT: Text = Text::new("送信を取り消す", "Take it back");
const ABOUT_RECALL: Text = Text::new(
    "相手がまだ受け取っていなければ、取り消せます。",
    "It can be taken back as long as the partner has not received it.",
);

/// `GET messages/{id}`.
pub(super) async fn page(here: Here, said: Said, Id(id): Id) -> Response {
    match here.clerk().get::<Letter>(&format!("/v1/messages/{id}")).await {
        Ok(letter) => shown(&here, &said, &letter, None).await,
        Err(refused) => refuse(&here, &refused),
    }
}

/// `POST messages/{id}/recall`.
pub(super) async fn recall(here: Here, Id(id): Id) -> Response {
    let at = format!("/v1/messages/{id}/recall");
    match here.clerk().tell(&at).await {
        Ok(()) => here.on(format_args!("messages/{id}"), &RECALLED),
        Err(refused) => match here.clerk().get::<Letter>(&format!("/v1/messages/{id}")).await {
            Ok(letter) => shown(&here, &Said::default(), &letter, Some(&refused)).await,
            Err(refused) => refuse(&here, &refused),
        },
    }
}

fn refuse(here: &Here, refused: &Refused) -> Response {
    alert::page(here, &Page::of("inbox", shell::name("inbox", here.lang())), refused)
}

async fn shown(here: &Here, said: &Said, letter: &Letter, refused: Option<&Refused>) -> Response {
    let lang = here.lang();
    let Letter { envelope, message } = letter;
    let is_sent = envelope.from == here.at.screen.office.as_str();
    let (row, title) = if is_sent { ("sent", SENT) } else { ("inbox", RECEIVED) };
    let names = lists::names(here, [envelope.from.clone(), envelope.to.clone()].into_iter()).await;
    let name = |number: &str| words::office(names.get(number).map(String::as_str), number);
    let has_csv = envelope.files.iter().any(|file| file.slot == Slot::Csv);
    let body = html! {
        @if let Some(refused) = refused { (alert::alert(here, refused, None)) }
        (said.note(lang))
        h1 { (title.get(lang)) }
        dl.box.facts {
            dt { (FROM.get(lang)) } dd { (name(&envelope.from)) }
            dt { (TO.get(lang)) } dd { (name(&envelope.to)) }
            dt { (ACCEPTED.get(lang)) } dd { (words::time(&envelope.accepted_at, lang)) }
            @if let Some(status) = envelope.status { dt { (STATUS.get(lang)) } dd { (status.text().get(lang)) } }
            @if let Some(received) = &envelope.received_at { dt { (FIRST.get(lang)) } dd { (words::time(received, lang)) } }
        }
        @if has_csv { p { a.button href=(here.path(format_args!("messages/{}/forms", envelope.id))) { (FORMS.get(lang)) } } }
        @for (slot, heading) in [(Slot::Csv, CSV), (Slot::Attachment, ATTACHMENTS)] {
            h2 { (heading.get(lang)) }
            (files(here, envelope, slot))
        }
        h2 { (MESSAGE.get(lang)) }
        @if message.is_empty() { p.soft { (NO_MESSAGE.get(lang)) } } @else { p.box.text { (message) } }
        @if is_sent && may_recall(here, envelope) {
            form.box method="post" action=(here.action(format_args!("messages/{}/recall", envelope.id))) {
                p { (ABOUT_RECALL.get(lang)) }
                button.quiet type="submit" { (RECALL_IT.get(lang)) }
            }
        }
        p { a href=(here.path(row)) { (BACK.get(lang)) } }
    };
    let page = Page::of(row, title.get(lang)).below(format!("messages/{}", envelope.id));
    match refused {
        None => page.show(here, &body),
        Some(refused) => page.refuse(here, alert::status(refused), &body),
    }
}

fn may_recall(here: &Here, envelope: &Envelope) -> bool {
    here.assumes(&RECALL, "until-received") && envelope.status != Some(Status::Recalled)
}

fn files(here: &Here, envelope: &Envelope, slot: Slot) -> Markup {
    let lang = here.lang();
    let files: Vec<&FileEntry> = envelope.files.iter().filter(|file| file.slot == slot).collect();
    html! {
        @if files.is_empty() { p.soft { (NONE.get(lang)) } } @else {
            ul.files { @for file in files { li { div.line {
            span.kind { (words::kind(file.slot, &file.name).get(lang)) }
            (named(&file.name, file.size))
            a.button.quiet href=(here.path(format_args!("messages/{}/files/{}", envelope.id, file.n)))
                aria-label={ (SAVE.get(lang)) "：" (file.name) } { (SAVE.get(lang)) }
        } } } } }
    }
}

/// The name and size of a file. A name cannot turn the line around it.
pub(super) fn named(name: &str, size: u64) -> Markup {
    html! { bdi.filename { (name) } " " span.soft.number { (words::size(size)) } }
}
