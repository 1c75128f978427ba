//! The pages of 一括送信.

use axum::response::Response;
use careplan::text::{Lang, Text};
use maud::{Markup, html};

use super::done::Said;
use super::here::Here;
use super::shell::{self, Page};
use super::zone::{self, Drop};
use super::{alert, lists, words};
use crate::assumptions::{BULK, BULK_FILES};
use crate::desk::clerk::Refused;
use crate::wire::{BulkAnswer, BulkGroup, DraftEntry, ProblemDocument, Slot};

const ABOUT: Text = Text::new(
    "CSV をまとめて入れると、ファイル名にある送信先ごとに分けます。",
    "Put in many CSV files: they are sorted by the destination in their names.",
);
const NO_BULK: Text = Text::new("この環境では、一括送信は使えません。", "There is no bulk send in this environment.");
const QUEUE: Text = Text::new("送信先ごとに並べる", "Sort by destination");
const SEND: Text = Text::new("まとめて送信", "Send all");
const CHECK: Text = Text::new("確かめる", "Check");
const MORE: Text = Text::new("CSV を追加する", "Add CSV files");
const WAITING: Text = Text::new("送信を待っているもの", "Waiting to be sent");
const NOTHING: Text = Text::new("ありません。", "Nothing.");
const TO: Text = Text::new("送信先", "Destination");
const FILES: Text = Text::new("ファイル", "Files");
const EDIT: Text = Text::new("編集", "Edit");
const LATER: Text = Text::new(
    "大きいため、ここでは確かめていません。「編集」を開くと確かめられます。",
    "Too large to be checked here. It is checked when you open it.",
);
const RESULT: Text = Text::new("一括送信の結果", "What became of the bulk send");
const SENT: Text = Text::new("送信しました", "sent");
const KEPT: Text = Text::new("並べました（まだ送っていません）", "queued (not sent yet)");
const REFUSED: Text = Text::new("送れませんでした", "not sent");
const LOOK: Text = Text::new("見る", "Look");
const DO: Text = Text::new("どうすればよいか", "What to do");
const NAMELESS: Text = Text::new("送信先の分からないファイル", "files without a destination");
const BACK: Text = Text::new("一括送信に戻る", "Back to the bulk send");

/// How the page is shown.
#[derive(Default)]
pub(super) struct Shown<'a> {
    pub(super) refused: Option<&'a Refused>,
    /// The text as it was typed.
    pub(super) text: Option<&'a str>,
    /// What was found in files that were not queued.
    pub(super) found: Option<Markup>,
    pub(super) said: Said,
}

/// A message that waits.
pub(super) struct Queued {
    pub(super) entry: DraftEntry,
    /// What is found in it; `None`: it was not looked into.
    pub(super) found: Option<Markup>,
}

/// The page; `None` where there is no bulk send.
pub(super) async fn shown(here: &Here, how: &Shown<'_>, queued: Option<&[Queued]>) -> Response {
    let lang = here.lang();
    let form = match queued {
        None => html! { p { (NO_BULK.get(lang)) } },
        // What waits comes first: it is what is to be done next.
        Some([]) => html! { (form(here, how)) (waiting(here, &[]).await) },
        Some(queued) => html! { (waiting(here, queued).await) h2 { (MORE.get(lang)) } (form(here, how)) },
    };
    let body = html! {
        @if let Some(refused) = how.refused { (alert::alert(here, refused, None)) }
        (how.said.note(lang))
        h1 { (shell::name("bulk", lang)) }
        (form)
    };
    let page = Page::of("bulk", shell::name("bulk", lang));
    match how.refused {
        None => page.show(here, &body),
        Some(refused) => page.refuse(here, alert::status(refused), &body),
    }
}

