//! The coverage of the committed corpus: nothing is wanting, and the numbers are those of the layouts
//! and rules.

use std::path::Path;
use std::sync::LazyLock;

use careplan::layout::{Kind, Required};
use careplan::rules::RULES;
use careplan::text::Lang;
use conformance::coverage::{Coverage, EXEMPT, Missing, measure, write_json, write_text};
use conformance::mutation::{CorpusCase, Expect, corpus_cases};

static CASES: LazyLock<Vec<CorpusCase>> = LazyLock::new(|| {
    corpus_cases(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus")).expect("the corpus can be read")
});

static COVERAGE: LazyLock<Coverage> = LazyLock::new(|| measure(&CASES));

#[test]
fn every_field_and_every_rule_has_a_passing_and_a_failing_case() {
    let missing: Vec<_> = COVERAGE.missing().iter().map(|missing| missing.sentence().en).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn all_fields_rules_and_cases_are_counted() {
    assert_eq!(COVERAGE.fields().count(), 398);
    assert_eq!(COVERAGE.kinds.len(), Kind::ALL.len());
    assert_eq!(COVERAGE.rules.len(), RULES.len());
    assert_eq!(COVERAGE.cases.passing + COVERAGE.cases.failing, CASES.len() as u64);
    assert!(COVERAGE.cases.passing >= 40 && COVERAGE.cases.failing >= 500, "{:?}", COVERAGE.cases);
}

#[test]
fn every_field_takes_a_right_content_and_is_tried_with_wrong_ones() {
    for (kind, field) in COVERAGE.fields() {
        let at = format!("{} No.{}", kind.kind.code(), field.field.no);
        assert!(field.is_taken, "{at}");
        assert!(!field.probed.is_empty(), "{at}");
        let asks = field.probed.iter().any(|probed| probed.rule == "field/required");
        assert_eq!(asks, matches!(field.field.required, Required::Yes | Required::Unknown), "{at}");
    }
}

#[test]
fn every_rule_of_single_fields_is_tried_on_some_field() {
    for rule in COVERAGE.rules.iter().filter(|rule| rule.rule.area() == "field") {
        assert!(rule.fields > 0, "{}", rule.rule.id);
    }
}

#[test]
fn only_rules_of_limits_are_exempt_and_none_of_them_has_a_case() {
    for exempt in EXEMPT {
        assert!(exempt.rule.ends_with("-limit"), "{}", exempt.rule);
        let rule = COVERAGE.rules.iter().find(|rule| rule.rule.id == exempt.rule).expect("a rule");
        assert_eq!(rule.corpus.failing, 0, "{}", exempt.rule);
    }
}

#[test]
fn a_rule_and_a_kind_without_cases_are_missing() {
    let one: Vec<CorpusCase> = CASES.iter().filter(|case| case.base.id == "dlt1kyo-13").cloned().collect();
    assert_eq!((one.len(), one[0].expect), (1, Expect::Conformant));
    let coverage = measure(&one);
    let missing = coverage.missing();
    assert!(missing.contains(&Missing::Kind(Kind::Upplan)));
    assert!(!missing.contains(&Missing::Kind(Kind::Dlt1kyo)));
    let field = |kind: Kind, no| kind.layout().and_then(|layout| layout.field(no)).expect("a field");
    assert!(missing.contains(&Missing::FieldPassing(Kind::Upplan, field(Kind::Upplan, 10))));
    assert!(missing.contains(&Missing::FieldFailing(Kind::Upplan, field(Kind::Upplan, 10))));
    let of_it = |missing: &&Missing| {
        matches!(missing, Missing::FieldPassing(Kind::Dlt1kyo, _) | Missing::FieldFailing(Kind::Dlt1kyo, _))
    };
    assert_eq!(missing.iter().find(of_it), None, "made cases cover the fields of the only kind");
    let without_case = missing.iter().filter(|missing| matches!(missing, Missing::RuleFailing(_))).count();
    assert_eq!(without_case, RULES.len() - EXEMPT.len());
}

#[test]
fn the_table_tells_what_is_missing_first_and_the_document_holds_every_field() {
    let mut text = Vec::new();
    write_text(&measure(&[]), Lang::En, &mut text).expect("written");
    let text = String::from_utf8(text).expect("UTF-8");
    assert!(text.starts_with("! UPHOSOKU: no conformant case\n"), "{}", &text[..200]);
    let mut json = Vec::new();
    write_json(&COVERAGE, Lang::Ja, &mut json).expect("written");
    let json: serde_json::Value = serde_json::from_slice(&json).expect("JSON");
    assert_eq!(json["schema"], "renkei.coverage/1");
    assert_eq!(json["missing"].as_array().map(Vec::len), Some(0));
    let kinds = json["kinds"].as_array().expect("a list");
    let fields: usize = kinds.iter().filter_map(|kind| kind["fields"].as_array()).map(Vec::len).sum();
    assert_eq!(fields, 398);
}
