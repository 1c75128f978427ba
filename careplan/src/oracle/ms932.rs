//! MS932 against the table of another implementation.

use super::python::{Cell, half_width, python};
use super::{Verdict, holds, same};
use crate::encoding::{
    Defect, DefectKind, EucWatch, Utf8Watch, count_chars, decode, decode_lossy, defects, encode, is_clean,
};

pub(super) fn judge(bytes: &[u8]) -> Verdict {
    let (text, expected) = read(bytes);
    let found: Vec<Defect> = defects(bytes).collect();
    same("defects", &found, &expected)?;
    same("clean", &is_clean(bytes), &expected.is_empty())?;
    same("lossy", &decode_lossy(bytes), &text)?;
    same("characters", &count_chars(bytes), &text.chars().count())?;
    match expected.iter().find(|defect| defect.kind.is_fatal()) {
        Some(fatal) => same("decode", &decode(bytes), &Err(*fatal))?,
        None => {
            same("decode", &decode(bytes), &Ok(text.clone()))?;
            same("encode", &encode(&text).ok(), &python().encode(&text))?;
            same("decode again", &encode(&text).ok().and_then(|bytes| decode(&bytes).ok()), &Some(text))?;
        }
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        same("encode any text", &encode(text).ok(), &python().encode(text))?;
    }
    watches(bytes)
}

/// The text and the defects of bytes, by the other table.
fn read(bytes: &[u8]) -> (String, Vec<Defect>) {
    let (mut text, mut defects, mut offset) = (String::new(), Vec::new(), 0);
    while let Some((&byte, after)) = bytes.get(offset..).and_then(<[u8]>::split_first) {
        let trail = after.first().copied().unwrap_or_default();
        let (len, character, kind) = match (byte, python().cell(byte, trail)) {
            (0x1B, _) if is_iso_2022_jp(after) => (3, Some('\x1B'), Some(DefectKind::Iso2022Jp)),
            (0x20..=0x7E | b'\r' | b'\n', _) => (1, Some(char::from(byte)), None),
            (0x00..=0x7F, _) => (1, Some(char::from(byte)), Some(DefectKind::Control)),
            (0xA1..=0xDF, _) => (1, half_width(byte), None),
            (0xED | 0xEE, Cell::Character(character)) => (2, Some(character), Some(DefectKind::NecSelected)),
            (_, Cell::Character(character)) => (2, Some(character), None),
            (_, Cell::Empty) => (2, None, Some(DefectKind::Unassigned)),
            (_, Cell::UserDefined) => (2, None, Some(DefectKind::UserDefined)),
            (_, Cell::NoPair) => (1, None, Some(DefectKind::Unassigned)),
        };
        text.push(character.unwrap_or(char::REPLACEMENT_CHARACTER));
        if let Some(kind) = kind {
            defects.push(Defect { offset, len, kind });
        }
        // The rest of an escape sequence is two plain characters.
        offset += if kind == Some(DefectKind::Iso2022Jp) { 1 } else { len };
    }
    (text, defects)
}

fn is_iso_2022_jp(after: &[u8]) -> bool {
    [b"$@", b"$B", b"(B", b"(I", b"(J"].iter().any(|sequence| after.starts_with(*sequence))
}

/// Other encodings are recognised alike however the bytes come.
fn watches(bytes: &[u8]) -> Verdict {
    let verdicts = |size: usize| {
        let (mut utf8, mut euc) = (Utf8Watch::default(), EucWatch::default());
        for piece in bytes.chunks(size) {
            utf8.feed(piece);
            euc.feed(piece);
        }
        [true, false].map(|defects| (utf8.verdict(defects), euc.verdict(defects)))
    };
    let whole = verdicts(bytes.len().max(1));
    for size in [1, 2, 3, 7] {
        same(&format!("watched in pieces of {size}"), &verdicts(size), &whole)?;
    }
    let [(utf8, _), _] = whole;
    let expected = std::str::from_utf8(bytes).ok().and_then(|_| bytes.iter().position(|byte| !byte.is_ascii()));
    holds(utf8 == expected.map(|at| at as u64), || format!("UTF-8: {utf8:?}, {expected:?}"))
}
