//! All fields of all kinds, each with what it must take, must refuse and must let pass.

mod wrong;

use careplan::diagnostic::{Finding, Severity};
use careplan::layout::{Confidence, Field, Format, Kind, Layout, MaxLen, Required};

use crate::golden::{ACROSS_RECORDS, Sheet, fields, raw, text, words};
use wrong::wrong;

/// The record of a file of three that is changed, so that places are not those of the beginning.
const RECORD: usize = 2;

/// A golden file whose first record has a line break in a free text, if the kind has one.
fn sheet(layout: &Layout) -> Sheet {
    let sheet = Sheet::new(layout.kind, 3);
    match layout.fields.iter().find(|field| field.format == Format::Text && field.max_len == MaxLen::Free) {
        Some(field) => sheet.with(1, field.no, "一行目\r\n二行目"),
        None => sheet,
    }
}

/// What is said of one field of the changed record.
fn said_of(sheet: &Sheet, no: u16) -> Vec<Finding> {
    let report = sheet.check();
    report
        .findings
        .into_iter()
        .filter(|finding| matches!(finding.rule.area(), "bytes" | "csv" | "name" | "field" | "file"))
        .filter(|finding| !ACROSS_RECORDS.contains(&finding.rule.id))
        .filter(|finding| finding.place.field.is_some_and(|field| field.no == no))
        .collect()
}

/// The weight that the policy leaves to a finding about a row of the layout.
fn weight(field: &Field, severity: Severity) -> Severity {
    if field.confidence == Confidence::Low { severity.min(Severity::Info) } else { severity }
}

fn at(layout: &Layout, field: &Field) -> String {
    format!("{} No.{} {}", layout.kind.code(), field.no, field.name)
}

/// Asserts that the rule speaks of this field, as loud as wanted, and points exactly there.
fn assert_said(layout: &Layout, field: &Field, sheet: &Sheet, rule: &str, severity: Severity) {
    let said = said_of(sheet, field.no);
    let what = format!("{}: {rule} {severity:?} wanted, said {:?}", at(layout, field), words(&said));
    let finding = said.iter().find(|finding| finding.rule.id == rule).unwrap_or_else(|| panic!("{what}"));
    assert_eq!(finding.severity, severity, "{what}");
    let (bytes, line) = sheet.place(RECORD, field.no);
    assert_eq!(finding.place.record, Some(RECORD as u64), "{what}");
    assert_eq!(finding.place.bytes, Some(bytes), "{what}");
    assert_eq!(finding.place.line, Some(line), "{what}");
    assert!(finding.source.contains(&format!("No.{}", field.no)), "{what}: {}", finding.source);
}

fn assert_silent(layout: &Layout, field: &Field, sheet: &Sheet, why: &str) {
    let said = said_of(sheet, field.no);
    assert!(said.is_empty(), "{} {why}: {:?}", at(layout, field), words(&said));
}

#[test]
fn the_layouts_hold_398_fields() {
    assert_eq!(fields().count(), 398);
}

#[test]
fn every_field_of_a_golden_file_passes() {
    for (layout, field) in fields() {
        assert_silent(layout, field, &sheet(layout), "as it should be");
    }
}

#[test]
fn an_empty_field_weighs_as_much_as_its_mark_is_sure() {
    for (layout, field) in fields() {
        let wanted = match (field.required, field.confidence) {
            (Required::Yes, Confidence::High) => Some(Severity::Error),
            (Required::Yes, Confidence::Medium) => Some(Severity::Warning),
            (Required::Yes, Confidence::Low) | (Required::Unknown, _) => Some(Severity::Info),
            (Required::Needed | Required::No, _) => None,
        };
        let empty = sheet(layout).with(RECORD, field.no, "");
        match wanted {
            Some(severity) => assert_said(layout, field, &empty, "field/required", severity),
            None => assert_silent(layout, field, &empty, "empty"),
        }
    }
}

#[test]
fn every_wrong_content_of_every_format_is_found_where_it_stands() {
    let mut probes = 0;
    for (layout, field) in fields() {
        for &(content, rule, severity) in wrong(field.format) {
            let sheet = sheet(layout).with(RECORD, field.no, content);
            assert_said(layout, field, &sheet, rule, weight(field, severity));
            probes += 1;
        }
    }
    assert!(probes > 1_000, "{probes}");
}

#[test]
fn only_formats_that_take_anything_have_no_wrong_content() {
    for (layout, field) in fields() {
        let takes_anything = matches!(field.format, Format::Text | Format::Other);
        assert_eq!(wrong(field.format).is_empty(), takes_anything, "{}", at(layout, field));
    }
}

#[test]
fn nothing_in_a_row_of_low_confidence_is_more_than_information_by_a_named_reading() {
    let unsure: Vec<_> = fields().filter(|(_, field)| field.confidence == Confidence::Low).collect();
    assert!(!unsure.is_empty());
    for (layout, field) in unsure {
        for content in ["", "A", "-1234567890123", "１", "\"", "1.10E+02"] {
            let said = said_of(&sheet(layout).with_raw(RECORD, field.no, raw_or_quoted(field, content)), field.no);
            let mut of_field = said.iter().filter(|finding| finding.rule.area() == "field");
            assert!(
                of_field.all(|finding| finding.severity == Severity::Info && finding.reading.is_some()),
                "{}: {:?}",
                at(layout, field),
                words(&said)
            );
        }
    }
}

