//! One HTML page that needs nothing else: opens offline, prints on A4, and has no script.

use std::io::{self, Write};

use careplan::diagnostic::Finding;
use careplan::text::{Lang, Text};
use maud::{Markup, html};

use super::{Options, finding as part, page, shown_value, words};
use crate::judge::{CheckOutcome, JudgedFile};
use crate::shown::visible;

/// Files in the table of contents; beyond it, only those with findings are named.
const CONTENTS: usize = 2_000;

/// Writes section by section: no page is built in memory.
pub(super) fn write(outcome: &CheckOutcome, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let lang = options.lang;
    let title = words::TITLE.get(lang);
    let head = html! {
        (page::head(title, lang))
        h1 { (title) }
        (verdict(outcome, lang))
        (contents(outcome, lang))
    };
    put(out, &head)?;
    if outcome.problems > 0 {
        put(out, &unjudged(outcome, options))?;
    }
    for (index, file) in outcome.files.iter().enumerate() {
        put(out, &of_file(index, file, options))?;
    }
    for (index, set) in outcome.sets.iter().enumerate() {
        put(out, &of_set(index, set, outcome, options))?;
    }
    put(out, &foot(options))
}

fn put(out: &mut dyn Write, markup: &Markup) -> io::Result<()> {
    out.write_all(markup.0.as_bytes())?;
    out.write_all(b"\n")
}

fn verdict(outcome: &CheckOutcome, lang: Lang) -> Markup {
    let counts = outcome.totals.findings;
    let numbers: [(Text, u64); 5] = [
        (words::FILES, outcome.totals.files as u64),
        (words::RECORDS, outcome.totals.records),
        (words::ERROR, counts.errors),
        (words::WARNING, counts.warnings),
        (words::INFO, counts.infos),
    ];
    html! {
        div class={ "verdict " (outcome.verdict.as_str()) } {
            (words::VERDICT.get(lang)) " " strong { (outcome.verdict.word().get(lang)) }
            div { (outcome.verdict.sentence().get(lang)) }
        }
        p { (words::SPEC.get(lang)) }
        table { tr { @for (name, _) in numbers { th { (name.get(lang)) } } }
            tr { @for (_, number) in numbers { td { (number) } } } }
        p { strong { (words::SELF_TEST.get(lang)) } }
    }
}

fn contents(outcome: &CheckOutcome, lang: Lang) -> Markup {
    let is_many = outcome.files.len() > CONTENTS;
    let files = outcome.files.iter().enumerate().filter(|(_, file)| !is_many || file.report.counts.total() > 0);
    html! {
        h2 id="contents" { (words::CONTENTS.get(lang)) }
        table {
            tr { th { (words::FILE.get(lang)) } th { (words::KIND.get(lang)) } (count_heads(lang)) }
            @if outcome.problems > 0 {
                tr { td colspan="2" { a href="#unjudged" { (words::NOT_JUDGED.get(lang)) } } td colspan="3" { (outcome.problems) } }
            }
            @for (index, file) in files {
                tr { td { a href={ "#f" (index) } { (visible(&file.item.path)) } } td { (part::kind(&file.report, lang)) }
                    (count_cells(file.report.counts)) }
            }
            @for (index, set) in outcome.sets.iter().enumerate() {
                tr { td { a href={ "#s" (index) } { (words::SET.get(lang)) " " (visible(&set.serial)) } }
                    td { (visible(&set.from)) " → " (visible(&set.to)) } (count_cells(set.counts)) }
            }
        }
    }
}

fn count_heads(lang: Lang) -> Markup {
    html! { @for word in [words::ERROR, words::WARNING, words::INFO] { th { (word.get(lang)) } } }
}

fn count_cells(counts: careplan::diagnostic::Counts) -> Markup {
    html! { @for number in [counts.errors, counts.warnings, counts.infos] { td { (number) } } }
}

fn unjudged(outcome: &CheckOutcome, options: &Options) -> Markup {
    html! {
        section {
            h2 id="unjudged" { (words::NOT_JUDGED.get(options.lang)) }
            @for finding in &outcome.findings { (one(finding, None, options)) }
            (unlisted(part::unlisted(outcome.findings.len(), outcome.problems), options.lang))
            (page::back(options.lang))
        }
    }
}

