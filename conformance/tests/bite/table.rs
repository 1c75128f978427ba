//! The table, and what a run over it says.

use std::collections::HashSet;
use std::sync::LazyLock;

use careplan::text::Lang;
use conformance::mutation::{Class, KNOWN, Plan, Report, mutations, run, unexplained, valid_sets, write_table};

/// Every kind on every valid set of the corpus, one seed.
static RUN: LazyLock<Report> = LazyLock::new(|| {
    let sets = valid_sets(&super::corpus("")).unwrap();
    run(&sets, Plan { seeds: 1, every: 1 })
});

#[test]
fn nothing_survives_without_a_reason() {
    let names: Vec<&str> = unexplained(&RUN).iter().map(|mutation| mutation.id).collect();
    assert!(names.is_empty(), "{names:?}\n{}", shown());
}

#[test]
fn no_known_survivor_is_stale() {
    for known in KNOWN {
        let row = RUN.rows.iter().find(|row| row.mutation.id == known.id);
        assert!(row.is_some_and(|row| !row.is_clean()), "{} is found everywhere: {}", known.id, known.reason);
    }
}

#[test]
fn no_valid_set_is_called_wrong() {
    assert!(RUN.sets >= 17, "only {} sets", RUN.sets);
    assert!(RUN.false_alarms.is_empty(), "{:?}", RUN.false_alarms);
}

#[test]
fn every_kind_can_be_put_into_some_set() {
    // A set of several people is needed: generated sets have them, not every corpus does.
    let for_several = ["s_person_dropped_sheet7", "s_person_dropped_sheet1"];
    let idle = RUN.rows.iter().filter(|row| row.applied == 0).map(|row| row.mutation.id);
    let idle: Vec<&str> = idle.filter(|id| !for_several.contains(id)).collect();
    assert!(idle.is_empty(), "{idle:?}");
}

#[test]
fn ids_are_unique_and_kinds_are_many() {
    let ids: HashSet<&str> = mutations().map(|mutation| mutation.id).collect();
    assert_eq!(ids.len(), mutations().count());
    assert!(mutations().filter(|mutation| mutation.class == Class::Error).count() >= 120);
}

#[test]
fn every_kind_is_titled_in_both_languages_and_stands_on_a_clause() {
    for mutation in mutations() {
        let is_slug =
            mutation.id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
        assert!(is_slug && !mutation.source.is_empty(), "{}", mutation.id);
        assert!(!mutation.title.ja.is_empty() && !mutation.title.en.is_empty(), "{}", mutation.id);
    }
}

#[test]
fn the_same_seed_puts_in_the_same_defect() {
    let sets = super::samples();
    for (mutation, set) in mutations().flat_map(|mutation| sets.iter().map(move |set| (mutation, set))) {
        assert_eq!(mutation.put_into(set, 7), mutation.put_into(set, 7), "{} in {}", mutation.id, set.id);
    }
}

fn shown() -> String {
    let mut out = Vec::new();
    write_table(&RUN, Lang::Ja, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    text.lines().filter(|line| !line.starts_with("  ")).collect::<Vec<_>>().join("\n")
}
