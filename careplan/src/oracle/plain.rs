//! Splitting CSV one character after another, to hold the quick reader against. It works on
//! decoded text as well as on bytes, which is the point: both must find the same.

use std::ops::Range;

/// A record: its fields as ranges of the input, and whether a quote is open at its end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct PlainRecord {
    pub(super) fields: Vec<Range<usize>>,
    pub(super) end: usize,
    pub(super) open: bool,
}

impl PlainRecord {
    pub(super) fn start(&self) -> usize {
        self.fields.first().map_or(self.end, |field| field.start)
    }
}

/// The records of a text.
pub(super) fn records_of_text(text: &str) -> Vec<PlainRecord> {
    records(text.char_indices(), text.len())
}

/// The records of bytes, each byte taken for a character.
pub(super) fn records_of_bytes(bytes: &[u8]) -> Vec<PlainRecord> {
    records(bytes.iter().enumerate().map(|(at, &byte)| (at, char::from(byte))), bytes.len())
}

fn records(characters: impl Iterator<Item = (usize, char)>, len: usize) -> Vec<PlainRecord> {
    let mut characters = characters.peekable();
    let mut records = Vec::new();
    let (mut fields, mut field) = (Vec::new(), 0);
    // Whether a quote is open, and whether one here would open the field.
    let (mut open, mut opens) = (false, true);
    while let Some((at, character)) = characters.next() {
        match character {
            '"' if open || opens => (open, opens) = (!open, open),
            _ if open => {}
            '\r' | '\n' => {
                fields.push(field..at);
                records.push(PlainRecord { fields: std::mem::take(&mut fields), end: at, open: false });
                let pair = character == '\r' && characters.next_if(|(_, next)| *next == '\n').is_some();
                (field, opens) = (at + 1 + usize::from(pair), true);
            }
            ',' => {
                fields.push(field..at);
                (field, opens) = (at + 1, true);
            }
            _ => opens = false,
        }
    }
    if field < len || !fields.is_empty() {
        fields.push(field..len);
        records.push(PlainRecord { fields, end: len, open });
    }
    records
}
