//! What was found, as a fragment: a clear summary first, then file by file.

use careplan::diagnostic::{Finding, Severity};
use careplan::text::{Lang, Message, Text};
use maud::{Markup, html};

use super::finding::finding;
use super::judge::{Found, Judged};
use super::{Kept, records};
use crate::desk::client::here::{Here, said};
use crate::desk::client::{alert, letter, words};
use crate::refusals::Problem;
use crate::wire::Slot;

const REFUSED: Text = Text::new("送信すると断られます", "A send would be refused");
const HAZARD: Text = Text::new(
    "送れますが、標準仕様に合わないところがあります。相手の介護ソフトに取り込めないおそれがあります。",
    "It can be sent, but not all of it agrees with the standard: the partner's software may not take it.",
);
const DOUBT: Text = Text::new(
    "このまま送れます。念のため、確かめたいところがあります。",
    "It can be sent. Some points are worth a look.",
);
const UNDECIDED: Text = Text::new(
    "送れますが、確かめきれなかったところがあります。",
    "It can be sent, but part of it could not be checked.",
);
const GOOD: Text = Text::new("このまま送れます", "It can be sent as it is");
const DO: Text = Text::new("どうすればよいか", "What to do");
const WHY: Text = Text::new("なぜ断られるのか", "Why this is refused");
const FINE: Text = Text::new("問題は見つかりませんでした", "nothing was found");
const TAKE_OUT: Text = Text::new("外す", "Take out");
const NOTES: Text = Text::new("参考", "Notes");
const SET: Text = Text::new("ファイルの組み合わせについて", "About the files together");

/// What was found in a form.
pub(super) fn judged(here: &Here, found: &Found, kept: Kept) -> Markup {
    let lang = here.lang();
    let (class, mark, words) = verdict(found);
    // Where the page lists the files itself, only what there is to say of them is added.
    let all = found.files.iter().enumerate();
    let shown: Vec<_> = all.filter(|(_, file)| kept != Kept::All || file.has_findings()).collect();
    html! {
        div.checked {
            p class={ "verdict " (class) } data-verdict {
                span.mark aria-hidden="true" { (mark) } " " strong { (words.get(lang)) }
                @if found.counts.errors + found.counts.warnings > 0 { " " span { (said(&counted(found), lang)) } }
            }
            @if let Some(refused) = &found.failed { (alert::alert(here, refused, None)) }
            @for problem in &found.faults { (problem_of(here, problem)) }
            @if !found.of_sets.is_empty() {
                p.to { strong { (SET.get(lang)) } }
                (findings(found.of_sets.iter(), lang))
            }
            @if !shown.is_empty() {
                ul.files { @for (n, file) in shown { (one(here, found, n, file, kept)) } }
            }
        }
    }
}

fn verdict(found: &Found) -> (&'static str, &'static str, Text) {
    if found.is_refused() {
        ("bad", "×", REFUSED)
    } else if found.counts.errors > 0 {
        ("warn", "△", HAZARD)
    } else if found.is_undecided || found.failed.is_some() {
        ("warn", "△", UNDECIDED)
    } else if found.counts.warnings > 0 {
        ("warn", "△", DOUBT)
    } else {
        ("good", "○", GOOD)
    }
}

fn counted(found: &Found) -> Message {
    let (errors, warnings) = (found.counts.errors, found.counts.warnings);
    Message::new(format!("（誤り {errors}・注意 {warnings}）"), format!("({errors} errors, {warnings} warnings)"))
}

fn one(here: &Here, found: &Found, n: usize, file: &Judged, kept: Kept) -> Markup {
    let lang = here.lang();
    let listed = file.report.as_ref().map_or(&[][..], |report| &report.findings);
    let all = || listed.iter().chain(&file.of_set);
    let is_fine = file.faults.is_empty() && all().all(|finding| finding.severity == Severity::Info);
    let nth = found.files.iter().take(n).filter(|before| before.slot == file.slot).count();
    let is_own = match kept {
        Kept::All => false,
        Kept::First(csv, others) => nth >= if file.slot == Slot::Csv { csv } else { others },
    };
    html! {
        li {
            div.line {
                span.kind { (words::kind(file.slot, &file.name).get(lang)) }
                (letter::named(&file.name, file.size))
                @if let Some(report) = &file.report { span.soft { (records(report.records, lang)) } }
                @if is_fine { span.good { span aria-hidden="true" { "○ " } (FINE.get(lang)) } }
                @if is_own { (take_out(file.slot, &file.name, kept, lang)) }
            }
            @for problem in &file.faults { (problem_of(here, problem)) }
            (findings(all(), lang))
            @if let Some(report) = &file.report {
                @let more = report.counts.total().saturating_sub(listed.len() as u64);
                @if more > 0 { p.soft { (said(&Message::new(format!("ほかに {more} 件あります。"), format!("{more} more.")), lang)) } }
            }
        }
    }
}

/// Findings that ask for something, and behind a fold those that do not.
fn findings<'a>(all: impl Iterator<Item = &'a Finding>, lang: Lang) -> Markup {
    let (notes, asking): (Vec<_>, Vec<_>) = all.partition(|finding| finding.severity == Severity::Info);
    html! {
        @if !asking.is_empty() { ul.findings { @for one in &asking { (finding(one, lang)) } } }
        @if !notes.is_empty() {
            details.notes {
                summary { (NOTES.get(lang)) " " span.number { (notes.len()) } }
                ul.findings { @for one in &notes { (finding(one, lang)) } }
            }
        }
    }
}

fn problem_of(here: &Here, problem: &Problem) -> Markup {
    let lang = here.lang();
    // At its file the name need not be said again; what is about the whole says what it is about.
    let is_about_file = problem.detail.ja.starts_with('「');
    let what = if is_about_file { problem.refusal.title.get(lang) } else { said(&problem.detail, lang) };
    fault(here, what, problem.refusal.what_to_do.get(lang), problem.refusal.code)
}

/// For what the exchange would refuse something.
pub(super) fn fault(here: &Here, what: &str, what_to_do: &str, code: &str) -> Markup {
    let lang = here.lang();
    html! {
        div.fault {
            p { span.mark aria-hidden="true" { "×" } " " strong { (REFUSED.get(lang)) "：" } (what) }
            p { (DO.get(lang)) "：" (what_to_do) }
            p.small { code { (code) } "　" a href=(here.path(format_args!("why/{code}"))) target="_blank" { (WHY.get(lang)) } }
        }
    }
}

/// The button by which the script takes a file out again.
pub(super) fn take_out(slot: Slot, name: &str, kept: Kept, lang: Lang) -> Markup {
    html! {
        @if kept != Kept::All {
            " " button.quiet type="button" data-remove=(slot.as_str()) data-name=(name)
                aria-label={ (TAKE_OUT.get(lang)) "：" (name) } { (TAKE_OUT.get(lang)) }
        }
    }
}
