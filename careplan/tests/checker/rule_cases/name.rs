//! Cases of names, and of who sends what to whom.

use careplan::diagnostic::Severity::{Error, Info, Warning};
use careplan::layout::Kind::{Uphosoku, Upjsk, Upkihon, Upplan};

use super::case::{Case, File, case, field, golden, named, one};

const PLAN: &str = "UPPLAN_202505_9970000001_43_9970000002_15_20250425101500.CSV";

fn plan(from: &str, to: &str) -> Vec<File> {
    named(Upplan, &PLAN.replace(from, to))
}

fn kihon(name: &str) -> Vec<File> {
    named(Upkihon, name)
}

fn text(name: &str) -> Vec<File> {
    vec![File { name: name.to_owned(), bytes: b"read me\r\n".to_vec() }]
}

pub(super) const CASES: &[Case] = &[
    case("name/not-exchange", Info, || text("README.txt"), || one(golden(Upplan))),
    case("name/not-exchange", Info, || text("plan.pdf"), || text("plan.csv")),
    case("name/broken", Error, || text("plan.csv"), || text("README.txt")),
    case("name/broken", Error, || named(Upplan, "data.txt"), || text("data.txt")),
    case("name/broken", Error, || plan("_202505", ""), || plan("", "")),
    case("name/broken", Error, || plan("_202505", "_202513"), || plan("_202505", "_202506")),
    case("name/broken", Error, || plan("UPPLAN", "upplan"), || plan(".CSV", ".csv")),
    case("name/broken", Error, || plan(".CSV", ".TXT"), || plan(".CSV", ".Csv")),
    case("name/broken", Error, || plan(".CSV", " (1).CSV"), || plan("", "")),
    case("name/broken", Error, || plan("9970000001", "99700001"), || plan("9970000001", "99A0000001")),
    case("name/broken", Error, || plan("_43_", "__"), || plan("_43_", "_AF_")),
    case("name/broken", Error, || plan("_15_", "_2a_"), || plan("_15_", "_2A_")),
    case("name/broken", Error, || plan("20250425101500", "20250431101500"), || plan("101500", "235959")),
    case("name/broken", Error, || plan("101500", "246060"), || plan("101500", "000000")),
    case(
        "name/broken",
        Error,
        || plan("202505_", "000000_"),
        || one(golden(Uphosoku).named("UPHOSOKU_000000_9970000001_43_9970000002_15_20250425101500.CSV")),
    ),
    case("name/version3", Error, || plan("_43_9970000002_15", "_9970000002"), || plan("", "")),
    case("name/version40", Error, || plan("_43_9970000002_15", "_430_9970000002_150"), || plan("", "")),
    case("name/extension-case", Info, || plan(".CSV", ".csv"), || plan("", "")),
    case("name/nine-digit-office", Info, || plan("9970000001", "997000001"), || plan("", "")),
    case("name/fifteen-digit-serial", Info, || plan("20250425101500", "202504251015000"), || plan("", "")),
    case(
        "name/zero-month",
        Info,
        || kihon("UPKIHON_000000_9970000001_46_9970000002_A6_20250425101500.CSV"),
        || kihon("UPKIHON_9970000001_46_9970000002_A6_20250425101500.CSV"),
    ),
    case("name/service-scope", Warning, || plan("_15_", "_33_"), || plan("_15_", "_38_")),
    case("name/service-scope", Warning, || plan("_43_", "_81_"), || plan("_43_", "_46_")),
    case("name/same-office", Warning, || plan("9970000002", "9970000001"), || plan("", "")),
    case(
        "flow/swapped-types",
        Info,
        || named(Upjsk, "UPJSK_202505_9970000002_43_9970000001_11_20250501000000.CSV"),
        || named(Upjsk, "UPJSK_202505_9970000002_11_9970000001_43_20250501000000.CSV"),
    ),
    case(
        "flow/direction",
        Warning,
        || plan("9970000001_43_9970000002_15", "9970000002_15_9970000001_43"),
        || plan("_15_", "_46_"),
    ),
    case(
        "flow/other-office-actuals",
        Warning,
        || field(Upjsk, 20, "9970000003"),
        || {
            // A care manager forwards everybody's actual use (R98).
            let name = "UPJSK_202505_9970000001_43_9970000004_46_20250501000000.CSV";
            one(golden(Upjsk).with(2, 20, "9970000003").named(name))
        },
    ),
];
