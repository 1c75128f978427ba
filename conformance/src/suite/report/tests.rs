use std::time::{Duration, SystemTime};

use careplan::diagnostic::Severity;
use careplan::text::Message;
use quick_junit::Report;
use serde_json::Value;

use super::*;
use crate::story::Role;
use crate::suite::case::{Class, Duty, Selection};
use crate::suite::protocol::{Hello, Software};
use crate::suite::run::Overall;

fn result(id: &str, verdict: Verdict, scored: bool, duty: Duty) -> CaseResult {
    CaseResult {
        id: id.to_owned(),
        title: Message::new("題<b>", "title <b>"),
        source: "R1".to_owned(),
        severity: Severity::Error,
        class: Class::Reading,
        roles: [Role::Service].into(),
        patterns: Default::default(),
        duty,
        scored,
        verdict,
        notes: vec![Message::new("理由\u{1b}[31m<script>|", "why\u{1b}[31m<script>|")],
        time: Duration::from_millis(5),
        known: None,
    }
}

/// One case of each verdict, one that is not scored and one function that need not be there.
fn outcome() -> SuiteOutcome {
    let mut results: Vec<_> = Verdict::ALL
        .iter()
        .map(|verdict| result(&format!("read/{}", verdict.as_str()), *verdict, true, Duty::Required))
        .collect();
    results.push(result("read/unscored", Verdict::Fail, false, Duty::Required));
    results.push(result("read/optional", Verdict::NotImplemented, true, Duty::Optional));
    SuiteOutcome {
        results,
        hello: Hello {
            software: Software { name: "見本".to_owned(), version: "1".to_owned() },
            roles: vec![Role::Service],
            own_fields: vec!["UPPLAN.作成年月日".to_owned()],
        },
        adapter: "process",
        selection: Selection { roles: [Role::Service].into(), ..Selection::default() },
        requirements: "4.1-1",
        digest: "0".repeat(64),
        stale: vec![Message::new("古い", "stale")],
        overall: Overall::Undecided,
        started: SystemTime::UNIX_EPOCH,
        finished: SystemTime::UNIX_EPOCH,
    }
}

fn text(format: Format, lang: Lang) -> String {
    let mut out = Vec::new();
    write(format, &outcome(), &Options { lang, ..Options::default() }, &mut out).expect("a vector takes everything");
    String::from_utf8(out).expect("UTF-8")
}

#[test]
fn every_form_names_what_fails_and_lets_nothing_hostile_through() {
    for format in Format::ALL {
        for lang in [Lang::Ja, Lang::En] {
            let text = text(*format, lang);
            for id in ["read/silent-loss", "read/crash", "read/could-not-judge"] {
                let bare = text.replace("<wbr>", "").replace('\\', "");
                assert!(bare.contains(id), "{id} in {format:?}\n{text}");
            }
            assert!(!text.contains('\u{1b}'), "{format:?}");
        }
    }
    assert!(!text(Format::Html, Lang::Ja).contains("<script>"));
    assert!(!text(Format::Markdown, Lang::Ja).contains("<script>"));
}

#[test]
fn what_counts_fails_and_what_does_not_is_skipped() {
    let junit = Report::deserialize_from_str(&text(Format::Junit, Lang::Ja)).expect("it parses");
    // fail, silent-loss, crash, time-out and not-implemented count; could-not-judge is an error.
    assert_eq!((junit.tests, junit.failures, junit.errors), (10, 5, 1));
    let ctrf: Value = serde_json::from_str(&text(Format::Ctrf, Lang::Ja)).expect("JSON");
    let summary = &ctrf["results"]["summary"];
    assert_eq!((&summary["passed"], &summary["failed"], &summary["skipped"]), (&1.into(), &6.into(), &3.into()));
    let sarif: Value = serde_json::from_str(&text(Format::Sarif, Lang::Ja)).expect("JSON");
    assert_eq!(sarif["runs"][0]["results"].as_array().map(Vec::len), Some(6));
    let json: Value = serde_json::from_str(&text(Format::Json, Lang::Ja)).expect("JSON");
    let counts = json["cases"].as_array().expect("a list").iter().filter(|case| case["counts"] == true).count();
    assert_eq!((counts, &json["verdict"]), (5, &"undecided".into()));
}

#[test]
fn every_word_stands_in_both_languages() {
    for text in words::ALL {
        assert!(!text.ja.is_empty() && !text.en.is_empty(), "{text:?}");
    }
    let english = text(Format::Text, Lang::En);
    assert!(english.contains("silent loss") && !english.contains("黙った"), "{english}");
}
