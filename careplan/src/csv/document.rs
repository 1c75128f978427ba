//! A whole file in memory, for those who edit: unchanged parts are given back byte for byte.

use std::collections::BTreeMap;

use super::scan::{LineEnd, Scanner};
use super::write::needs_quotes;
use crate::encoding::{self, Unmappable};

/// A parsed file that remembers its bytes.
///
/// ```
/// use careplan::csv::Document;
///
/// let mut file = Document::parse(b"1,\"a\",x\n2,\"b\",y\n".to_vec()).expect("regular quotes");
/// file.set(1, 1, "say \"hi\"").expect("all of it is in MS932");
/// let mut bytes = Vec::new();
/// file.preserve(&mut bytes);
/// assert_eq!(bytes, b"1,\"a\",x\n2,\"say \"\"hi\"\"\",y\n");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Document {
    bytes: Vec<u8>,
    records: Vec<Span>,
    edits: BTreeMap<(usize, usize), Vec<u8>>,
}

#[derive(Clone, Debug)]
struct Span {
    start: usize,
    len: usize,
    ends: Vec<u32>,
    end: LineEnd,
}

/// One record of a [`Document`].
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    bytes: &'a [u8],
    span: &'a Span,
}

impl<'a> Row<'a> {
    /// The fields as they stand, quotes included.
    pub fn raw_fields(&self) -> impl Iterator<Item = &'a [u8]> + use<'a> {
        let (bytes, mut start) = (self.bytes, 0_usize);
        self.span.ends.iter().map(move |&end| {
            let field = bytes.get(start..end as usize).unwrap_or(&[]);
            start = end as usize + 1;
            field
        })
    }

    /// How the record ends.
    #[must_use]
    pub const fn line_end(&self) -> LineEnd {
        self.span.end
    }
}

impl Document {
    /// Splits the bytes; `None` where they are no CSV of the exchange's grammar (a stray or
    /// unclosed quote, or more than [`super::scan::MAX_FIELDS`] fields).
    #[must_use]
    pub fn parse(bytes: Vec<u8>) -> Option<Self> {
        let (mut records, mut regular) = (Vec::new(), u32::try_from(bytes.len()).is_ok());
        if regular {
            Scanner::default().scan(&bytes, true, |record| {
                let mut ends = Vec::with_capacity(record.fields);
                ends.extend(record.iter().map(|(start, field)| (start + field.len()) as u32));
                regular &= record.regular && ends.len() == record.fields;
                records.push(Span { start: record.start, len: record.bytes.len(), ends, end: record.end });
            });
        }
        regular.then_some(Self { bytes, records, edits: BTreeMap::new() })
    }

    /// The records, without edits.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.records
            .iter()
            .map(|span| Row { bytes: self.bytes.get(span.start..span.start + span.len).unwrap_or(&[]), span })
    }

    /// Replaces the content of one field (both counted from 0); it is quoted if it was or must be.
    ///
    /// # Errors
    /// A character that MS932 does not have; nothing is changed. `Ok(false)`: no such field.
    pub fn set(&mut self, record: usize, field: usize, text: &str) -> Result<bool, Unmappable> {
        let Some(raw) = self.rows().nth(record).and_then(|row| row.raw_fields().nth(field)) else { return Ok(false) };
        let mut bytes = Vec::new();
        if raw.starts_with(b"\"") || needs_quotes(text) {
            super::quote_into(text, &mut bytes)?;
        } else {
            encoding::encode_into(text, &mut bytes)?;
        }
        self.edits.insert((record, field), bytes);
        Ok(true)
    }

    /// Writes the file back: everything that was not replaced byte for byte as it was read.
    pub fn preserve(&self, out: &mut Vec<u8>) {
        out.reserve(self.bytes.len());
        let mut edited = self.edits.keys().map(|&(record, _)| record).peekable();
        for (number, (row, span)) in self.rows().zip(&self.records).enumerate() {
            if edited.peek() == Some(&number) {
                while edited.next_if_eq(&number).is_some() {}
                for (index, raw) in row.raw_fields().enumerate() {
                    if index > 0 {
                        out.push(b',');
                    }
                    out.extend_from_slice(self.edits.get(&(number, index)).map_or(raw, Vec::as_slice));
                }
            } else {
                out.extend_from_slice(row.bytes);
            }
            out.extend_from_slice(span.end.bytes());
        }
    }
}
