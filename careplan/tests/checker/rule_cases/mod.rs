//! Every rule has files of which it speaks and files, nearly the same, of which it does not.
//! A new rule of an area in [`AREAS`] needs a row in one of the tables; rules of other areas may
//! have theirs here or in a table of their own.

mod bytes;
mod case;
mod field;
mod file;
mod flow;
mod name;
mod plan;
mod record;
mod set;
mod sheet7;
mod supplement;

use std::collections::BTreeSet;

use careplan::diagnostic::Severity;
use careplan::reading::LEDGER;
use careplan::rules::{RULES, Rule};
use careplan::text::{Lang, Text};
use case::{Case, findings, said};

const TABLES: &[&[Case]] = &[
    bytes::CASES,
    name::CASES,
    field::CASES,
    file::CASES,
    record::CASES,
    plan::CASES,
    supplement::CASES,
    sheet7::CASES,
    flow::CASES,
    set::CASES,
];

/// The areas whose every rule must have a row here.
const AREAS: &[&str] = &["bytes", "csv", "name", "field", "record", "file", "set", "flow"];

/// All areas, in the order of reading a file.
const ALL_AREAS: &[&str] = &["bytes", "csv", "name", "field", "record", "file", "set", "flow"];

fn cases() -> impl Iterator<Item = &'static Case> {
    TABLES.iter().copied().flatten()
}

#[test]
fn every_rule_has_a_failing_and_a_passing_case() {
    let with_case: BTreeSet<_> = cases().map(|case| case.rule).collect();
    let wanted = RULES.iter().filter(|rule| AREAS.contains(&rule.area()));
    let without: Vec<_> = wanted.map(|rule| rule.id).filter(|id| !with_case.contains(id)).collect();
    assert!(without.is_empty(), "no case of {without:?}");
    let unknown: Vec<_> = with_case.into_iter().filter(|id| Rule::by_id(id).is_none()).collect();
    assert!(unknown.is_empty(), "cases of no rule: {unknown:?}");
}

