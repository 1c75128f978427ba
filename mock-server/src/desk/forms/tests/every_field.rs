//! Nothing of the data is lost without a word: every field of every kind changes its form, or is
//! in the table of what is not shown.

use bytes::Bytes;
use careplan::layout::{Field, Format, Kind, Layout};
use careplan::text::Lang;

use crate::desk::forms::hidden::HIDDEN;
use crate::desk::forms::{Paper, form, render};

/// The name of a file of a kind.
pub(super) fn file_name(kind: Kind) -> String {
    let month = if kind.month_in_name() { "_202510" } else { "" };
    format!("{}{month}_9970000001_43_9970000002_15_20250920101500.CSV", kind.code())
}

/// Two contents that a field may hold.
fn contents(field: &Field) -> [String; 2] {
    let pair = |one: &str, other: &str| [one.to_owned(), other.to_owned()];
    match field.format {
        Format::Version => pair("202407", "202208"),
        Format::Month | Format::MonthOrZero => pair("202510", "202511"),
        Format::Date | Format::BirthDate | Format::DateOrZero => pair("20251006", "20251007"),
        Format::Time | Format::WeekTime => pair("0900", "1000"),
        Format::Integer => pair("1", "2"),
        Format::Decimal => pair("10.21", "11.12"),
        Format::Code => {
            let codes = field.codes.unwrap().entries;
            pair(codes.first().unwrap().0, codes.last().unwrap().0)
        }
        Format::InsuredNo | Format::OfficeNo | Format::OfficeNoOrTotal => pair("9970000001", "9970000002"),
        Format::InsurerNo => pair("990001", "990002"),
        Format::ServiceCode | Format::ServiceCodeOrTotal => pair("151241", "151242"),
        Format::ServiceType => pair("15", "78"),
        Format::Postal => pair("000-0001", "000-0002"),
        Format::MonthBits => pair(&format!("1{:030}", 0), &format!("11{:029}", 0)),
        Format::FixedNines => pair("9999999999", "9999999998"),
        Format::Branch => pair("01", "02"),
        Format::Tais | Format::Phone => pair("00000-00001", "00000-00002"),
        Format::Text | Format::ImageName | Format::Other | Format::Unused => {
            pair(&format!("text{}", field.no), &format!("other{}", field.no))
        }
    }
}

fn drawn(layout: &Layout, lang: Lang, contents: &[String]) -> String {
    let name = file_name(layout.kind);
    let bytes = Bytes::from(format!("{}\r\n", contents.join(",")));
    let forms = render(&[Paper { name, bytes }], lang, 0);
    assert_eq!(forms.forms, 1, "{}", layout.kind.code());
    // What the check says of the file is not the form.
    let body = forms.body.0;
    body[body.find("<article class=\"sheet").unwrap()..].to_owned()
}

#[test]
fn every_field_of_every_kind_changes_its_form_or_is_hidden_with_a_reason() {
    for layout in Kind::ALL.iter().filter_map(|kind| kind.layout()) {
        let usual: Vec<String> = layout.fields.iter().map(|field| contents(field)[0].clone()).collect();
        for lang in [Lang::Ja, Lang::En] {
            let before = drawn(layout, lang, &usual);
            for (index, field) in layout.fields.iter().enumerate() {
                let mut changed = usual.clone();
                changed[index] = contents(field)[1].clone();
                let is_hidden = HIDDEN.iter().any(|(ident, reason)| *ident == field.ident && !reason.is_empty());
                let is_shown = drawn(layout, lang, &changed) != before;
                assert_eq!(is_shown, !is_hidden, "{} {}", layout.kind.code(), field.ident);
            }
        }
    }
}

#[test]
fn what_is_hidden_stands_in_a_layout() {
    for (ident, _) in HIDDEN {
        let mut fields = Kind::ALL.iter().filter_map(|kind| kind.layout()).flat_map(|layout| layout.fields);
        assert!(fields.any(|field| field.ident == *ident), "{ident}");
    }
}

#[test]
fn every_kind_has_one_form() {
    for &kind in Kind::ALL {
        let forms = form::FORMS.iter().filter(|form| form.kinds.contains(&kind)).count();
        // The picture stands inside the basic information.
        assert_eq!(forms, usize::from(kind.is_csv()), "{}", kind.code());
    }
}

#[test]
fn an_unknown_code_is_shown_as_it_stands() {
    for layout in Kind::ALL.iter().filter_map(|kind| kind.layout()) {
        let usual: Vec<String> = layout.fields.iter().map(|field| contents(field)[0].clone()).collect();
        for (index, _) in layout.fields.iter().enumerate().filter(|(_, field)| field.format == Format::Code) {
            let mut changed = usual.clone();
            changed[index] = "Z9".to_owned();
            let page = drawn(layout, Lang::Ja, &changed);
            assert!(page.contains("Z9"), "{} No.{}", layout.kind.code(), index + 1);
            // The weekday of 第3表 is not in the table then; everywhere else the words stand beside it.
            assert!(page.contains("（コード不明）"), "{} No.{}", layout.kind.code(), index + 1);
        }
    }
}
