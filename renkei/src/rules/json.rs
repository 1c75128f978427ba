//! `renkei.rules/1`: the rules and the ledger for programs.

use std::io;

use careplan::diagnostic::Severity;
use careplan::reading::Reading;
use careplan::rules::Rule;
use careplan::text::Lang;
use conformance::report::rule_doc::{self, LEDGER_PARTS};
use serde::Serialize;
use serde_json::{Map, Value};

/// The document, in one language, with a line end.
pub(super) fn write(rules: &[&Rule], ledger: &[&Reading], lang: Lang) -> io::Result<String> {
    let document = Document {
        schema: "renkei.rules/1",
        lang,
        rules: rules.iter().map(|rule| RuleJson::of(rule, lang)).collect(),
        ledger: ledger.iter().map(|reading| entry(reading, lang)).collect(),
    };
    Ok(serde_json::to_string_pretty(&document)? + "\n")
}

fn entry(reading: &Reading, lang: Lang) -> Map<String, Value> {
    let texts = [("id", reading.id), ("title", reading.title.get(lang))].into_iter();
    let parts = LEDGER_PARTS.iter().map(|part| (part.key, part.text(reading, lang)));
    let rules = Value::from(rule_doc::rules_of(reading).map(|rule| rule.id).collect::<Vec<_>>());
    let texts = texts.chain(parts).map(|(key, text)| (key.to_owned(), Value::from(text)));
    texts.chain([("rules".to_owned(), rules)]).collect()
}

#[derive(Serialize)]
struct Document {
    schema: &'static str,
    lang: Lang,
    rules: Vec<RuleJson>,
    ledger: Vec<Map<String, Value>>,
}

#[derive(Serialize)]
struct RuleJson {
    id: &'static str,
    area: &'static str,
    severity: Severity,
    title: &'static str,
    what: &'static str,
    why: &'static str,
    example: &'static str,
    mend: &'static str,
    source: &'static str,
    readings: Vec<&'static str>,
}

impl RuleJson {
    fn of(rule: &Rule, lang: Lang) -> Self {
        Self {
            id: rule.id,
            area: rule.area(),
            severity: rule.severity,
            title: rule.title.get(lang),
            what: rule.what.get(lang),
            why: rule.why.get(lang),
            example: rule.example.get(lang),
            mend: rule.mend.get(lang),
            source: rule.source,
            readings: rule_doc::readings(rule).map(|reading| reading.id).collect(),
        }
    }
}
