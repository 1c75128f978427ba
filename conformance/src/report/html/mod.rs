//! One HTML page that needs nothing else: opens offline, prints on A4, and has no script. What is to
//! be mended stands first; every file that was judged is listed at the end with its hash.

mod lists;
mod section;

use std::io::{self, Write};

use careplan::text::{Lang, Text};
use maud::{Markup, html};

use self::section::Sections;
use super::{Options, page, words};
use crate::judge::CheckOutcome;

/// Writes section by section: no page is built in memory.
pub(super) fn write(outcome: &CheckOutcome, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let lang = options.lang;
    let title = words::TITLE.get(lang);
    let head = html! {
        (page::head(title, lang))
        h1 { (title) }
        (verdict(outcome, lang))
        (lists::contents(outcome, lang))
    };
    put(out, &head)?;
    let mut sections = Sections::new(outcome, options);
    if outcome.problems > 0 {
        put(out, &sections.unjudged())?;
    }
    for (index, file) in outcome.files.iter().enumerate().filter(|(_, file)| lists::has_section(file)) {
        put(out, &sections.file(index, file))?;
    }
    for (index, set) in outcome.sets.iter().enumerate().filter(|(_, set)| set.counts.total() > 0) {
        put(out, &sections.set(index, set))?;
    }
    put(out, &lists::sets(outcome, lang))?;
    lists::files(outcome, lang, |part| put(out, part))?;
    put(out, &foot(options))
}

fn put(out: &mut dyn Write, markup: &Markup) -> io::Result<()> {
    out.write_all(markup.0.as_bytes())?;
    out.write_all(b"\n")
}

fn verdict(outcome: &CheckOutcome, lang: Lang) -> Markup {
    let counts = outcome.totals.findings;
    let numbers: [(Text, &str, u64); 5] = [
        (words::ERROR, "error", counts.errors),
        (words::WARNING, "warning", counts.warnings),
        (words::INFO, "info", counts.infos),
        (words::FILES, "", outcome.totals.files as u64),
        (words::RECORDS, "", outcome.totals.records),
    ];
    html! {
        div class={ "verdict " (outcome.verdict.as_str()) } {
            (words::VERDICT.get(lang)) " " strong { (outcome.verdict.word().get(lang)) }
            div { (outcome.verdict.sentence().get(lang)) }
        }
        dl class="numbers" {
            @for (name, class, number) in numbers {
                div class=[(number > 0 && !class.is_empty()).then_some(class)] { dt { (name.get(lang)) } dd { (number) } }
            }
        }
        p { (words::SPEC.get(lang)) br; (words::SELF_TEST.get(lang)) }
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
