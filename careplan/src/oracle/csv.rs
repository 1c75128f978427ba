//! Bytes → records → bytes.

use super::plain::{PlainRecord, records_of_bytes, records_of_text};
use super::{Verdict, holds, same};
use crate::csv::{Document, LineEnd, MAX_FIELDS, RawRecord, Scanner, content, inside, quote_into, quotes_are_regular};
use crate::encoding::{decode, encode};

/// What an edit writes: everything that needs quotes, and a trail byte 5C.
const EDIT: &str = "一,\"表\"\r\n髙";

pub(super) fn judge(bytes: &[u8]) -> Verdict {
    let found = scan(bytes);
    like_the_plain_reader(bytes, &found)?;
    for size in [1, 16, 17, 251] {
        // Byte by byte takes time that grows with the square.
        if size > 1 || bytes.len() <= 1_024 {
            same(&format!("in pieces of {size}"), &scan_in_pieces(bytes, size), &found)?;
        }
    }
    split_before_or_after_decoding(bytes)?;
    document(bytes, &found)
}

/// A record with nothing borrowed.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Found {
    start: usize,
    bytes: Vec<u8>,
    fields: Vec<Vec<u8>>,
    count: usize,
    end: LineEnd,
    regular: bool,
    open: bool,
}

impl Found {
    fn of(record: &RawRecord<'_>, base: usize) -> Self {
        Self {
            start: base + record.start,
            bytes: record.bytes.to_vec(),
            fields: record.iter().map(|(_, field)| field.to_vec()).collect(),
            count: record.fields,
            end: record.end,
            regular: record.regular,
            open: record.open,
        }
    }
}

fn scan(bytes: &[u8]) -> Vec<Found> {
    let mut found = Vec::new();
    Scanner::default().scan(bytes, true, |record| found.push(Found::of(&record, 0)));
    found
}

fn scan_in_pieces(bytes: &[u8], size: usize) -> Vec<Found> {
    let (mut found, mut held, mut base) = (Vec::new(), Vec::new(), 0);
    let mut scanner = Scanner::default();
    let mut pieces = bytes.chunks(size).peekable();
    while let Some(piece) = pieces.next() {
        held.extend_from_slice(piece);
        let taken = scanner.scan(&held, pieces.peek().is_none(), |record| found.push(Found::of(&record, base)));
        held.drain(..taken);
        base += taken;
    }
    found
}

fn like_the_plain_reader(bytes: &[u8], found: &[Found]) -> Verdict {
    let plain = records_of_bytes(bytes);
    same("number of records", &found.len(), &plain.len())?;
    for (found, plain) in found.iter().zip(&plain) {
        let place = (found.start, found.start + found.bytes.len(), found.count, found.open);
        same("record", &place, &(plain.start(), plain.end, plain.fields.len(), plain.open))?;
        let fields: Vec<&[u8]> = plain.fields.iter().take(MAX_FIELDS).filter_map(|at| bytes.get(at.clone())).collect();
        holds(found.fields == fields, || format!("fields: {found:?}, {plain:?}"))?;
        if found.count <= MAX_FIELDS {
            let regular = !found.open && fields.iter().all(|field| quotes_are_regular(field));
            same("regular", &found.regular, &regular)?;
        }
        let whole = [found.bytes.as_slice(), found.end.bytes()].concat();
        holds(bytes.get(found.start..).is_some_and(|rest| rest.starts_with(&whole)), || format!("{found:?}"))?;
    }
    let all: usize = found.iter().map(|record| record.bytes.len() + record.end.bytes().len()).sum();
    same("bytes in records", &all, &bytes.len())
}

/// A delimiter is never half of a character: decoding first finds the same fields.
fn split_before_or_after_decoding(bytes: &[u8]) -> Verdict {
    let Ok(text) = decode(bytes) else { return Ok(()) };
    let of_text = |record: &PlainRecord| -> Vec<Option<String>> {
        record.fields.iter().map(|at| text.get(at.clone()).map(str::to_owned)).collect()
    };
    let of_bytes = |record: &PlainRecord| -> Vec<Option<String>> {
        record.fields.iter().map(|at| decode(bytes.get(at.clone())?).ok()).collect()
    };
    let after: Vec<_> = records_of_text(&text).iter().map(of_text).collect();
    let before: Vec<_> = records_of_bytes(bytes).iter().map(of_bytes).collect();
    same("split before and after decoding", &before, &after)
}

/// A document is given back as it was, edits apart.
fn document(bytes: &[u8], found: &[Found]) -> Verdict {
    let expected = found.iter().all(|record| record.regular && record.count <= MAX_FIELDS);
    let Some(mut document) = Document::parse(bytes.to_vec()) else {
        return holds(!expected, || "a regular file is refused".to_owned());
    };
    holds(expected, || "an irregular file is taken".to_owned())?;
    holds(preserved(&document) == bytes, || "preserve changed the file".to_owned())?;
    for field in found.iter().flat_map(|record| &record.fields) {
        quoted_again(field)?;
    }
    let record = bytes.len() % found.len().max(1);
    let Some(fields) = found.get(record).map(|record| &record.fields) else { return Ok(()) };
    let field = bytes.len() / found.len().max(1) % fields.len().max(1);
    same("set", &document.set(record, field, EDIT), &Ok(true))?;
    let changed = scan(&preserved(&document));
    same("records after an edit", &changed.len(), &found.len())?;
    for (at, (before, after)) in found.iter().zip(&changed).enumerate() {
        for (index, (before, after)) in before.fields.iter().zip(&after.fields).enumerate() {
            if (at, index) == (record, field) {
                same("the edited field", &decode(&content(after)), &Ok(EDIT.to_owned()))?;
            } else {
                same("another field", before, after)?;
            }
        }
        same("the line end", &before.end, &after.end)?;
    }
    Ok(())
}

fn preserved(document: &Document) -> Vec<u8> {
    let mut out = Vec::new();
    document.preserve(&mut out);
    out
}

/// What a regular field holds, quoted anew, holds the same.
fn quoted_again(field: &[u8]) -> Verdict {
    let content = content(field);
    holds(content.len() <= inside(field).len(), || format!("{field:?} grew"))?;
    let Ok(text) = decode(&content) else { return Ok(()) };
    let mut quoted = Vec::new();
    same("quoting", &quote_into(&text, &mut quoted), &Ok(()))?;
    holds(quotes_are_regular(&quoted), || format!("{quoted:?}"))?;
    // Twins come back in the cell that the encoder prefers.
    same("quoted", &Ok(crate::csv::content(&quoted).into_owned()), &encode(&text))
}