/// A quote stands in quotes whatever the format.
fn raw_or_quoted(field: &Field, content: &str) -> Vec<u8> {
    if content == "\"" { b"\"\"\"\"".to_vec() } else { raw(field, content) }
}

#[test]
fn a_length_is_taken_to_its_end_and_not_beyond() {
    for (layout, field) in fields() {
        let MaxLen::Chars(max) = field.max_len else { continue };
        let filler = match field.format {
            Format::Integer | Format::Phone | Format::Other | Format::Branch | Format::Text => "9",
            _ => continue,
        };
        let full = filler.repeat(usize::from(max));
        assert_silent(layout, field, &sheet(layout).with(RECORD, field.no, &full), "at its full length");
        let longer = sheet(layout).with(RECORD, field.no, &format!("{full}9"));
        assert_said(layout, field, &longer, "field/length", weight(field, Severity::Error));
        if field.format == Format::Integer {
            let negative = sheet(layout).with(RECORD, field.no, &format!("-{full}"));
            assert_silent(layout, field, &negative, "at its full length behind a sign");
        }
    }
}

#[test]
fn a_field_of_fixed_length_takes_neither_one_character_less_nor_one_more() {
    let mut walked = 0;
    for (layout, field) in fields() {
        let fixed = !matches!(
            field.format,
            Format::Integer
                | Format::Phone
                | Format::Other
                | Format::Branch
                | Format::Text
                | Format::ImageName
                | Format::Unused
                | Format::Tais
        );
        let golden = text(field);
        if !fixed || golden.chars().count() < 2 {
            continue;
        }
        for content in [&golden[..golden.len() - 1], &format!("{golden}0")] {
            let said = said_of(&sheet(layout).with(RECORD, field.no, content), field.no);
            let error = said.iter().any(|finding| finding.severity == Severity::Error);
            assert!(error, "{} {content:?}: {:?}", at(layout, field), words(&said));
            walked += 1;
        }
    }
    assert!(walked > 300, "{walked}");
}

#[test]
fn every_code_of_every_table_is_taken_by_every_field_that_uses_it() {
    let mut codes = 0;
    for (layout, field) in fields() {
        let Some(table) = field.codes else { continue };
        for (code, label) in table.entries {
            assert_silent(layout, field, &sheet(layout).with(RECORD, field.no, code), label);
            codes += 1;
        }
    }
    assert!(codes > 150, "{codes}");
}

#[test]
fn a_low_confidence_length_of_two_takes_the_five_of_the_history_as_information() {
    let layout = Kind::Upsikyu.layout().unwrap();
    let field = layout.field(30).unwrap();
    let sheet = sheet(layout).with(RECORD, 30, "12345");
    assert_said(layout, field, &sheet, "field/length", Severity::Info);
    let said = said_of(&sheet, 30);
    assert_eq!(said[0].reading.map(|reading| reading.id), Some("C-2"));
}

#[test]
fn a_month_where_the_examples_show_one_for_a_day_is_information_and_elsewhere_an_error() {
    let mut taken = 0;
    for (layout, field) in fields().filter(|(_, field)| field.format == Format::Date) {
        let of_the_example = matches!(field.name, "相談日" | "計画作成(変更)日");
        let severity = if of_the_example { Severity::Info } else { Severity::Error };
        let sheet = sheet(layout).with(RECORD, field.no, "202401");
        assert_said(layout, field, &sheet, "field/date", severity);
        let reading = said_of(&sheet, field.no)[0].reading.map(|reading| reading.id);
        assert_eq!(reading, of_the_example.then_some("L-26"));
        taken += usize::from(of_the_example);
    }
    assert_eq!(taken, 7);
}

#[test]
fn free_text_without_quotes_or_with_strange_bytes_is_said_of_the_field() {
    for (layout, field) in fields().filter(|(_, field)| field.format.is_free_text()) {
        let numbers = field.format == Format::Text && field.max_len != MaxLen::Free;
        let bare = sheet(layout).with_raw(RECORD, field.no, text(field));
        let severity = if numbers { Severity::Info } else { Severity::Warning };
        assert_said(layout, field, &encoded(bare, field), "csv/free-text-unquoted", severity);
        let empty = sheet(layout).with_raw(RECORD, field.no, "");
        assert_said(layout, field, &empty, "csv/free-text-bare-empty", Severity::Info);
        for (bytes, rule) in [(&b"\"\xF0\x40\""[..], "bytes/gaiji"), (b"\"\x85\x40\"", "bytes/unassigned")] {
            let said = said_of(&sheet(layout).with_raw(RECORD, field.no, bytes), field.no);
            assert_eq!(said[0].rule.id, rule, "{}", at(layout, field));
            assert_eq!((said[0].severity, said[0].place.record), (Severity::Error, Some(RECORD as u64)));
        }
    }
}

/// The text of a field as MS932 bytes without quotes.
fn encoded(sheet: Sheet, field: &Field) -> Sheet {
    sheet.with_raw(RECORD, field.no, careplan::encoding::encode(&text(field)).unwrap())
}
