//! What happens at the limits of a check.

use careplan::check::{FileReport, Limits, check_bytes};
use careplan::diagnostic::{Finding, Severity};
use careplan::layout::Kind;
use careplan::oracle::{check_in_pieces, objection, seen};

use crate::golden::{Sheet, name};

/// A record of the golden UPPLAN has some 170 bytes.
const SMALL: Limits = Limits { record: 400, per_rule: 3, per_file: 30, keys: 10, compare_uses: true };

fn of<'r>(report: &'r FileReport, rule: &str) -> Vec<&'r Finding> {
    report.findings.iter().filter(|finding| finding.rule.id == rule).collect()
}

/// Checks at once and byte by byte, which must agree.
fn check(bytes: &[u8]) -> FileReport {
    let report = check_bytes(&name(Kind::Upplan), bytes, SMALL);
    assert_eq!(objection(bytes, &report, SMALL), None);
    for sizes in [&[1][..], &[3, 7], &[399], &[400], &[401], &[402]] {
        let pieces = check_in_pieces(&name(Kind::Upplan), bytes, SMALL, sizes);
        assert_eq!(seen(&report), seen(&pieces), "in pieces of {sizes:?}");
    }
    report
}

#[test]
fn a_record_beyond_the_limit_is_passed_over_and_the_next_ones_are_judged_where_they_stand() {
    let long = "長い文の一行\r\n".repeat(60);
    let sheet = Sheet::new(Kind::Upplan, 4).with(2, 18, &long).with(3, 14, "x").with(4, 10, "20250431");
    let report = check(&sheet.bytes());
    assert!(report.undecided);
    assert_eq!(report.records, 4);
    let limit = of(&report, "file/record-limit");
    assert_eq!((limit.len(), limit[0].place.record, limit[0].place.line), (1, Some(2), Some(2)));
    for (rule, record, no) in [("field/integer", 3, 14), ("field/date", 4, 10)] {
        let found = of(&report, rule);
        let (bytes, line) = sheet.place(record, no);
        assert_eq!(found[0].place.record, Some(record as u64));
        assert_eq!((found[0].place.bytes, found[0].place.line), (Some(bytes), Some(line)));
    }
}

#[test]
fn the_limit_is_the_longest_record_that_is_judged() {
    let plain = Sheet::new(Kind::Upplan, 1).bytes().len() - 2;
    let padding = |more: usize| "x".repeat(SMALL.record - plain + "見本の文".len() / 3 * 2 + more);
    for end in ["\r\n", "\n", "\r", ""] {
        for (more, undecided) in [(0, false), (1, true), (2, true)] {
            let mut bytes = Sheet::new(Kind::Upplan, 1).with(1, 18, &padding(more)).bytes();
            assert_eq!(bytes.len(), SMALL.record + more + 2);
            bytes.truncate(bytes.len() - 2);
            bytes.extend_from_slice(end.as_bytes());
            assert_eq!(check(&bytes).undecided, undecided, "{more} more, end {end:?}");
        }
    }
}

#[test]
fn a_quote_left_open_over_the_limit_is_named_with_its_record() {
    let mut bytes = Sheet::new(Kind::Upplan, 1).bytes();
    bytes.extend_from_slice(b"202407,\"");
    bytes.extend_from_slice(&Sheet::new(Kind::Dltplan, 40).bytes());
    let report = check(&bytes);
    assert!(report.undecided);
    let open = of(&report, "csv/unclosed-quote");
    assert_eq!((open.len(), open[0].severity, open[0].place.record), (1, Severity::Error, Some(2)));
    assert_eq!(open[0].place.line, Some(2));
    assert_eq!(report.records, 2);
}

#[test]
fn stray_quotes_do_not_open_a_record_that_is_passed_over() {
    let long = format!("a\"b{}", "x".repeat(500));
    let sheet = Sheet::new(Kind::Upplan, 3).with_raw(2, 18, long);
    let report = check(&sheet.bytes());
    assert_eq!(report.records, 3);
    assert!(of(&report, "csv/unclosed-quote").is_empty());
}

#[test]
fn numbers_are_exact_where_the_list_is_cut() {
    let sheet = Sheet::new(Kind::Upplan, 50).with_all(14, "x").with_all(10, "20250431");
    let report = check(&sheet.bytes());
    assert_eq!(of(&report, "field/integer").len(), SMALL.per_rule);
    assert_eq!(of(&report, "field/date").len(), SMALL.per_rule);
    assert_eq!(of(&report, "file/findings-capped").len(), 1);
    // Of equal records more is said than of each field.
    assert_eq!(report.counts.errors, 100);
    assert!(report.counts.warnings >= 49);
}

#[test]
fn many_fields_and_many_lines_stay_within_bounds() {
    let commas = b",".repeat(200_000);
    let lines = b"\r\n".repeat(200_000);
    let quotes = b"\"".repeat(200_001);
    for bytes in [commas, lines, quotes] {
        let report = check_bytes(&name(Kind::Upplan), &bytes, Limits::default());
        assert_eq!(objection(&bytes, &report, Limits::default()), None);
        assert!(report.counts.errors > 0 && report.findings.len() < 10);
    }
}
