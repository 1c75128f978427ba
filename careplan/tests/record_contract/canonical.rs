//! Records as bytes: what the canonical writer writes is read back as it was.

use crate::support::{layouts, record_texts, runner};
use careplan::check::{Limits, check_bytes};
use careplan::csv::{Document, content, write_canonical};
use careplan::encoding;
use careplan::layout::{Kind, Layout};
use careplan::record::AnyRecord;
use proptest::prelude::*;

fn read(kind: Kind, texts: &[String]) -> AnyRecord {
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    AnyRecord::from_texts(kind, &texts).unwrap().unwrap()
}

/// What MS932 does not have is replaced, as the sender must (R16).
fn within_ms932(text: &str) -> String {
    let mut buffer = [0; 4];
    text.chars().map(|c| if encoding::encode(c.encode_utf8(&mut buffer)).is_ok() { c } else { '〓' }).collect()
}

fn write(layout: &Layout, records: &[Vec<String>]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for texts in records {
        write_canonical(layout.fields, texts.iter().map(String::as_str), &mut bytes).unwrap();
    }
    bytes
}

/// The texts of every record of a file.
fn texts_of(bytes: &[u8]) -> Vec<Vec<String>> {
    let document = Document::parse(bytes.to_vec()).unwrap();
    let text = |raw| encoding::decode(&content(raw)).unwrap();
    document.rows().map(|row| row.raw_fields().map(text).collect()).collect()
}

fn files(layout: &'static Layout) -> impl Strategy<Value = Vec<Vec<String>>> {
    let texts = record_texts(layout).prop_map(|texts| texts.iter().map(|text| within_ms932(text)).collect());
    proptest::collection::vec(texts, 1..4)
}

#[test]
fn every_kind_is_read_back_from_its_canonical_bytes() {
    for layout in layouts() {
        runner(32)
            .run(&files(layout), |records| {
                let bytes = write(layout, &records);
                let read_back = texts_of(&bytes);
                prop_assert_eq!(&read_back, &records);
                let typed: Vec<_> = read_back.iter().map(|texts| read(layout.kind, texts).to_texts()).collect();
                prop_assert_eq!(write(layout, &typed), bytes);
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn a_file_that_is_not_changed_is_given_back_byte_for_byte() {
    for layout in layouts() {
        runner(16)
            .run(&files(layout), |records| {
                let bytes = write(layout, &records);
                let mut out = Vec::new();
                Document::parse(bytes.clone()).unwrap().preserve(&mut out);
                prop_assert_eq!(out, bytes);
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn canonical_bytes_leave_nothing_to_say_of_grammar_and_encoding() {
    for layout in layouts() {
        runner(16)
            .run(&files(layout), |records| {
                let name = format!("{}_.CSV", layout.kind.code());
                let report = check_bytes(&name, &write(layout, &records), Limits::default());
                prop_assert_eq!(report.records, records.len() as u64);
                // Control characters are a hazard in MS932 and not a matter of the writer; quotes around a
                // comma or a quote in a plain field cannot be helped.
                let allowed = ["bytes/control", "bytes/iso-2022-jp", "csv/plain-quoted"];
                let odd = |id: &str| (id.starts_with("csv/") || id.starts_with("bytes/")) && !allowed.contains(&id);
                let odd: Vec<_> = report.findings.iter().map(|finding| finding.rule.id).filter(|id| odd(id)).collect();
                prop_assert!(odd.is_empty(), "{:?}", odd);
                Ok(())
            })
            .unwrap();
    }
}