fn of_file(index: usize, file: &JudgedFile, options: &Options) -> Markup {
    let lang = options.lang;
    let report = &file.report;
    html! {
        section {
            h2 id={ "f" (index) } { (visible(&file.item.path)) }
            p { (part::kind(report, lang)) " · " (words::RECORDS.get(lang)) " " (report.records) br;
                (words::HASH.get(lang)) " " code { (file.sha256) } }
            @if report.counts.total() == 0 { p { (words::NO_FINDINGS.get(lang)) } }
            @for finding in part::by_weight(&report.findings) { (one(finding, None, options)) }
            (unlisted(part::unlisted(report.findings.len(), report.counts.total()), lang))
            (page::back(lang))
        }
    }
}

fn of_set(index: usize, set: &careplan::check::SetReport, outcome: &CheckOutcome, options: &Options) -> Markup {
    let lang = options.lang;
    html! {
        section {
            h2 id={ "s" (index) } { (words::SET.get(lang)) " " (visible(&set.serial)) "　" (visible(&set.from)) " → " (visible(&set.to)) }
            ul { @for &file in &set.files { li { a href={ "#f" (file) } { (visible(outcome.path_of(file))) } } } }
            @if set.counts.total() == 0 { p { (words::NO_FINDINGS.get(lang)) } }
            @for found in &set.findings { (one(&found.finding, found.file.map(|index| (index, outcome.path_of(index))), options)) }
            (unlisted(part::unlisted(set.findings.len(), set.counts.total()), lang))
            (page::back(lang))
        }
    }
}

fn one(finding: &Finding, file: Option<(usize, &str)>, options: &Options) -> Markup {
    let lang = options.lang;
    let place = part::place(finding, lang);
    html! {
        div class={ "finding " (finding.severity.as_str()) } {
            div { strong { (part::severity(finding.severity, lang)) } " " (finding.rule.title.get(lang)) " (" code { (finding.rule.id) } ")" }
            @if let Some((index, path)) = file { div { a href={ "#f" (index) } { (visible(path)) } } }
            @if !place.is_empty() { div { (place) } }
            div class="sides" {
                div { b { (words::EXPECTED.get(lang)) } (visible(finding.expected.get(lang))) }
                div { b { (words::FOUND.get(lang)) } (visible(finding.found.get(lang)))
                    @if let Some(value) = &finding.value { br; code { (shown_value(value, options)) } } }
            }
            dl {
                dt { (words::CLAUSE.get(lang)) } dd { (visible(&part::clause(finding, lang))) }
                dt { (words::WHY.get(lang)) } dd { (finding.rule.why.get(lang)) }
                dt { (words::MEND.get(lang)) } dd { (finding.rule.mend.get(lang)) }
            }
        }
    }
}

fn unlisted(more: Option<u64>, lang: Lang) -> Markup {
    html! {
        @if let Some(more) = more {
            p { @match lang { Lang::Ja => { "ほか " (more) " 件（件数だけを数えています）" } Lang::En => { (more) " more (counted only)" } } }
        }
    }
}

fn foot(options: &Options) -> Markup {
    let lang = options.lang;
    page::foot(&html! {
        @if !options.show_values { p { (words::MASKED.get(lang)) } }
        p { (words::SELF_TEST.get(lang)) " renkei " (env!("CARGO_PKG_VERSION")) }
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Format, example, write};
    use super::*;

    fn made() -> String {
        let mut out = Vec::new();
        write(Format::Html, &example::outcome(), &Options::default(), &mut out).expect("a vector takes everything");
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn hostile_names_and_messages_are_escaped() {
        let page = made();
        assert!(!page.contains("<script") && !page.contains("<b>\\") && !page.contains('\u{1b}'), "{page}");
        assert!(page.contains("&lt;script&gt;"));
    }

    #[test]
    fn the_page_needs_nothing_from_elsewhere() {
        let page = made();
        for outside in ["http://", "https://", "<link", "<img", "url(", "@import"] {
            assert!(!page.contains(outside), "{outside}");
        }
    }

    #[test]
    fn fields_have_their_japanese_names_and_both_sides_stand_together() {
        let page = made();
        let name = careplan::layout::Kind::Dltplan.layout().and_then(|l| l.field(4)).expect("a field").name;
        assert!(page.contains(name) && page.contains("期待") && page.contains("実際"));
        assert!(!page.contains("0000214364"));
    }

    #[test]
    fn every_jump_link_has_its_target() {
        let page = made();
        for link in page.split("href=\"#").skip(1) {
            let id = link.split('"').next().unwrap_or_default();
            assert!(page.contains(&format!("id=\"{id}\"")), "{id}");
        }
    }
}
