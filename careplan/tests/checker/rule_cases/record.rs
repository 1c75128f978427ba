//! Cases of rules about the fields of one record: use tables and sheets of the preventive kinds.

use careplan::diagnostic::Severity::{Error, Info, Warning};
use careplan::layout::Kind;
use careplan::layout::Kind::{Up1kyo, Up2kyo, Up3kyo, Upjsk, Upkihon, Upplan, Upsikyu, Upyobo, UpyoboSub};

use super::case::{Case, File, case, field, golden, one};

/// A golden file with other contents of some fields of its second record.
fn fields(kind: Kind, changes: &[(u16, &str)]) -> Vec<File> {
    one(changes.iter().fold(golden(kind), |sheet, (no, text)| sheet.with(2, *no, text)))
}

fn prorata(month: &str, day: &str, bits: &str) -> Vec<File> {
    fields(Upplan, &[(5, month), (10, day), (11, bits)])
}

const FIRST_30: &str = "1111111111111111111111111111110";
const ALL_31: &str = "1111111111111111111111111111111";
const NONE: &str = "0000000000000000000000000000000";

pub(super) const CASES: &[Case] = &[
    case(
        "record/consultation-detail",
        Error,
        || fields(Upkihon, &[(8, "03"), (9, "")]),
        || fields(Upkihon, &[(8, "02"), (9, "")]),
    ),
    case(
        "record/condition-detail",
        Error,
        || fields(Upkihon, &[(12, "02"), (13, "")]),
        || fields(Upkihon, &[(12, "01"), (13, "")]),
    ),
    case(
        "record/one-time-untimed",
        Warning,
        || fields(Upplan, &[(12, "9999"), (13, "1000")]),
        || fields(Upplan, &[(12, "9999"), (13, "9999")]),
    ),
    case("record/one-time-untimed", Warning, || field(Upjsk, 13, "9999"), || field(Upjsk, 13, "1000")),
    case(
        "record/past-midnight",
        Info,
        || fields(Upplan, &[(12, "2330"), (13, "0030")]),
        || fields(Upplan, &[(12, "2330"), (13, "2359")]),
    ),
    case("record/use-day-month", Error, || field(Upplan, 10, "20250601"), || field(Upplan, 10, "20250531")),
    case("record/use-day-month", Error, || field(Upjsk, 10, "20240501"), || field(Upjsk, 10, "20250531")),
    case(
        "record/prorata-beyond-month",
        Warning,
        || prorata("202506", "20250601", ALL_31),
        || prorata("202506", "20250601", FIRST_30),
    ),
    case(
        "record/prorata-no-day",
        Warning,
        || prorata("202505", "20250501", NONE),
        || prorata("202505", "20250501", ALL_31),
    ),
    case(
        "record/prorata-day-outside",
        Warning,
        || prorata("202505", "20250531", FIRST_30),
        || prorata("202505", "20250530", FIRST_30),
    ),
    case(
        "record/prorata-day-outside",
        Warning,
        || field(Upplan, 10, "20250503"),
        || fields(Upplan, &[(10, "20250503"), (11, "")]),
    ),
    case(
        "record/over-30-scope",
        Warning,
        || fields(Upplan, &[(15, "111111"), (23, "1")]),
        || fields(Upplan, &[(15, "212111"), (23, "1")]),
    ),
    case(
        "record/over-30-scope",
        Warning,
        || fields(Upsikyu, &[(9, "15ZZZZ"), (33, "1")]),
        || fields(Upsikyu, &[(9, "22ZZZZ"), (33, "1")]),
    ),
    case("record/detail-no-scope", Info, || field(Upplan, 19, "1"), || one(golden(Upplan).with_all(15, "171003"))),
    case("record/tais-scope", Info, || field(Upplan, 15, "111111"), || one(golden(Upplan).with_all(15, "671003"))),
    case(
        "record/tais-scope",
        Info,
        || field(Upsikyu, 10, "00001-000010"),
        || one(golden(Upsikyu).with_all(9, "171003")),
    ),
    case("record/use-count", Warning, || field(Upplan, 14, "0"), || field(Upplan, 14, "2")),
    case("record/use-count", Warning, || field(Upplan, 14, "-1"), || field(Upplan, 14, "99")),
    case("record/use-count", Warning, || field(Upjsk, 14, "0"), || field(Upjsk, 14, "1")),
    case(
        "record/merged-visits",
        Info,
        || fields(Upplan, &[(12, "0900"), (13, "1700"), (14, "2")]),
        || fields(Upplan, &[(12, "0900"), (13, "1700"), (14, "1")]),
    ),
    case(
        "record/made-after-sending",
        Warning,
        || field(Upplan, 4, "20250426"),
        || one(golden(Upplan).with_all(4, "20250425")),
    ),
    case(
        "record/made-after-sending",
        Warning,
        || field(Up1kyo, 14, "20250426"),
        || one(golden(Up1kyo).with_all(4, "20250425").with_all(14, "20250425")),
    ),
    case(
        "record/valid-period",
        Warning,
        || fields(Up1kyo, &[(19, "20250601"), (20, "20250531")]),
        || fields(Up1kyo, &[(19, "20250601"), (20, "20250630")]),
    ),
    case(
        "record/valid-period",
        Warning,
        || fields(Upkihon, &[(24, "20250601"), (25, "20250531")]),
        || fields(Upkihon, &[(24, "20250601"), (25, "")]),
    ),
    case(
        "record/valid-period-length",
        Warning,
        || fields(Upyobo, &[(10, "20250401"), (11, "20350331")]),
        || fields(Upyobo, &[(10, "20250415"), (11, "20290430")]),
    ),
    case(
        "record/valid-period-length",
        Warning,
        || fields(Up1kyo, &[(19, "20250401"), (20, "20291231")]),
        || fields(Up1kyo, &[(19, "20250401"), (20, "99991231")]),
    ),
    case(
        "record/valid-period-end",
        Info,
        || field(Up1kyo, 20, "20280228"),
        || one(golden(Up1kyo).with_all(20, "20280229")),
    ),
    case(
        "record/certified-empty",
        Info,
        || fields(Up1kyo, &[(17, "2"), (21, "")]),
        || fields(Up1kyo, &[(17, "1"), (21, "")]),
    ),
    case("record/birth-date", Warning, || field(Upkihon, 17, "20150101"), || field(Upkihon, 17, "19850601")),
    case("record/birth-date", Warning, || field(Upkihon, 17, "18790101"), || field(Upkihon, 17, "19150101")),
    case(
        "record/h-number-age",
        Warning,
        || fields(Upkihon, &[(3, "H123456789"), (17, "19400301")]),
        || fields(Upkihon, &[(3, "H123456789"), (17, "19650301")]),
    ),
    case("record/goal-number", Error, || field(Up2kyo, 6, "0"), || field(Up2kyo, 6, "99")),
    case("record/goal-number", Error, || field(Up2kyo, 13, "-1"), || field(Up2kyo, 13, "")),
    case("record/support-number", Warning, || field(UpyoboSub, 5, "0"), || field(UpyoboSub, 5, "2")),
    case("record/support-number", Warning, || field(UpyoboSub, 14, "a"), || field(UpyoboSub, 14, "")),
    case(
        "record/week-mixed",
        Info,
        || field(Up3kyo, 6, "訪問介護"),
        || {
            let empty = [6, 7, 8, 9, 13].into_iter();
            one(empty.fold(golden(Up3kyo), |sheet, no| sheet.with_all(no, "")))
        },
    ),
    case("record/week-half-time", Info, || field(Up3kyo, 9, ""), || fields(Up3kyo, &[(8, ""), (9, "")])),
    case(
        "record/lost-roman-numeral",
        Info,
        || field(Upplan, 21, "訪問型独自サービスU"),
        || field(Upplan, 21, "訪問型独自サービス TVU"),
    ),
    case("record/lost-roman-numeral", Info, || field(Up2kyo, 16, "第３段階@"), || field(Up2kyo, 16, "見本社")),
    case(
        "record/lost-wave-dash",
        Info,
        || field(Up2kyo, 20, "2026年1月?6か月"),
        || field(Up2kyo, 20, "2026年1月～6か月"),
    ),
    case("record/lost-wave-dash", Info, || field(UpyoboSub, 17, "4月?"), || field(UpyoboSub, 17, "4月")),
];
