//! The documentation of a rule under its fixed headings, as text and as Markdown.

use careplan::reading::{LEDGER, Reading};
use careplan::rules::{RULES, Rule};
use careplan::text::{Lang, Text};

use super::{finding, words};
use crate::input::reason::REASONS;

/// Every rule: those of the format, then the reasons why something could not be judged.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().chain(REASONS).copied()
}

/// The rule with this id.
#[must_use]
pub fn by_id(id: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.id == id)
}

/// The entries of the ledger that a rule names among its clauses.
pub fn readings(rule: &Rule) -> impl Iterator<Item = &'static Reading> + use<> {
    let source = rule.source;
    let is_named =
        move |id: &str| source.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').any(|part| part == id);
    LEDGER.iter().copied().filter(move |reading| is_named(reading.id))
}

/// The word for the severity of a rule.
#[must_use]
pub const fn severity(rule: &Rule, lang: Lang) -> &'static str {
    finding::severity(rule.severity, lang)
}

/// A rule under its fixed headings.
#[must_use]
pub fn parts(rule: &Rule, lang: Lang) -> [(&'static str, &'static str); 5] {
    [
        (words::WHAT, rule.what.get(lang)),
        (words::WHY_IT_MATTERS, rule.why.get(lang)),
        (words::EXAMPLE, rule.example.get(lang)),
        (words::MEND, rule.mend.get(lang)),
        (words::CLAUSE, rule.source),
    ]
    .map(|(heading, text)| (heading.get(lang), text))
}

/// A part of an entry of the ledger.
pub struct LedgerPart {
    /// Its key in JSON.
    pub key: &'static str,
    heading: Text,
    of: fn(&Reading) -> Text,
}

/// The parts of an entry behind its title, in order.
pub const LEDGER_PARTS: &[LedgerPart] = &[
    LedgerPart { key: "readings", heading: words::READINGS, of: |reading| reading.readings },
    LedgerPart { key: "at_risk", heading: words::AT_RISK, of: |reading| reading.at_risk },
    LedgerPart { key: "adopted", heading: words::ADOPTED, of: |reading| reading.adopted },
];

impl LedgerPart {
    /// The text of an entry under this heading.
    #[must_use]
    pub fn text(&self, reading: &Reading, lang: Lang) -> &'static str {
        (self.of)(reading).get(lang)
    }
}

/// An entry of the ledger under its headings.
pub fn reading_parts(reading: &Reading, lang: Lang) -> impl Iterator<Item = (&'static str, &'static str)> {
    LEDGER_PARTS.iter().map(move |part| (part.heading.get(lang), part.text(reading, lang)))
}

/// The rules that name an entry of the ledger.
pub fn rules_of(reading: &Reading) -> impl Iterator<Item = &'static Rule> {
    let id = reading.id;
    all().filter(move |rule| readings(rule).any(|named| named.id == id))
}

/// The documentation as text: headings in 【】, the entries of the ledger at the end.
#[must_use]
pub fn text(rule: &Rule, lang: Lang) -> String {
    let mut text = format!("{} [{}] {}\n", rule.id, severity(rule, lang), rule.title.get(lang));
    for (heading, part) in parts(rule, lang) {
        text.push_str(&format!("\n【{heading}】\n{part}\n"));
    }
    for reading in readings(rule) {
        text.push_str(&format!("\n【{} {}】\n{}", words::READING.get(lang), reading.id, reading_text(reading, lang)));
    }
    text
}

/// The title of an entry and its parts, a line each.
#[must_use]
pub fn reading_text(reading: &Reading, lang: Lang) -> String {
    let colon = words::COLON.get(lang);
    let rows = reading_parts(reading, lang).map(|(heading, text)| format!("  {heading}{colon}{text}\n"));
    format!("{}\n{}", reading.title.get(lang), rows.collect::<String>())
}

/// The documentation as Markdown, for the pages of code scanning.
#[must_use]
pub fn markdown(rule: &Rule, lang: Lang) -> String {
    let escaped = super::markdown::escaped;
    let mut text = format!("# {} {}\n", escaped(rule.id), escaped(rule.title.get(lang)));
    for (heading, part) in parts(rule, lang) {
        text.push_str(&format!("\n## {heading}\n\n{}\n", escaped(part)));
    }
    for reading in readings(rule) {
        let rows = reading_parts(reading, lang).map(|(heading, part)| format!("- {heading}: {}\n", escaped(part)));
        let rows = rows.collect::<String>();
        let title = escaped(reading.title.get(lang));
        text.push_str(&format!("\n## {} {}\n\n{title}\n\n{rows}", words::READING.get(lang), reading.id));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_documented_under_every_heading_in_both_languages() {
        for rule in all() {
            for lang in [Lang::Ja, Lang::En] {
                assert!(
                    parts(rule, lang).iter().all(|(heading, text)| !heading.is_empty() && !text.is_empty()),
                    "{}",
                    rule.id
                );
                let markdown = markdown(rule, lang);
                assert!(text(rule, lang).contains(rule.id) && markdown.matches("\n## ").count() >= 5, "{}", rule.id);
            }
        }
    }

    #[test]
    fn every_id_stands_once_and_is_found() {
        let ids: Vec<_> = all().map(|rule| rule.id).collect();
        for id in &ids {
            assert_eq!(ids.iter().filter(|other| *other == id).count(), 1, "{id}");
            assert_eq!(by_id(id).map(|rule| rule.id), Some(*id));
        }
    }

    #[test]
    fn a_reading_is_named_by_its_whole_id() {
        let rule = by_id("name/fifteen-digit-serial").expect("a rule");
        assert_eq!(readings(rule).map(|reading| reading.id).collect::<Vec<_>>(), ["C-5"]);
        let other = by_id("name/extension-case").expect("a rule");
        assert_eq!(readings(other).map(|reading| reading.id).collect::<Vec<_>>(), ["L-23"], "not L-2");
    }
}
