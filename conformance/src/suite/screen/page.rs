//! The checklist on paper: one HTML page that needs nothing else.

use std::io::{self, Write};
use std::path::Path;

use careplan::text::{Lang, Text};
use maud::{Markup, html};

use super::outcome::{OUTCOMES, outcome_question};
use super::walk::{Sheet, Walk};
use super::{Question, listing};
use crate::report::{page as common, words};
use crate::shown::visible;
use crate::suite::case::{Case, Step, Task};
use crate::suite::meaning::Content;
use crate::suite::protocol::Outcome;

const TITLE: Text = Text::new("画面の確認表（自己検査）", "Checklist of the screen (self-test)");
const HOW: Text = Text::new(
    "事例ごとに、前の事例で入れたデータを消してから始めます。見えない項目には ? を書きます。期待する値は、書き終えてから開いて照らし合わせます。",
    "Before each case, remove the data of the one before. Write ? for what cannot be seen. Open the expected values when all is written down.",
);
const IMPORT: Text = Text::new("次のファイルを、この順に取り込みます", "Import these files in this order");
const BACK: Text = Text::new("書き出したファイルを取り込みます", "Import what was written");
const EXPORT: Text = Text::new("次の内容を入力し、ファイルを書き出します", "Enter this and export it");
const HELD: Text = Text::new("いま保持している内容を書き出します", "Export what is held");
const EXPECTED: Text = Text::new("期待する値", "Expected values");
const CASES: Text = Text::new("事例", "Cases");
const BLANK: &str = "＿＿＿＿＿＿＿＿＿＿";

/// Writes the checklist of cases; the files of each lie below the folder.
///
/// # Errors
/// What the writer says: a full disk, a closed pipe.
pub fn page(cases: &[&Case], folder: &Path, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let title = TITLE.get(lang);
    let markup = html! {
        (common::head(title, lang))
        h1 { (title) }
        p { (HOW.get(lang)) }
        p { (visible(&folder.to_string_lossy())) }
        h2 { (CASES.get(lang)) " " (cases.len()) }
        @for case in cases { (of_case(case, lang)) }
        (common::foot(&html! { p { (words::SELF_TEST.get(lang)) " renkei " (env!("CARGO_PKG_VERSION")) } }))
    };
    out.write_all(markup.0.as_bytes())?;
    writeln!(out)
}

fn of_case(case: &Case, lang: Lang) -> Markup {
    let patterns: Vec<&str> = case.patterns.iter().map(|pattern| pattern.as_str()).collect();
    let mut walk = Walk::of(case);
    let steps: Vec<Markup> = case.steps.iter().map(|step| of_step(step, &mut walk, lang)).collect();
    html! {
        h3 { (common::breakable(&case.id)) }
        p { (visible(case.title.get(lang))) " [" (case.source) "] " (patterns.join(" ")) }
        ol { @for step in steps { li { (step) } } }
    }
}

fn of_step(step: &Step, walk: &mut Walk, lang: Lang) -> Markup {
    let role = step.role.title();
    let role = role.get(lang);
    walk.advance();
    match &step.task {
        Task::Import { files, .. } => {
            let sheet = walk.import(files);
            walk.settle(Outcome::Taken);
            html! {
                p { "[" (role) "] " (IMPORT.get(lang)) }
                ul { @for file in files { li { (common::breakable(&visible(&file.name))) } } }
                (asked(&sheet, lang))
            }
        }
        Task::TakeBack => html! {
            p { "[" (role) "] " (BACK.get(lang)) }
            (asked(&Sheet::default(), lang))
        },
        Task::Export { scenario, kinds, unit, .. } => {
            let content: Option<&Content> = scenario.as_ref().and_then(|it| it.units.first()).map(|unit| &unit.content);
            let kinds: Vec<&str> = kinds.iter().map(|kind| kind.title().get(lang)).collect();
            html! {
                p { "[" (role) "] " (if content.is_some() { EXPORT } else { HELD }.get(lang)) }
                p { (unit.from) " → " (unit.to) " " (kinds.join("、")) }
                @if let Some(content) = content { pre { (listing(content, lang)) } }
            }
        }
    }
}

fn asked(sheet: &Sheet, lang: Lang) -> Markup {
    let question = |question: &Question| {
        html! { li { (visible(question.text.get(lang))) " " (BLANK) } }
    };
    html! {
        p { (outcome_question().get(lang)) }
        ul { @for (no, (_, text)) in (1..).zip(OUTCOMES) { li { "☐ " (no) " " (text.get(lang)) } } }
        ul { @for it in &sheet.taken { (question(it)) } }
        @if !sheet.taken.is_empty() {
            details { summary { (EXPECTED.get(lang)) }
                ul { @for it in &sheet.taken {
                    li { (it.id) ": " (visible(it.expected().get(lang))) }
                } }
            }
        }
    }
}
