//! `renkei rules`: the documentation of rules and ledger.

use std::path::Path;

use careplan::reading::LEDGER;
use conformance::report::rule_doc;

use crate::common::{code, renkei};

fn text(args: &[&str]) -> String {
    let output = renkei(args);
    assert_eq!(code(&output), 0, "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn the_list_holds_every_rule_with_its_title() {
    let list = text(&["rules"]);
    for rule in rule_doc::all() {
        let line = list.lines().find(|line| line.trim_start().starts_with(&format!("{} ", rule.id)));
        assert!(line.is_some_and(|line| line.ends_with(rule.title.ja)), "{}", rule.id);
    }
}

#[test]
fn every_rule_is_told_under_the_fixed_headings_with_its_ledger_entries() {
    for rule in rule_doc::all() {
        let told = text(&["rules", rule.id]);
        let mut rest = told.as_str();
        for heading in ["【何を検べるか】", "【なぜ大切か】", "【例】", "【直し方】", "【根拠】"]
        {
            rest = rest.split_once(heading).unwrap_or_else(|| panic!("{heading} in {told}")).1;
        }
        for reading in rule_doc::readings(rule) {
            assert!(rest.contains(reading.id) && rest.contains(reading.adopted.ja), "{}", rule.id);
        }
    }
}

#[test]
fn the_ledger_holds_every_entry_in_both_languages() {
    let (japanese, english) = (text(&["rules", "--ledger"]), text(&["--lang", "en", "rules", "--ledger"]));
    for entry in LEDGER {
        assert!(japanese.contains(entry.id) && japanese.contains(entry.adopted.ja), "{}", entry.id);
        assert!(english.contains(entry.id) && english.contains(entry.adopted.en), "{}", entry.id);
        assert!(text(&["rules", &entry.id.to_lowercase()]).contains(entry.title.ja), "{}", entry.id);
    }
}

#[test]
fn programs_get_rules_and_ledger_as_json() {
    let document: serde_json::Value = serde_json::from_str(&text(&["rules", "--format", "json"])).expect("JSON");
    assert_eq!(document["schema"], "renkei.rules/1");
    assert_eq!(document["rules"].as_array().map(Vec::len), Some(rule_doc::all().count()));
    assert_eq!(document["ledger"].as_array().map(Vec::len), Some(LEDGER.len()));
}

#[test]
fn an_unknown_rule_is_2_and_names_what_is_near() {
    let output = renkei(["rules", "date"]);
    assert_eq!(code(&output), 2);
    assert!(String::from_utf8_lossy(&output.stderr).contains("field/date"));
    assert_eq!(code(&renkei(["rules", "field/date", "--ledger"])), 2);
}

#[test]
fn the_committed_page_is_what_the_rules_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/rules.html");
    let committed = std::fs::read_to_string(path).expect("docs/rules.html");
    assert!(committed == text(&["rules", "--format", "html"]), "out of date: run ci/generated --write");
}