fn form(here: &Here, how: &Shown<'_>) -> Markup {
    let lang = here.lang();
    let is_queued = here.assumes(&BULK, "queue");
    let nothing = html! {};
    let fields = html! {
        p { (ABOUT.get(lang)) }
        (zone::key(None))
        (zone::message(here, how.text.unwrap_or_default()))
        (zone::zone(Slot::Csv, lang))
        (zone::checked(how.found.as_ref().unwrap_or(&nothing)))
        p.buttons {
            button type="submit" name="do" value="send" { (if is_queued { QUEUE } else { SEND }.get(lang)) }
            button.quiet type="submit" name="do" value="check" { (CHECK.get(lang)) }
        }
    };
    let most = here.state.assumed().number(&BULK_FILES);
    let drop = Drop {
        action: here.action("bulk"),
        check: here.action("bulk/check"),
        files: usize::try_from(most).unwrap_or(usize::MAX),
        kept: 0,
        body: &fields,
    };
    drop.form(here)
}

async fn waiting(here: &Here, queued: &[Queued]) -> Markup {
    let lang = here.lang();
    let names = lists::names(here, queued.iter().map(|one| one.entry.to.clone())).await;
    html! {
        h2 { (WAITING.get(lang)) }
        @if queued.is_empty() { p.soft { (NOTHING.get(lang)) } }
        @for Queued { entry, found } in queued {
            section.box.group {
                div.line {
                    (lists::fact(TO, lang, &lists::addressee(entry, &names, lang)))
                    (lists::fact(FILES, lang, &lists::kinds(&entry.files, lang)))
                    a.button.quiet href=(here.path(format_args!("drafts/{}", entry.id)))
                        aria-label={ (EDIT.get(lang)) "：" (names.get(&entry.to).unwrap_or(&entry.to)) } { (EDIT.get(lang)) }
                }
                @match found { Some(found) => (found), None => p.soft { (LATER.get(lang)) } }
            }
        }
        @if !queued.is_empty() {
            form.once method="post" action=(here.action("bulk/send")) {
                (zone::key(None))
                button type="submit" { (SEND.get(lang)) }
            }
        }
    }
}

/// What became of each group.
pub(super) async fn results(here: &Here, answer: &BulkAnswer) -> Response {
    let lang = here.lang();
    let names = lists::names(here, answer.groups.iter().filter_map(|group| group.to.clone())).await;
    let body = html! {
        h1 { (RESULT.get(lang)) }
        @for group in &answer.groups {
            section.box.group {
                p.to { @match &group.to {
                    Some(to) => (words::office(names.get(to).map(String::as_str), to)),
                    None => (NAMELESS.get(lang)),
                } }
                (became(here, group))
                ul { @for name in &group.files { li { (words::kind(Slot::Csv, name).get(lang)) " " bdi.soft { (name) } } } }
            }
        }
        p { a href=(here.path("bulk")) { (BACK.get(lang)) } }
    };
    Page::of("bulk", RESULT.get(lang)).show(here, &body)
}

fn became(here: &Here, group: &BulkGroup) -> Markup {
    let lang = here.lang();
    html! {
        @if let Some(envelope) = &group.message {
            p.good { "○ " strong { (SENT.get(lang)) } " " a href=(here.path(format_args!("messages/{}", envelope.id))) { (LOOK.get(lang)) } }
        }
        @if let Some(problem) = &group.problem { (refused(here, problem)) }
        @if let Some(draft) = &group.draft {
            p { (KEPT.get(lang)) " " a href=(here.path(format_args!("drafts/{}", draft.id))) { (EDIT.get(lang)) } }
        }
    }
}

fn refused(here: &Here, problem: &ProblemDocument) -> Markup {
    let lang = here.lang();
    let (detail, what_to_do) = match lang {
        Lang::Ja => (&problem.detail_ja, &problem.what_to_do_ja),
        Lang::En => (&problem.detail_en, &problem.what_to_do_en),
    };
    html! {
        div.fault {
            p { span.mark aria-hidden="true" { "×" } " " strong { (REFUSED.get(lang)) "：" } bdi { (detail) } }
            p { (DO.get(lang)) "：" (what_to_do) }
            (alert::small(here, &problem.code))
        }
    }
}
