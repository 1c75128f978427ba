//! Contents of fields and records, derived from the layouts, for tests of every kind.

use std::collections::HashMap;
use std::sync::LazyLock;

use careplan::layout::{Field, Format, Kind, Layout, MaxLen, Required};
use careplan::value::{Date, YearMonth};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};

/// The layouts of all kinds that have one.
pub(crate) fn layouts() -> impl Iterator<Item = &'static Layout> {
    Kind::ALL.iter().filter_map(|kind| kind.layout())
}

/// Canonical texts of a whole record.
pub(crate) fn record_texts(layout: &'static Layout) -> impl Strategy<Value = Vec<String>> {
    layout.fields.iter().map(field_text).collect::<Vec<_>>()
}

/// Texts of one record that is always the same and has every field filled that can be.
pub(crate) fn sample_record(layout: &'static Layout) -> Vec<String> {
    static SAMPLES: LazyLock<HashMap<Kind, Vec<String>>> = LazyLock::new(|| {
        let mut runner = TestRunner::deterministic();
        let sample = |layout: &'static Layout| {
            let filled = layout.fields.iter().map(filled_text).collect::<Vec<_>>();
            (layout.kind, filled.new_tree(&mut runner).unwrap().current())
        };
        layouts().map(sample).collect()
    });
    SAMPLES[&layout.kind].clone()
}

/// A runner that leaves no files behind.
pub(crate) fn runner(cases: u32) -> TestRunner {
    TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() })
}

fn field_text(field: &'static Field) -> BoxedStrategy<String> {
    match field.required {
        Required::Yes => filled_text(field),
        _ => prop_oneof![1 => Just(String::new()), 3 => filled_text(field)].boxed(),
    }
}

/// A canonical text that is not empty, by the format of the field.
fn filled_text(field: &'static Field) -> BoxedStrategy<String> {
    let length = match field.max_len {
        MaxLen::Chars(chars) => chars,
        MaxLen::Free | MaxLen::Unknown => 12,
    };
    match field.format {
        Format::Version => pattern("[0-9]{6}"),
        Format::Month => month(),
        Format::MonthOrZero => prop_oneof![Just("000000".to_owned()), month()].boxed(),
        Format::Date | Format::BirthDate => date(),
        Format::DateOrZero => prop_oneof![Just("00000000".to_owned()), date()].boxed(),
        Format::Time => pattern("([01][0-9]|2[0-3])[0-5][0-9]|2400|9999"),
        Format::WeekTime => pattern("[0-2][0-9][0-5][0-9]|9999"),
        // Running numbers, the integers whose names end so, begin at 1.
        Format::Integer if field.ident.ends_with("_no") => pattern(&format!("[1-9][0-9]{{0,{}}}", length - 1)),
        Format::Integer => pattern(&format!("0|-?[1-9][0-9]{{0,{}}}", length - 1)),
        Format::Decimal => pattern("(0|[1-9][0-9]{0,2})\\.[0-9]{2}"),
        Format::Code => {
            let entries = field.codes.unwrap().entries;
            select(entries).prop_map(|(code, _)| code.to_owned()).boxed()
        }
        Format::InsuredNo => pattern("[H0-9][0-9]{9}"),
        Format::InsurerNo => pattern("[0-9]{6}"),
        Format::OfficeNo => pattern("[0-9]{2}[0-9A-Z][0-9]{7}"),
        Format::OfficeNoOrTotal => pattern("[0-9]{2}[0-9A-Z][0-9]{7}|9999999999"),
        Format::ServiceCode => pattern("[0-9A-Z]{6}"),
        Format::ServiceCodeOrTotal => pattern("[0-9A-Z]{6}|[0-9A-Z]{2}(AAAA|EEEE|ZZZZ)|999999"),
        Format::ServiceType => pattern("[0-9A-Z]{2}"),
        Format::Postal => pattern("[0-9]{3}-[0-9]{4}"),
        Format::Phone => pattern("[0-9][-0-9() ]{0,14}"),
        Format::Tais => pattern("[0-9]{5}-[0-9]{6}"),
        Format::MonthBits => pattern("[01]{31}"),
        Format::Branch => pattern("[0-9A-Z]{1,2}"),
        Format::FixedNines => Just("9999999999".to_owned()).boxed(),
        Format::Text | Format::ImageName | Format::Other | Format::Unused => pattern(&format!("(?s).{{1,{length}}}")),
    }
}

fn pattern(regex: &str) -> BoxedStrategy<String> {
    proptest::string::string_regex(regex).unwrap().boxed()
}

fn month() -> BoxedStrategy<String> {
    (1..=9999_u16, 1..=12_u8)
        .prop_filter_map("no such month", |(year, month)| YearMonth::new(year, month))
        .prop_map(|month| month.to_string())
        .boxed()
}

fn date() -> BoxedStrategy<String> {
    (1..=9999_u16, 1..=12_u8, 1..=31_u8)
        .prop_filter_map("no such day", |(year, month, day)| Date::new(year, month, day))
        .prop_map(|date| date.to_string())
        .boxed()
}
