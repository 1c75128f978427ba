//! The documentation of rules and of the interpretation ledger as one HTML page that needs nothing
//! else: by area, with jump links, no script.

use careplan::reading::Reading;
use careplan::rules::Rule;
use careplan::text::{Lang, Text};
use maud::{Markup, html};

use super::{page, rule_doc, words};

/// The areas by name, in the order of reading a file; an area that is missing here is named by its id.
const AREAS: &[(&str, Text)] = &[
    ("bytes", Text::new("文字コード", "bytes")),
    ("csv", Text::new("CSV の形", "CSV")),
    ("name", Text::new("ファイル名", "file names")),
    ("field", Text::new("項目", "fields")),
    ("record", Text::new("記録（行）", "records")),
    ("file", Text::new("ファイル", "files")),
    ("set", Text::new("組（送信単位）", "sets")),
    ("flow", Text::new("やり取りの流れ", "flow")),
    ("input", Text::new("判定できない理由", "what could not be judged")),
];

/// The name of an area.
#[must_use]
pub fn area(id: &'static str, lang: Lang) -> &'static str {
    AREAS.iter().find(|(area, _)| *area == id).map_or(id, |(_, name)| name.get(lang))
}

/// The page for these rules and entries.
#[must_use]
pub fn write(rules: &[&Rule], ledger: &[&Reading], lang: Lang) -> String {
    let title = words::RULES_TITLE.get(lang);
    let mut areas: Vec<&'static str> = Vec::new();
    for rule in rules {
        if !areas.contains(&rule.area()) {
            areas.push(rule.area());
        }
    }
    let of_area = |id: &'static str| rules.iter().copied().filter(move |rule| rule.area() == id);
    let body = html! {
        (page::head(title, lang))
        h1 { (title) }
        p { (words::SPEC.get(lang)) }
        h2 id="contents" { (words::CONTENTS.get(lang)) }
        @for id in &areas {
            h3 { (area(id, lang)) }
            (contents(of_area(id), lang))
        }
        @if !ledger.is_empty() { h3 { a href="#ledger" { (words::READING.get(lang)) } } }
        @for id in &areas {
            section class="area" {
                h2 { (area(id, lang)) }
                @for rule in of_area(id) { (one(rule, ledger, lang)) }
            }
        }
        @if !ledger.is_empty() {
            section class="area" {
                h2 id="ledger" { (words::READING.get(lang)) }
                p { (words::READING_IS.get(lang)) }
                @for reading in ledger { (entry(reading, rules, lang)) }
            }
        }
        (page::foot(&html! { p { (words::GENERATED.get(lang)) } }))
    };
    // A line for each block: a change of one rule is a small difference.
    let mut page = body.into_string();
    for block in ["<h1", "<h2", "<h3", "<tr>", "<section", "<dt>", "<p ", "<p>", "</section>", "<footer"] {
        page = page.replace(block, &format!("\n{block}"));
    }
    page.push('\n');
    page
}

fn contents<'a>(rules: impl Iterator<Item = &'a Rule>, lang: Lang) -> Markup {
    html! {
        table class="list" {
            @for rule in rules {
                tr {
                    td class="id" { a href={ "#" (rule.id) } { code { (rule.id) } } }
                    td class="tag" { (page::severity(rule.severity, lang)) }
                    td { (rule.title.get(lang)) }
                }
            }
        }
    }
}

fn one(rule: &Rule, ledger: &[&Reading], lang: Lang) -> Markup {
    let is_here = |reading: &&Reading| ledger.iter().any(|other| other.id == reading.id);
    html! {
        section class={ "finding short " (rule.severity.as_str()) } {
            h3 id=(rule.id) { code { (rule.id) } " " (rule.title.get(lang)) " " (page::severity(rule.severity, lang)) }
            dl {
                @for (heading, text) in rule_doc::parts(rule, lang) { dt { (heading) } dd { (text) } }
                @for reading in rule_doc::readings(rule).filter(is_here) {
                    dt { (words::READING.get(lang)) }
                    dd { a href={ "#" (reading.id) } { (reading.id) } " " (reading.title.get(lang)) }
                }
            }
            (page::back(lang))
        }
    }
}

fn entry(reading: &Reading, rules: &[&Rule], lang: Lang) -> Markup {
    let named: Vec<_> =
        rules.iter().filter(|rule| rule_doc::readings(rule).any(|named| named.id == reading.id)).collect();
    html! {
        section class="finding short info" {
            h3 id=(reading.id) { code { (reading.id) } " " (reading.title.get(lang)) }
            dl {
                @for (heading, text) in rule_doc::reading_parts(reading, lang) { dt { (heading) } dd { (text) } }
                @if !named.is_empty() {
                    dt { (words::RULE.get(lang)) }
                    dd { @for (index, rule) in named.iter().enumerate() {
                        @if index > 0 { (words::LIST.get(lang)) }
                        a href={ "#" (rule.id) } { code { (rule.id) } }
                    } }
                }
            }
            (page::back(lang))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_holds_every_rule_and_entry_and_every_link_has_its_target() {
        let rules: Vec<_> = rule_doc::all().collect();
        for lang in [Lang::Ja, Lang::En] {
            let page = write(&rules, careplan::reading::LEDGER, lang);
            for id in rules.iter().map(|rule| rule.id).chain(careplan::reading::LEDGER.iter().map(|entry| entry.id)) {
                assert_eq!(page.matches(&format!("id=\"{id}\"")).count(), 1, "{id}");
            }
            for link in page.split("href=\"#").skip(1) {
                let id = link.split('"').next().unwrap_or_default();
                assert!(page.contains(&format!("id=\"{id}\"")), "{id}");
            }
            for outside in ["http://", "https://", "<link", "<img", "url(", "@import", "<script"] {
                assert!(!page.contains(outside), "{outside}");
            }
        }
    }

    #[test]
    fn every_area_has_a_name() {
        for rule in rule_doc::all() {
            assert!(AREAS.iter().any(|(id, _)| *id == rule.area()), "{}", rule.area());
        }
    }
}
