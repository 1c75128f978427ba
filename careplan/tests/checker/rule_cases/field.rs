//! One case of every rule about fields; `every_field` walks the rest.

use careplan::diagnostic::Severity::{Error, Info, Warning};
use careplan::layout::Kind::{
    Dltjsk, Up1kyo, Up2kyo, Up3kyo, Uphosoku, Upjsk, Upkihon, Upplan, Upsikyu, Upyobo, UpyoboSub,
};

use super::case::{Case, case, field};

pub(super) const CASES: &[Case] = &[
    case("field/required", Error, || field(Dltjsk, 6, ""), || field(Upplan, 24, "")),
    case("field/required", Warning, || field(Upplan, 6, ""), || field(Upyobo, 6, "")),
    case("field/required", Info, || field(Upplan, 8, ""), || field(Upplan, 8, "0")),
    case("field/length", Error, || field(Upplan, 14, "100"), || field(Upplan, 14, "99")),
    case("field/length", Error, || field(UpyoboSub, 5, "100"), || field(UpyoboSub, 5, "99")),
    case("field/length", Info, || field(UpyoboSub, 5, "１０"), || field(UpyoboSub, 5, "10")),
    case("field/length", Info, || field(Upsikyu, 30, "12345"), || field(Upsikyu, 30, "12")),
    case("field/length", Error, || field(Upsikyu, 13, "-1000000"), || field(Upsikyu, 13, "-999999")),
    case("field/date", Error, || field(Upyobo, 56, "20250231"), || field(Upyobo, 56, "20240229")),
    case("field/date", Info, || field(Upkihon, 4, "202505"), || field(Upkihon, 4, "20250501")),
    case("field/date", Error, || field(Upkihon, 70, "202505"), || field(Upkihon, 70, "20250501")),
    case("field/month", Error, || field(Uphosoku, 63, "202513"), || field(Uphosoku, 63, "202512")),
    case("field/time", Error, || field(Upplan, 12, "0960"), || field(Upplan, 12, "9999")),
    case("field/time", Info, || field(Up3kyo, 8, "2530"), || field(Up3kyo, 8, "2359")),
    case("field/integer", Error, || field(Upplan, 9, "1.5"), || field(Upplan, 9, "15")),
    case("field/integer", Info, || field(Upplan, 19, "A"), || field(Upplan, 19, "1")),
    case("field/integer-style", Info, || field(Upplan, 9, "007"), || field(Upplan, 9, "7")),
    case("field/decimal", Error, || field(Upsikyu, 23, "10.7"), || field(Upsikyu, 23, "10.70")),
    case("field/code", Error, || field(Up1kyo, 21, "01"), || field(Upkihon, 23, "01")),
    case("field/code", Error, || field(Upkihon, 23, "06"), || field(Up1kyo, 21, "06")),
    case("field/insured-no", Error, || field(Upplan, 3, "123456789"), || field(Upplan, 3, "H123456789")),
    case("field/insurer-no", Error, || field(Upplan, 2, "12345"), || field(Upplan, 2, "012345")),
    case("field/office-no", Error, || field(Upplan, 20, "300000100"), || field(Upplan, 20, "0300000100")),
    case("field/office-no", Warning, || field(Upplan, 20, "99700A0002"), || field(Upplan, 20, "99A0000002")),
    case("field/service-code", Error, || field(Upplan, 15, "1524"), || field(Upplan, 15, "15C441")),
    case("field/service-type", Error, || field(Dltjsk, 6, "7"), || field(Dltjsk, 6, "2A")),
    case("field/service-scope", Error, || field(Upsikyu, 9, "331111"), || field(Upsikyu, 9, "999999")),
    case("field/service-scope", Warning, || field(Upplan, 15, "A91111"), || field(Upplan, 15, "A81111")),
    case("field/postal", Error, || field(Up1kyo, 5, "0000001"), || field(Up1kyo, 5, "000-0001")),
    case("field/tais", Error, || field(Upplan, 16, "00001－000010"), || field(Upplan, 16, "00001-000010")),
    case("field/tais", Info, || field(Upplan, 16, "A0001-000010"), || field(Upplan, 16, "00001-000010")),
    case("field/branch", Info, || field(Upplan, 22, "A1"), || field(Upplan, 22, "1")),
    case("field/time", Info, || field(Upplan, 13, "2400"), || field(Upplan, 13, "2359")),
    case("field/month-bits", Error, || field(Upplan, 11, &"1".repeat(30)), || field(Upplan, 11, &"1".repeat(31))),
    case("field/branch", Error, || field(Upplan, 22, "-1"), || field(Upplan, 22, "01")),
    case("field/fixed-nines", Error, || field(Upsikyu, 34, "9970000001"), || field(Upsikyu, 34, "")),
    case(
        "field/image-name",
        Error,
        || field(Upkihon, 62, "家族.jpg"),
        || field(Upkihon, 62, "UPKIHON_IMAGE_9970000001_46_9970000002_A6_20250425101500_0001.JPG"),
    ),
    case("field/identifier", Info, || field(Upplan, 25, "1"), || field(Upplan, 25, "")),
    case("field/spreadsheet", Error, || field(Upjsk, 15, "1.10E+02"), || field(Upjsk, 15, "11E001")),
    case("field/full-width", Info, || field(Up2kyo, 6, "１"), || field(Up2kyo, 6, "1")),
];
