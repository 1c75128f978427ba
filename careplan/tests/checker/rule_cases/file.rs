//! Cases of single records and of a file as a whole.

use careplan::diagnostic::Severity::{Error, Info, Warning};
use careplan::layout::Kind::{Uphosoku, Upjsk, UpkihonImage, Upplan, Upsikyu};

use super::case::{Case, File, bytes, case, field, golden, one};
use crate::golden::{Sheet, name};

fn picture(bytes: &[u8]) -> Vec<File> {
    vec![File { name: name(UpkihonImage), bytes: bytes.to_vec() }]
}

fn all(no: u16, text: &str) -> Vec<File> {
    one(golden(Upplan).with_all(no, text))
}

/// Planned use before version 4.1 came into force.
fn of_march(version: &str) -> Vec<File> {
    let name = name(Upplan).replace("202505", "202503");
    one(golden(Upplan).with_all(1, version).with_all(5, "202503").named(name))
}

fn equipment(tais: &str, notified: &str) -> Vec<File> {
    one(golden(Upplan).with(2, 15, "171003").with(2, 16, tais).with(2, 17, notified))
}

fn supplement(date: &str, month: &str) -> Vec<File> {
    let name = name(Uphosoku).replace("202505", month);
    one(golden(Uphosoku).with_all(4, date).with_all(63, month).named(name))
}

pub(super) const CASES: &[Case] = &[
    case("record/tais-missing", Warning, || equipment("", ""), || equipment("", "09997-000055")),
    case("record/tais-missing", Warning, || equipment("", ""), || field(Upplan, 16, "")),
    case(
        "record/tais-missing",
        Warning,
        || one(golden(Upsikyu).with(2, 9, "671003").with(2, 10, "").with(2, 11, "")),
        || one(golden(Upsikyu).with(2, 9, "17AAAA").with(2, 10, "").with(2, 11, "")),
    ),
    case("record/supplement-link", Error, || supplement("20250401", "202505"), || supplement("00000000", "202505")),
    case("record/supplement-link", Error, || supplement("00000000", "000000"), || supplement("20250401", "000000")),
    case("file/version", Error, || all(1, "202410"), || all(1, "202407")),
    case("file/version", Info, || of_march("202208"), || of_march("202407")),
    case("file/version", Error, || of_march("202410"), || of_march("202407")),
    case("file/version-withdrawn", Warning, || all(1, "202504"), || all(1, "202407")),
    case("file/version-mixed", Error, || field(Upplan, 1, "202208"), || all(1, "202208")),
    case("file/month", Error, || field(Upplan, 5, "202506"), || field(Upplan, 5, "202505")),
    case(
        "file/month",
        Error,
        || all(5, "202506"),
        || one(golden(Upplan).with_all(5, "202506").named(name(Upplan).replace("202505", "202506"))),
    ),
    case("file/empty", Error, || bytes(Upjsk, |_| Vec::new()), || one(Sheet::new(Upjsk, 1))),
    case("file/picture", Error, || picture(b"\x89PNG\r\n"), || picture(&[0xFF, 0xD8, 0xFF])),
    case(
        "file/findings-capped",
        Info,
        || one(Sheet::new(Upplan, 6).with_all(14, "x")),
        || one(Sheet::new(Upplan, 5).with_all(14, "x")),
    ),
    case(
        "file/record-limit",
        Warning,
        || field(Upplan, 18, &"長".repeat(2_500)),
        || field(Upplan, 18, &"長".repeat(1_800)),
    ),
];
