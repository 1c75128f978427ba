//! What a typed record refuses, and what it takes and writes anew.

use crate::refused_contents::{REFUSED, UNJUDGED};
use crate::support::{layouts, runner, sample_record};
use careplan::layout::{Confidence, Field, Format, Kind, Layout, MaxLen, Required};
use careplan::record::{AnyRecord, Fault, FieldProblem};
use careplan::text::Lang;
use proptest::prelude::*;

/// Contents that are taken, and what is written instead.
const REWRITTEN: &[(Format, &[(&str, &str)])] = &[
    (Format::Integer, &[("+1", "1"), ("01", "1"), ("0000000000000001", "1"), ("+0001", "1")]),
    (Format::Decimal, &[("010.00", "10.00")]),
];

fn read(kind: Kind, texts: &[String]) -> Result<AnyRecord, Vec<FieldProblem>> {
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    AnyRecord::from_texts(kind, &texts).unwrap()
}

/// The fault of a sample record whose one field has another content; `None` where it is taken.
fn fault_with(layout: &'static Layout, field: &'static Field, text: &str) -> Option<Fault> {
    let mut texts = sample_record(layout);
    text.clone_into(&mut texts[usize::from(field.no) - 1]);
    let problems = read(layout.kind, &texts).err()?;
    let [problem] = problems.as_slice() else { panic!("one problem expected: {problems:?}") };
    assert_eq!((problem.field, problem.value.as_str()), (field, text));
    Some(problem.fault)
}

fn fields() -> impl Iterator<Item = (&'static Layout, &'static Field)> {
    layouts().flat_map(|layout| layout.fields.iter().map(move |field| (layout, field)))
}

#[test]
fn every_format_has_contents_that_are_refused() {
    for (_, field) in fields() {
        let judged = REFUSED.iter().any(|(format, _)| *format == field.format);
        assert_ne!(judged, UNJUDGED.contains(&field.format), "{:?}", field.format);
    }
}

#[test]
fn contents_that_are_not_of_the_format_are_refused_in_every_field_of_it() {
    for (format, contents) in REFUSED {
        for (layout, field) in fields().filter(|(_, field)| field.format == *format) {
            for text in contents.split('|') {
                let fault = fault_with(layout, field, text);
                assert_eq!(fault, Some(Fault::Format), "{} {} {text}", layout.kind.code(), field.name);
            }
        }
    }
}

#[test]
fn signs_and_leading_zeros_are_taken_and_not_written_again() {
    for (format, contents) in REWRITTEN {
        for (layout, field) in fields().filter(|(_, field)| field.format == *format) {
            for (text, written) in *contents {
                let index = usize::from(field.no) - 1;
                let mut texts = sample_record(layout);
                (*text).clone_into(&mut texts[index]);
                assert_eq!(read(layout.kind, &texts).unwrap().to_texts()[index], *written, "{}", field.name);
            }
        }
    }
}

#[test]
fn a_field_is_refused_when_empty_exactly_if_it_is_required() {
    for (layout, field) in fields() {
        let expected = (field.required == Required::Yes).then_some(Fault::Empty);
        assert_eq!(fault_with(layout, field, ""), expected, "{} {}", layout.kind.code(), field.name);
    }
}

#[test]
fn an_integer_or_text_beyond_its_length_is_refused_unless_the_length_is_unsure() {
    for (layout, field) in fields() {
        let MaxLen::Chars(length) = field.max_len else {
            continue;
        };
        if !matches!(field.format, Format::Integer | Format::Text | Format::Other | Format::Unused) {
            continue;
        }
        let longer = "1".repeat(usize::from(length) + 1);
        let taken = field.confidence == Confidence::Low || field.format == Format::Unused;
        let fault = fault_with(layout, field, &longer);
        assert_eq!(fault, (!taken).then_some(Fault::TooLong), "{} {}", layout.kind.code(), field.name);
    }
}

#[test]
fn a_sign_does_not_count_as_a_digit() {
    let layout = Kind::Upsikyu.layout().unwrap();
    let units = layout.field(13).unwrap();
    assert_eq!(fault_with(layout, units, "-999999"), None);
    assert_eq!(fault_with(layout, units, "-1000000"), Some(Fault::TooLong));
}

#[test]
fn running_numbers_begin_at_one() {
    let layout = Kind::Up2kyo.layout().unwrap();
    for no in [6, 8, 13] {
        let field = layout.field(no).unwrap();
        assert_eq!(fault_with(layout, field, "0"), Some(Fault::Format));
        assert_eq!(fault_with(layout, field, "-1"), Some(Fault::Format));
    }
}

#[test]
fn a_record_with_too_few_or_too_many_fields_is_refused_by_name() {
    for layout in layouts() {
        let texts = sample_record(layout);
        let last = layout.fields.last().unwrap();
        for count in 0..texts.len() {
            let problems = read(layout.kind, &texts[..count]).unwrap_err();
            assert!(problems.iter().all(|problem| problem.fault == Fault::Absent));
            let absent: Vec<_> = problems.iter().map(|problem| problem.field).collect();
            assert_eq!(absent, layout.fields.iter().skip(count).collect::<Vec<_>>());
        }
        let longer = [texts, vec![String::new(), "1".to_owned()]].concat();
        let problems = read(layout.kind, &longer).unwrap_err();
        assert_eq!(problems.iter().map(|problem| problem.fault).collect::<Vec<_>>(), [Fault::Surplus(2)]);
        assert_eq!(problems[0].field, last);
    }
}

#[test]
fn every_problem_is_told_in_both_languages_without_the_value() {
    let layout = Kind::Upplan.layout().unwrap();
    let mut texts = sample_record(layout);
    texts[0].clear();
    texts[2] = "123456789".to_owned();
    texts[13] = "123".to_owned();
    texts.push(String::new());
    let problems = read(layout.kind, &texts).unwrap_err();
    let said: Vec<_> = problems.iter().map(|problem| problem.message().get(Lang::Ja).to_owned()).collect();
    assert_eq!(
        said,
        [
            "No.1 CSVバージョン：必須の項目ですが、空です",
            "No.3 被保険者番号：書式（insured_no）に合いません",
            "No.14 サービス回数：項目長を超えています",
            "No.25 識別子：最後の項目のあとに 1 項目多くあります",
        ]
    );
    assert!(problems.iter().all(|problem| !problem.message().get(Lang::En).contains("123456789")));
}

#[test]
fn the_picture_has_no_records() {
    assert!(AnyRecord::from_texts(Kind::UpkihonImage, &[]).is_none());
}

#[test]
fn whatever_is_taken_is_stable_and_nothing_panics() {
    let texts = proptest::collection::vec(prop_oneof!["[0-9A-Z+-]{0,11}", any::<String>()], 0..75);
    runner(256)
        .run(&(proptest::sample::select(Kind::ALL), texts), |(kind, texts)| {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            if let Some(Ok(record)) = AnyRecord::from_texts(kind, &texts) {
                prop_assert_eq!(read(kind, &record.to_texts()).unwrap(), record);
            }
            Ok(())
        })
        .unwrap();
}
