//! The checker recognises most good fields in a few instructions. It must never recognise a bad
//! one: what is said of a field is the same where the shortcut is not taken at all, which is so in
//! a record that has a stray quote in another field.

use careplan::layout::{Field, Format, Layout};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::runner;
use crate::golden::{Sheet, fields, raw, text, words};

/// Contents near the border between good and bad, for any format.
fn contents(field: &'static Field) -> impl Strategy<Value = Vec<u8>> {
    let golden = raw(field, &text(field));
    let changed = (any::<Index>(), select(&b"0129AHZaz-+.: \"\x83\x5C\xB1\x80\xF0\x40\xED\x1A\x00\x7F"[..]), 0..3)
        .prop_map({
            let golden = golden.clone();
            move |(at, byte, how)| {
                let mut bytes = golden.clone();
                let at = at.index(bytes.len() + 1);
                match (how, at < bytes.len()) {
                    (0, true) => bytes[at] = byte,
                    (1, true) => drop(bytes.remove(at)),
                    _ => bytes.insert(at, byte),
                }
                bytes
            }
        });
    let other = select(fields().map(|(_, field)| raw(field, &text(field))).collect::<Vec<_>>());
    let digits = "[0-9]{0,12}|[0-2][0-9][0-9]{2}|(0000|1900|20[0-9]{2})(0[0-9]|1[0-3])([0-3][0-9])?|[0-9A-Z]{2}[0-9A-E][0-9]{3}|-?[0-9]{1,7}"
        .prop_map(String::into_bytes);
    let quoted = "\"[あ-んア-ン髙①a-z]{0,3}\"".prop_map(|text| careplan::encoding::encode(&text).unwrap_or_default());
    prop_oneof![3 => changed, 1 => other, 3 => digits, 1 => quoted, 1 => Just(Vec::new())]
}

/// A field that is not free text, other than the given one, to hold the stray quote.
fn another(layout: &Layout, no: u16) -> u16 {
    let other = |field: &&Field| field.no != no && field.format != Format::Version && !field.format.is_free_text();
    layout.fields.iter().find(other).unwrap().no
}

fn said_of(sheet: &Sheet, no: u16) -> Vec<String> {
    let report = sheet.check();
    let here = report.findings.into_iter().filter(|finding| {
        let of_the_field = finding.place.field.is_some_and(|field| field.no == no);
        // Rules about whole records may look elsewhere too.
        of_the_field && matches!(finding.rule.area(), "bytes" | "csv" | "field")
    });
    words(&here.collect::<Vec<_>>())
}

#[test]
fn nothing_passes_by_the_shortcut_that_the_rules_would_not_let_pass() {
    for (layout, field) in fields() {
        runner(24)
            .run(&contents(field), |content| {
                if !careplan::csv::quotes_are_regular(&content) || content.contains(&b',') {
                    return Ok(());
                }
                let quick = Sheet::new(layout.kind, 1).with_raw(1, field.no, content);
                let slow = quick.clone().with_raw(1, another(layout, field.no), "1\"");
                let at = format!("{} No.{} {}", layout.kind.code(), field.no, field.name);
                prop_assert_eq!(said_of(&quick, field.no), said_of(&slow, field.no), "{}", at);
                Ok(())
            })
            .unwrap();
    }
}
