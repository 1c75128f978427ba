//! One HTML page that needs nothing else: the matrix, what needs a look, and every case.

use std::io::{self, Write};

use careplan::text::Lang;
use maud::{Markup, html};

use super::{matrix, reasons, software, to_see, words};
use crate::report::{page, words as common};
use crate::shown::visible;
use crate::story::Role;
use crate::suite::case::Pattern;
use crate::suite::run::{CaseResult, Overall, SuiteOutcome};
use crate::suite::verdict::Verdict;

pub(super) fn write(outcome: &SuiteOutcome, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let title = words::TITLE.get(lang);
    let to_see = to_see(outcome);
    let markup = html! {
        (page::head(title, lang))
        h1 { (title) }
        (verdict(outcome, lang))
        @if !to_see.is_empty() {
            h2 { (words::TO_SEE.get(lang)) " " (to_see.len()) }
            (cases(&to_see, lang))
        }
        @if !outcome.stale.is_empty() {
            h2 { (words::STALE.get(lang)) }
            ul { @for line in &outcome.stale { li { (visible(line.get(lang))) } } }
        }
        h2 { (words::MATRIX.get(lang)) }
        (classes(outcome, lang))
        h2 { (words::BY_PATTERN.get(lang)) }
        (patterns(outcome, lang))
        h2 { (words::ALL_CASES.get(lang)) " " (outcome.results.len()) }
        (cases(&outcome.results.iter().collect::<Vec<_>>(), lang))
        (page::foot(&html! { p { (common::SELF_TEST.get(lang)) " renkei " (env!("CARGO_PKG_VERSION")) } }))
    };
    out.write_all(markup.0.as_bytes())?;
    writeln!(out)
}

/// The colours of the page are those of `check`.
const fn class(overall: Overall) -> &'static str {
    match overall {
        Overall::Pass => "conformant",
        Overall::Fail => "nonconformant",
        Overall::Undecided => "undecided",
    }
}

fn verdict(outcome: &SuiteOutcome, lang: Lang) -> Markup {
    html! {
        div class={ "verdict " (class(outcome.overall)) } { strong { (outcome.overall.sentence().get(lang)) } }
        dl class="numbers" {
            @for (verdict, count) in outcome.totals() { @if count > 0 {
                div { dt { (verdict.title().get(lang)) } dd { (count) } }
            } }
        }
        p {
            (words::SOFTWARE.get(lang)) ": " (software(outcome)) br;
            (words::REQUIREMENTS.get(lang)) ": " (outcome.requirements) br;
            (words::DIGEST.get(lang)) ": " (page::breakable(&outcome.digest)) br;
            @if let Some((k, n)) = outcome.selection.shard { (words::SHARD.get(lang)) ": " (k) "/" (n) br; }
            (words::OWN_FIELDS.get(lang)) ": "
            @if outcome.hello.own_fields.is_empty() { (words::NONE.get(lang)) }
            @else { (visible(&outcome.hello.own_fields.join(" "))) }
        }
    }
}

fn classes(outcome: &SuiteOutcome, lang: Lang) -> Markup {
    html! {
        table {
            thead { tr {
                th { (words::CLASS.get(lang)) }
                @for verdict in Verdict::ALL { th { (verdict.title().get(lang)) } }
            } }
            tbody { @for row in matrix::by_class(outcome) { tr {
                th { (row.class.title().get(lang)) }
                @for count in &row.counts { td { @if *count > 0 { (count) } } }
            } } }
        }
    }
}

fn patterns(outcome: &SuiteOutcome, lang: Lang) -> Markup {
    let cells = matrix::by_pattern(outcome);
    html! {
        table {
            thead { tr {
                th { (words::ROLE.get(lang)) }
                @for pattern in Pattern::ALL { th title=(pattern.title().get(lang)) { (pattern.as_str()) } }
            } }
            tbody { @for role in Role::ALL.iter().filter(|role| outcome.selection.roles.contains(role)) { tr {
                th { (role.title().get(lang)) }
                @for pattern in Pattern::ALL { td { (matrix::cell(&cells, *role, *pattern)) } }
            } } }
        }
    }
}

fn cases(results: &[&CaseResult], lang: Lang) -> Markup {
    html! {
        table {
            thead { tr {
                @for word in [words::CASE, words::VERDICT, words::CLAUSE, words::WHY] { th { (word.get(lang)) } }
            } }
            tbody { @for result in results { tr {
                td { (page::breakable(&result.id)) br; (visible(result.title.get(lang))) }
                td { @if result.counts() { strong { (result.verdict.title().get(lang)) } }
                    @else { (result.verdict.title().get(lang)) } }
                td { (result.source) }
                td { @for line in reasons(result, lang) { (line) br; } }
            } } }
        }
    }
}
