//! Cases of what is seen only across sets.

use careplan::diagnostic::Severity::{Info, Warning};
use careplan::layout::Kind::{self, Dltplan, Upjsk, Upplan};

use super::case::{Case, File, case, sheets};
use crate::golden::{Sheet, name};

/// A golden file of one record under another serial of the same day.
fn at(kind: Kind, time: &str) -> Sheet {
    Sheet::new(kind, 1).named(name(kind).replace("101500", time))
}

/// Two planned visits, and as many rows of actual use as asked for, of one person or another.
fn month(visits: usize, person: &str) -> Vec<File> {
    sheets([Sheet::new(Upplan, 2), Sheet::new(Upjsk, visits).with_all(3, person)])
}

/// Planned use of two people, the second of them at `office`.
fn two_people(office: &str) -> Vec<File> {
    sheets([Sheet::new(Upplan, 2).with(2, 3, "0000000002").with(2, 20, office)])
}

/// Planned use of one person sent to two offices; the second file holds the rows of `office`.
fn two_offices(office: &str) -> Vec<File> {
    let second = at(Upplan, "111500");
    let other = second.name.replace("9970000002_15", "9970000003_15");
    sheets([at(Upplan, "101500"), second.named(other).with_all(20, office)])
}

pub(super) const CASES: &[Case] = &[
    case(
        "flow/resend",
        Info,
        || sheets([at(Upplan, "101500"), at(Upplan, "111500")]),
        || sheets([at(Upplan, "101500"), at(Upplan, "111500").with(1, 3, "0000000002")]),
    ),
    case(
        "flow/deletion-target",
        Info,
        || sheets([at(Upplan, "101500"), at(Dltplan, "111500").with(1, 3, "0000000002")]),
        || sheets([at(Upplan, "101500"), at(Dltplan, "111500")]),
    ),
    case(
        "flow/deletion-target",
        Info,
        || sheets([at(Upplan, "111500"), at(Dltplan, "101500")]),
        || sheets([at(Dltplan, "101500")]),
    ),
    case("flow/planned-actual", Info, || month(1, "0000000001"), || month(2, "0000000001")),
    case("flow/planned-actual", Info, || month(3, "0000000001"), || month(2, "0000000001")),
    case("flow/unrelated-person", Warning, || two_people("9970000009"), || two_people("9970000002")),
    case("flow/own-lines-only", Info, || two_offices("9970000003"), || two_offices("9970000002")),
    case("flow/no-actual", Info, || month(2, "0000000002"), || month(2, "0000000001")),
];
