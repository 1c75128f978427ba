//! Contents that are not of a format.

use careplan::layout::Format;

/// Formats that take any content.
pub(crate) const UNJUDGED: &[Format] = &[Format::Text, Format::ImageName, Format::Other, Format::Unused];

/// Every other format with contents that it refuses, a `|` between them.
pub(crate) const REFUSED: &[(Format, &str)] = &[
    (Format::Version, "20240|2024071|２０２４０７|2.0E+5"),
    (Format::Month, "202513|202500|000004|20254|2025-4|20250401|+20254|２０２５０４"),
    (Format::MonthOrZero, "202513|00000|0000000|000001"),
    (
        Format::Date,
        "20250431|20250229|19000229|20250400|20251301|00000101|2025041|202504011|2025/4/1|R7040100|2025 401|２０２５０４０１",
    ),
    (Format::BirthDate, "19460230|00000000|1946021"),
    (Format::DateOrZero, "20250431|0000000|000000000"),
    (Format::Time, "2401|0960|930|09300|09:30|2500|9998|０９３０|+930"),
    (Format::WeekTime, "3000|2460|900|12:00|9998|月曜日"),
    (Format::Integer, "１|1.0|1,000|-|+|--1|1 | 1|1E+02|0x1|9223372036854775808"),
    (Format::Decimal, "10|10.0|10.000|.00|１０.００|10,00|-1.00|+1.00|1000.00|10.0E"),
    (Format::Code, "99|X|１|0001|y"),
    (Format::InsuredNo, "123456789|12345678901|h123456789|HH12345678|A123456789|１２３４５６７８９０|1.10E+02"),
    (Format::InsurerNo, "12345|1234567|12345A|１２３４５６"),
    (Format::OfficeNo, "123456789|12345678901|12a4567890|123456789 |12-4567890"),
    (Format::OfficeNoOrTotal, "999999999|99999999999|12a4567890"),
    (Format::ServiceCode, "11111|1111111|11b401|1.10E+02|11-111|１１１１１１"),
    (Format::ServiceCodeOrTotal, "99999|15aaaa|9999999|15AAA"),
    (Format::ServiceType, "1|111|2a|１１"),
    (Format::Postal, "1000001|100-00011|1000-001|10A-0001|100-000A|100－0001|１００-０００１"),
    (Format::Phone, "０３-1234-5678|0312345678901234|03\t1234|電話なし"),
    (Format::Tais, "00001－000010|00001-0000100|00001_00010|０００１"),
    (
        Format::MonthBits,
        "1|111111111111111111111111111111|11111111111111111111111111111111|2000000000000000000000000000000|１０",
    ),
    (Format::Branch, "123|-1|１| 1"),
    (Format::FixedNines, "999999999|99999999999|0000000000"),
];
