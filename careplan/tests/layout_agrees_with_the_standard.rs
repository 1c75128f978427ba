//! The declarations of `layout` against the table transcribed from the annex, row by row.

use std::collections::HashSet;

use careplan::layout::{Confidence, Field, Format, Kind, MaxLen, Required};

const TABLE: &str = include_str!("../spec/layout.tsv");

/// The column of the transcription that is a note for readers.
const NOTE: usize = 7;

fn max_len(field: &Field) -> String {
    match field.max_len {
        MaxLen::Chars(chars) => chars.to_string(),
        MaxLen::Free => "-".to_owned(),
        MaxLen::Unknown => "?".to_owned(),
    }
}

fn required(field: &Field) -> &'static str {
    match field.required {
        Required::Yes => "Y",
        Required::Needed => "W",
        Required::No => "N",
        Required::Unknown => "?",
    }
}

fn confidence(field: &Field) -> &'static str {
    match field.confidence {
        Confidence::High => "high",
        Confidence::Medium => "medium",
        Confidence::Low => "low",
    }
}

/// The codes as the transcription writes them. The special values of other formats belong to the
/// format itself, so they are repeated here.
fn codes(field: &Field) -> String {
    match field.format {
        Format::Time => "9999=時間表示の無いサービス".to_owned(),
        Format::OfficeNoOrTotal => "9999999999=全合計行".to_owned(),
        Format::ServiceCodeOrTotal => [
            "??AAAA=区分支給対象の種類別小計",
            "??EEEE=区分支給対象外の種類別小計",
            "??ZZZZ=30日超過分の種類別小計",
            "999999=全合計",
        ]
        .join(";"),
        Format::FixedNines => "9999999999=固定値".to_owned(),
        _ => field.codes.map_or_else(String::new, |table| {
            let entries: Vec<_> = table.entries.iter().map(|(code, label)| format!("{code}={label}")).collect();
            entries.join(";")
        }),
    }
}

#[test]
fn every_row_of_the_transcription_is_declared_and_nothing_else() {
    let declared = Kind::ALL.iter().filter_map(|kind| kind.layout()).flat_map(|layout| {
        layout.fields.iter().map(|field| {
            vec![
                layout.kind.code().to_owned(),
                field.no.to_string(),
                field.name.to_owned(),
                max_len(field),
                required(field).to_owned(),
                field.format.spec_name().to_owned(),
                codes(field),
                confidence(field).to_owned(),
            ]
        })
    });
    let declared: Vec<Vec<String>> = declared.collect();
    let transcribed: Vec<Vec<String>> = TABLE
        .lines()
        .skip(1)
        .map(|line| {
            let mut cells: Vec<_> = line.split('\t').map(str::to_owned).collect();
            assert_eq!(cells.len(), 9, "{line}");
            cells.remove(NOTE);
            cells
        })
        .collect();
    assert_eq!(transcribed.len(), 398);
    for (declared, transcribed) in declared.iter().zip(&transcribed) {
        assert_eq!(declared, transcribed);
    }
    assert_eq!(declared.len(), transcribed.len());
}

#[test]
fn every_kind_but_the_picture_has_its_own_layout() {
    for kind in Kind::ALL {
        assert_eq!(kind.layout().map(|layout| layout.kind), kind.is_csv().then_some(*kind));
    }
}

#[test]
fn fields_stand_in_order_and_are_found_by_no() {
    for layout in Kind::ALL.iter().filter_map(|kind| kind.layout()) {
        for (index, field) in layout.fields.iter().enumerate() {
            assert_eq!(usize::from(field.no), index + 1, "{} {}", layout.kind.code(), field.name);
            assert_eq!(layout.field(field.no), Some(field));
        }
        let beyond = u16::try_from(layout.fields.len() + 1).unwrap();
        assert_eq!((layout.field(0), layout.field(beyond)), (None, None));
    }
}

#[test]
fn identifiers_and_json_keys_are_unique_within_a_kind() {
    for layout in Kind::ALL.iter().filter_map(|kind| kind.layout()) {
        let idents: HashSet<_> = layout.fields.iter().map(|field| field.ident).collect();
        let keys: HashSet<_> = layout.fields.iter().map(|field| field.key).collect();
        assert_eq!(idents.len(), layout.fields.len(), "{}", layout.kind.code());
        assert_eq!(keys.len(), layout.fields.len(), "{}", layout.kind.code());
    }
}

#[test]
fn a_key_differs_from_the_name_only_where_the_name_stands_twice() {
    for layout in Kind::ALL.iter().filter_map(|kind| kind.layout()) {
        for field in layout.fields {
            let twice = layout.fields.iter().filter(|other| other.name == field.name).count() > 1;
            assert_eq!(field.key != field.name, twice, "{} {}", layout.kind.code(), field.name);
        }
    }
}

#[test]
fn a_field_has_a_code_table_exactly_when_it_is_a_code() {
    let layouts = Kind::ALL.iter().filter_map(|kind| kind.layout());
    for field in layouts.flat_map(|layout| layout.fields) {
        assert_eq!(field.codes.is_some(), field.format == Format::Code, "{}", field.name);
    }
}