#[test]
fn every_failing_case_is_found_with_its_weight() {
    let mut wrong = Vec::new();
    for (number, case) in cases().enumerate() {
        let said = said(&(case.fails)());
        if !said.contains(&(case.rule, case.severity)) {
            wrong.push(format!("case {number}, {} {:?}: {said:?}", case.rule, case.severity));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_passing_case_is_let_pass() {
    let mut wrong = Vec::new();
    for (number, case) in cases().enumerate() {
        let said = said(&(case.passes)());
        if said.iter().any(|(rule, _)| *rule == case.rule) {
            wrong.push(format!("case {number}, {}: {said:?}", case.rule));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_can_weigh_as_much_as_it_says() {
    for rule in RULES.iter().filter(|rule| AREAS.contains(&rule.area())) {
        let heaviest = cases().filter(|case| case.rule == rule.id).map(|case| case.severity).max();
        assert_eq!(heaviest, Some(rule.severity), "{}", rule.id);
    }
}

#[test]
fn every_rule_is_documented_in_both_languages() {
    for rule in RULES {
        for text in [rule.title, rule.what, rule.why, rule.example, rule.mend] {
            assert!(is_sentence(text), "{}: {text:?}", rule.id);
        }
        assert!(!rule.source.trim().is_empty(), "{}", rule.id);
    }
}

fn is_sentence(text: Text) -> bool {
    [Lang::Ja, Lang::En].iter().all(|lang| {
        let text = text.get(*lang);
        !text.is_empty() && text.trim() == text
    })
}

#[test]
fn every_rule_has_an_id_of_its_own_under_a_known_area() {
    let mut ids = BTreeSet::new();
    for rule in RULES {
        let (area, slug) = rule.id.split_once('/').unwrap();
        assert!(ALL_AREAS.contains(&area), "{}", rule.id);
        assert_eq!(rule.area(), area);
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        assert!(!slug.is_empty() && slug.bytes().all(plain), "{}", rule.id);
        assert!(ids.insert(rule.id), "{} stands twice", rule.id);
        assert_eq!(Rule::by_id(rule.id), Some(*rule));
    }
    assert_eq!(Rule::by_id("field/no-such-rule"), None);
}

#[test]
fn rules_stand_in_the_order_of_reading_a_file() {
    let areas: Vec<_> = RULES.iter().map(|rule| ALL_AREAS.iter().position(|area| *area == rule.area())).collect();
    assert!(areas.is_sorted());
}

#[test]
fn every_entry_of_the_ledger_has_an_id_of_its_own_and_both_languages() {
    let mut ids = BTreeSet::new();
    for entry in LEDGER {
        let (point, number) = entry.id.split_once('-').unwrap();
        assert!(["C", "D", "L", "U"].contains(&point) && number.parse::<u8>().is_ok(), "{}", entry.id);
        assert!(ids.insert(entry.id), "{} stands twice", entry.id);
        for text in [entry.title, entry.readings, entry.at_risk, entry.adopted] {
            assert!(is_sentence(text), "{}: {text:?}", entry.id);
        }
        assert!(entry.readings.ja.contains('／') && entry.readings.en.contains('/'), "{} has one reading", entry.id);
    }
}

/// Entries that no finding names: how they are read decides what is checked, but where they are met
/// nothing is said.
const WITHOUT_FINDING: &[&str] = &[
    // Who imports what, what a deletion takes along, what a receiver does: not seen in files.
    "C-1", "C-10", "L-14", "U-9", // Examples, figures, cross references and names that are not followed.
    "C-8", "C-9", "C-11", "C-12", "C-13", "L-8", "L-10", "L-11", "L-13", "L-15", "L-16", "L-17", "L-18", "L-25",
    "L-27", "L-29", // The same point under the letter that findings name.
    "C-7", "L-3", "L-19", "L-20", "L-21", "L-22", "L-34", "L-44", "U-8", "U-12",
    // Whatever stands there is taken.
    "L-2", "L-5", "L-7", "L-24", "L-30", "L-32", "L-36", "L-42", "L-43", "U-7", "U-10", "U-11",
    // A required mark of medium confidence: the weight says it.
    "L-4",
];

#[test]
fn every_entry_of_the_ledger_is_named_by_a_finding_or_explains_a_silence() {
    let mut named: BTreeSet<_> = WITHOUT_FINDING.iter().copied().collect();
    named.extend(cases().flat_map(|case| findings(&(case.fails)())).filter_map(|finding| Some(finding.reading?.id)));
    for entry in LEDGER {
        assert!(named.remove(entry.id), "{} is named by no finding of a case", entry.id);
    }
    assert!(named.is_empty(), "no entries of the ledger: {named:?}");
}

/// Information that depends on no reading: it tells what was done, what may be forgotten,
/// that an older month has the version of its time, how sets follow each other, where a limit ended
/// a comparison, or what practice knows to be worth a look and no text speaks of.
const WITHOUT_READING: &[&str] = &[
    "name/not-exchange",
    "file/findings-capped",
    "file/same-record-limit",
    "file/sums-skipped",
    "file/version",
    "set/attachment-missing",
    "flow/resend",
    "flow/deletion-target",
    "flow/planned-actual",
    "flow/no-actual",
    "file/same-record-limit",
    "file/sums-skipped",
    "record/certified-empty",
    "record/level-change",
    "record/limit-amount",
    "record/lost-roman-numeral",
    "record/lost-wave-dash",
    "record/merged-visits",
    "record/use-count",
    "record/valid-period-end",
];

#[test]
fn every_information_names_the_entry_of_the_ledger_that_it_depends_on() {
    let nameless: BTreeSet<_> = cases()
        .flat_map(|case| findings(&(case.fails)()))
        .filter(|finding| finding.severity == Severity::Info && finding.reading.is_none())
        .map(|finding| finding.rule.id)
        .filter(|id| !WITHOUT_READING.contains(id))
        .collect();
    assert!(nameless.is_empty(), "{nameless:?}");
}

#[test]
fn every_entry_that_the_source_of_a_rule_names_is_in_the_ledger() {
    for rule in RULES {
        for word in rule.source.split('・').filter(|word| word.starts_with(['C', 'D', 'L', 'U'])) {
            assert!(LEDGER.iter().any(|entry| entry.id == word), "{}: {word}", rule.id);
        }
    }
}
