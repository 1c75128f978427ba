//! Cases of rules that compare records of one file, apart from 第7表.

use careplan::diagnostic::Severity::{Error, Info, Warning};
use careplan::layout::Kind::{self, Up1kyo, Up2kyo, Uphosoku, Upjsk, Upkihon, Upplan, Upyobo, UpyoboSub};

use super::case::{Case, File, case, golden, one};
use crate::golden::{Sheet, name};

/// A plan of rows with these three numbers.
fn numbered(kind: Kind, numbers: [u16; 3], rows: &[[&str; 3]]) -> Vec<File> {
    let mut sheet = Sheet::new(kind, rows.len());
    for (row, texts) in rows.iter().enumerate() {
        sheet = numbers.iter().zip(texts).fold(sheet, |sheet, (no, text)| sheet.with(row + 1, *no, text));
    }
    one(sheet)
}

fn goals(rows: &[[&str; 3]]) -> Vec<File> {
    numbered(Up2kyo, [6, 8, 13], rows)
}

fn supports(rows: &[[&str; 3]]) -> Vec<File> {
    numbered(UpyoboSub, [5, 10, 14], rows)
}

/// Uses of so many days.
fn days(days: usize) -> Sheet {
    (1..=days).fold(Sheet::new(Upplan, days), |sheet, day| sheet.with(day, 10, &format!("202505{day:02}")))
}

fn equal(kind: Kind) -> Vec<File> {
    one(golden(kind))
}

fn of_march() -> Vec<File> {
    one(Sheet::new(Upplan, 1)
        .with(1, 5, "202503")
        .with(1, 10, "20250301")
        .named(name(Upplan).replace("202505", "202503")))
}

pub(super) const CASES: &[Case] = &[
    case("file/version-early", Info, of_march, || one(Sheet::new(Upplan, 1))),
    case("file/same-record", Warning, || equal(Up1kyo), || one(golden(Up1kyo).with(2, 14, "20250601"))),
    case("file/same-record", Warning, || equal(Uphosoku), || one(golden(Uphosoku).with(2, 3, "0000000002"))),
    case("file/same-record", Warning, || equal(Upkihon), || one(golden(Upkihon).with(2, 4, "20250601"))),
    case("file/same-record", Warning, || equal(Upyobo), || one(golden(Upyobo).with(2, 2, "990002"))),
    case("file/same-record", Warning, || equal(Upplan), || one(days(2))),
    case("file/same-record", Warning, || equal(Upjsk), || one(golden(Upjsk).with(2, 12, "0800"))),
    case(
        "file/same-record",
        Info,
        || one(golden(Upplan).with_all(15, "171003").with_all(19, "")),
        || one(golden(Upplan).with_all(15, "171003").with(2, 19, "2")),
    ),
    case("file/same-record-limit", Info, || one(days(5)), || one(days(4))),
    case(
        "file/goal-order",
        Warning,
        || goals(&[["2", "1", "1"], ["1", "1", "1"]]),
        || goals(&[["1", "1", "1"], ["1", "1", "2"], ["1", "2", "1"], ["2", "1", "1"], ["4", "1", "1"]]),
    ),
    case(
        "file/goal-order",
        Warning,
        || goals(&[["1", "2", "1"], ["1", "1", "2"]]),
        || goals(&[["1", "2", "1"], ["", "1", "2"], ["1", "1", "1"]]),
    ),
    case(
        "file/support-order",
        Info,
        || supports(&[["1", "1", "1"], ["3", "1", "1"]]),
        || supports(&[["1", "1", "1"], ["1", "1", "2"], ["2", "1", "1"], ["2", "2", "1"]]),
    ),
    case(
        "file/support-order",
        Warning,
        || supports(&[["1", "1", "1"], ["2", "1", "1"], ["1", "1", "1"]]),
        || supports(&[["1", "1", "1"], ["", "", ""], ["1", "1", "1"]]),
    ),
    case("file/month", Error, || one(days(2).with(2, 5, "202506")), || one(days(2))),
];
