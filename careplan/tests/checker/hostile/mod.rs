//! Any bytes under any name give findings: no panic, places that exist, lists that end, and the
//! same report however the bytes come.

mod limits;
mod shortcut;
mod strategies;

use careplan::check::{Limits, SetMember, check_bytes, check_sets};
use careplan::name;
use careplan::oracle::{check_in_pieces, objection, seen};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use strategies::{files, names};

/// A runner that leaves no files behind.
fn runner(cases: u32) -> TestRunner {
    TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() })
}

/// Limits from so small that everything meets them to the usual ones; a header row is always told.
fn limits() -> impl Strategy<Value = Limits> {
    let small = (1_usize..6, 3_usize..12, 0_usize..400, 0_usize..3)
        .prop_map(|(per_rule, per_file, record, keys)| Limits { per_rule, per_file, record, keys, compare_uses: true });
    prop_oneof![1 => small, 1 => Just(Limits::default())]
}

#[test]
fn the_report_is_the_same_in_pieces_of_any_size_and_true_to_the_bytes() {
    let sizes = prop_oneof![1 => Just(vec![1]), 2 => vec(1_usize..64, 1..4), 1 => vec(1_usize..1_000, 1..3)];
    runner(1_000)
        .run(&(files(), limits(), sizes), |((name, bytes), limits, sizes)| {
            let whole = check_bytes(&name, &bytes, limits);
            let objection = objection(&bytes, &whole, limits);
            prop_assert!(objection.is_none(), "{name}: {}", objection.unwrap_or_default());
            let pieces = check_in_pieces(&name, &bytes, limits, &sizes);
            prop_assert_eq!(seen(&whole), seen(&pieces), "in pieces of {:?}", sizes);
            Ok(())
        })
        .unwrap();
}

#[test]
fn sets_of_any_files_give_findings_that_point_at_their_files() {
    let files = vec((files(), "[ab]?"), 0..6);
    runner(300)
        .run(&files, |files| {
            let judged: Vec<_> =
                files.iter().map(|((name, bytes), _)| check_bytes(name, bytes, Limits::default())).collect();
            let members: Vec<_> = files
                .iter()
                .zip(&judged)
                .map(|(((file_name, _), folder), report)| SetMember { folder, file_name, report })
                .collect();
            let mut placed = vec![false; files.len()];
            for set in check_sets(&members) {
                prop_assert!(!set.files.is_empty());
                for &index in &set.files {
                    prop_assert!(!std::mem::replace(&mut placed[index], true), "a file in two sets");
                }
                for found in &set.findings {
                    prop_assert!(found.file.is_none_or(|index| set.files.contains(&index)));
                }
                prop_assert!(set.findings.len() as u64 <= set.counts.total());
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_name_of_which_there_is_nothing_to_say_is_written_as_it_was_read() {
    let perfect = std::cell::Cell::new(0);
    runner(2_000)
        .run(&names(), |text| {
            let parsed = name::parse(&text);
            if parsed.issues.is_empty() {
                perfect.set(perfect.get() + 1);
                prop_assert_eq!(parsed.name.map(|name| name.to_string()), Some(text));
            }
            Ok(())
        })
        .unwrap();
    assert!(perfect.get() > 500, "{perfect:?}");
}

#[test]
fn every_single_byte_is_a_file_of_every_kind() {
    for kind in careplan::layout::Kind::ALL {
        let name = crate::golden::name(*kind);
        for byte in 0..=u8::MAX {
            let report = check_bytes(&name, &[byte], Limits::default());
            assert_eq!(objection(&[byte], &report, Limits::default()), None, "{name} {byte:02X}");
            assert!(report.counts.errors > 0, "{name} {byte:02X}");
        }
    }
}
