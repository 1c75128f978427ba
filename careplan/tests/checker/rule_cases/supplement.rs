//! Cases of 利用者補足情報 of a use table.

use careplan::diagnostic::Severity::{Error, Info, Warning};
use careplan::layout::Kind::Uphosoku;

use super::case::{Case, File, case, one};
use crate::golden::Sheet;

/// A supplement of 要介護1 in May 2025 with nothing but what is asked for, and some changes.
fn supplement(changes: &[(u16, &str)]) -> Vec<File> {
    let plain: &[(u16, &str)] =
        &[(13, "20250110"), (14, "20250201"), (15, "20260131"), (16, "2"), (18, "21"), (19, "16765"), (59, "")];
    let empty = std::iter::once(17).chain(20..=58).map(|no| (no, ""));
    let all = empty.chain(plain.iter().copied()).chain(changes.iter().copied());
    one(all.fold(Sheet::new(Uphosoku, 1), |sheet, (no, text)| sheet.with(1, no, text)))
}

pub(super) const CASES: &[Case] = &[
    case("record/limit-slots", Error, || supplement(&[(24, "15")]), || supplement(&[(20, "15"), (24, "11")])),
    case("record/limit-slots", Error, || supplement(&[(20, "15"), (52, "11")]), || supplement(&[])),
    case("record/limit-slot-type", Warning, || supplement(&[(20, "23")]), || supplement(&[(20, "22")])),
    case(
        "record/limit-slot-sum",
        Warning,
        || supplement(&[(20, "15"), (21, "1000"), (22, "1200"), (23, "100")]),
        || supplement(&[(20, "15"), (21, "1000"), (22, "1200"), (23, "200"), (56, "200")]),
    ),
    case(
        "record/limit-slot-sum",
        Warning,
        || supplement(&[(20, "15"), (21, "1000"), (22, "900"), (23, "0"), (56, "1")]),
        || supplement(&[(20, "15"), (21, "1000"), (22, "900"), (23, "0")]),
    ),
    case("record/limit-amount", Warning, || supplement(&[(19, "19705")]), || supplement(&[])),
    case("record/limit-amount", Warning, || supplement(&[(19, "16692")]), || supplement(&[(19, "")])),
    // Raised by ordinance.
    case("record/limit-amount", Info, || supplement(&[(19, "18000")]), || supplement(&[(16, "1"), (19, "1")])),
    case("record/limit-amount", Warning, || supplement(&[(19, "30000")]), || supplement(&[])),
    // The heaviest level of the month, and 事業対象者 as the municipality has it.
    case(
        "record/limit-amount",
        Warning,
        || supplement(&[(17, "20250515"), (59, "22")]),
        || supplement(&[(17, "20250515"), (59, "22"), (19, "19705")]),
    ),
    case(
        "record/limit-amount",
        Info,
        || supplement(&[(17, "20250515"), (19, "19705")]),
        || supplement(&[(18, "06"), (19, "10473")]),
    ),
    case("record/limit-period", Warning, || supplement(&[(15, "20250430")]), || supplement(&[(15, "20250531")])),
    case("record/limit-period", Warning, || supplement(&[(14, "20250601")]), || supplement(&[(14, "20250531")])),
    case(
        "record/level-change",
        Info,
        || supplement(&[(17, "20250515")]),
        || supplement(&[(17, "20250515"), (59, "22")]),
    ),
    case("record/level-change", Info, || supplement(&[(59, "21")]), || supplement(&[(17, "20250501")])),
];
