//! Contents that a row of the layout makes right or wrong, by its format. They follow from the
//! row, not from the checker: a wrong content names the rule that has to speak of it.

use std::borrow::Cow;

use careplan::csv::quote_into;
use careplan::encoding;
use careplan::layout::{Field, Format, Kind, MaxLen, Required};

/// One wrong content, as it stands in the file.
#[derive(Clone, Debug)]
pub(super) struct Wrong {
    /// The id of the rule that has to speak.
    pub(super) rule: &'static str,
    /// The bytes between the commas, quotes included.
    pub(super) raw: Vec<u8>,
}

/// A content that the field takes, as it stands in the file.
pub(super) fn right(field: &Field) -> Vec<u8> {
    let text = match field.format {
        Format::Version => "202407",
        Format::Month | Format::MonthOrZero => "202505",
        Format::Date | Format::BirthDate | Format::DateOrZero => "19500520",
        Format::Time | Format::WeekTime => "0930",
        Format::Integer | Format::Branch | Format::Other => "1",
        Format::Decimal => "10.00",
        Format::Code => field.codes.and_then(|table| table.entries.first()).map_or("", |(code, _)| *code),
        Format::InsuredNo => "0000000001",
        Format::InsurerNo => "990001",
        Format::OfficeNo | Format::OfficeNoOrTotal => "9970000002",
        Format::ServiceCode | Format::ServiceCodeOrTotal => "152441",
        Format::ServiceType => "15",
        Format::Postal => "000-0001",
        Format::Phone => "00-0000-0001",
        Format::Tais => "09998-000101",
        Format::MonthBits => "1100000000000000000000000000000",
        Format::FixedNines => "9999999999",
        Format::ImageName => return raw(field, &picture_name("_0001.jpg")),
        // The numbers of 予防別表 are free text of two characters.
        Format::Text if field.max_len != MaxLen::Free => "1",
        Format::Text => "架空の文",
        // Not used: only nothing is surely taken.
        Format::Unused => "",
    };
    raw(field, text)
}

/// The wrong contents of a field: one per rule that can speak of it. None of the 398 fields takes
/// anything: even free text without a limit knows no 外字 and has to stand in quotes.
pub(super) fn wrong(field: &Field) -> Vec<Wrong> {
    let mut wrong: Vec<Wrong> =
        of_format(field.format).iter().map(|&(rule, text)| Wrong { rule, raw: raw(field, text) }).collect();
    if field.format == Format::ImageName {
        wrong.push(Wrong { rule: "field/image-name", raw: raw(field, &picture_name(".jpg")) });
    }
    if matches!(field.required, Required::Yes | Required::Unknown) {
        wrong.push(Wrong { rule: "field/required", raw: raw(field, "") });
    }
    if let Some(text) = too_long(field) {
        wrong.push(Wrong { rule: "field/length", raw: raw(field, &text) });
    }
    if field.format.is_free_text() {
        let bare = |text| encoding::encode(text).unwrap_or_default();
        wrong.push(Wrong { rule: "csv/free-text-unquoted", raw: bare("架空の文") });
        wrong.push(Wrong { rule: "csv/free-text-bare-empty", raw: Vec::new() });
        wrong.push(Wrong { rule: "bytes/gaiji", raw: b"\"\xF0\x40\"".to_vec() });
        wrong.push(Wrong { rule: "bytes/unassigned", raw: b"\"\x85\x40\"".to_vec() });
    }
    wrong
}

/// One character more than 項目長, where the format itself does not fix the length.
fn too_long(field: &Field) -> Option<Cow<'static, str>> {
    let MaxLen::Chars(max) = field.max_len else { return None };
    matches!(field.format, Format::Integer | Format::Phone | Format::Other | Format::Branch | Format::Text)
        .then(|| "9".repeat(usize::from(max) + 1).into())
}

/// Rule and content; one content per rule is enough here.
const fn of_format(format: Format) -> &'static [(&'static str, &'static str)] {
    match format {
        Format::Version => {
            &[("file/version", "202410"), ("file/version-withdrawn", "202504"), ("field/full-width", "２０２４０７")]
        }
        Format::Month => {
            &[("field/month", "202513"), ("field/spreadsheet", "2.03E+05"), ("field/full-width", "２０２５０５")]
        }
        Format::MonthOrZero => &[("field/month", "202513"), ("field/full-width", "２０２５０５")],
        Format::Date | Format::BirthDate => {
            &[("field/date", "20250431"), ("field/spreadsheet", "2.03E+07"), ("field/full-width", "２０２５０５０１")]
        }
        Format::DateOrZero => &[("field/date", "20250431")],
        Format::Time | Format::WeekTime => &[("field/time", "0960"), ("field/full-width", "０９３０")],
        Format::Integer => &[
            ("field/integer", "A"),
            ("field/spreadsheet", "1.10E+02"),
            ("field/integer-style", "+1"),
            ("field/full-width", "１"),
        ],
        Format::Decimal => &[("field/decimal", "10.0"), ("field/spreadsheet", "1.00E+01")],
        Format::Code => &[("field/code", "Z")],
        Format::InsuredNo => &[
            ("field/insured-no", "000000001"),
            ("field/spreadsheet", "1.23E+08"),
            ("field/full-width", "００００００００１２"),
        ],
        Format::InsurerNo => &[("field/insurer-no", "99001"), ("field/full-width", "９９０００１")],
        Format::OfficeNo | Format::OfficeNoOrTotal => &[
            ("field/office-no", "997000000"),
            ("field/spreadsheet", "9.97E+09"),
            ("field/full-width", "９９７０００００02"),
        ],
        Format::ServiceCode | Format::ServiceCodeOrTotal => &[
            ("field/service-code", "15244"),
            ("field/service-scope", "331111"),
            ("field/spreadsheet", "1.10E+02"),
            ("field/full-width", "１５２４４１"),
        ],
        Format::ServiceType => {
            &[("field/service-type", "1"), ("field/service-scope", "99"), ("field/full-width", "１５")]
        }
        Format::Postal => &[("field/postal", "0000001")],
        Format::Tais => &[("field/tais", "00001－000010"), ("field/spreadsheet", "1.00E+10")],
        Format::MonthBits => {
            &[("field/month-bits", "110000000000000000000000000000"), ("field/spreadsheet", "1.10E+30")]
        }
        Format::Branch => &[("field/branch", "-1"), ("field/full-width", "１")],
        Format::FixedNines => &[("field/fixed-nines", "9999999998"), ("field/spreadsheet", "9.99E+09")],
        Format::ImageName => &[("field/image-name", "写真.jpg")],
        Format::Unused => &[("field/identifier", "1")],
        // Only their length, their quotes and their characters can be wrong.
        Format::Phone | Format::Text | Format::Other => &[],
    }
}

/// A text as the field writes it; every text of the tables is in MS932.
fn raw(field: &Field, text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let written = if field.format.is_free_text() {
        quote_into(text, &mut bytes)
    } else {
        encoding::encode_into(text, &mut bytes)
    };
    debug_assert!(written.is_ok(), "{text}");
    bytes
}

/// The name of a family picture of invented offices.
fn picture_name(tail: &str) -> String {
    format!("{}_9970000001_43_9970000002_15_20250425101500{tail}", Kind::UpkihonImage.code())
}
