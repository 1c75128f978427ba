//! Walking over a record that is too large to hold, to find where it ends: quotes mean what they
//! mean to the scanner, so a record is the same however its bytes come.

use crate::csv::LineEnd;

/// A record beyond the limit, as far as it is known without holding it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Oversize {
    /// Offset in the file.
    pub(super) start: u64,
    /// Bytes without the line end.
    pub(super) len: u64,
    /// Line breaks inside the record.
    pub(super) inner_lines: u64,
    /// How it ended.
    pub(super) end: LineEnd,
    /// Whether the file ended inside an open quote.
    pub(super) open: bool,
}

/// The walk.
#[derive(Debug)]
pub(super) struct Skip {
    record: Oversize,
    quote: Quote,
    before: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Quote {
    /// A quote here opens the field.
    AtStart,
    /// Quotes mean nothing before the next comma.
    Bare,
    Open,
    /// A quote closed just now; another one opens it again.
    JustClosed,
    /// A CR ended the record; an LF right behind belongs to it.
    AfterCr,
}

impl Skip {
    pub(super) const fn new(start: u64) -> Self {
        let record = Oversize { start, len: 0, inner_lines: 0, end: LineEnd::None, open: false };
        Self { record, quote: Quote::AtStart, before: 0 }
    }

    /// Walks on; gives how many bytes belong to the record and its line end, and the record if it ended.
    pub(super) fn take(&mut self, bytes: &[u8]) -> (usize, Option<Oversize>) {
        for (taken, &byte) in bytes.iter().enumerate() {
            if self.quote == Quote::AfterCr {
                let line_feed = byte == b'\n';
                let end = if line_feed { LineEnd::CrLf } else { LineEnd::Cr };
                return (taken + usize::from(line_feed), Some(Oversize { end, ..self.record }));
            }
            self.quote = match (byte, self.quote) {
                (b'\r' | b'\n', Quote::Open) => {
                    self.record.inner_lines += u64::from(byte == b'\r' || self.before != b'\r');
                    Quote::Open
                }
                (b'\n', _) => return (taken + 1, Some(Oversize { end: LineEnd::Lf, ..self.record })),
                (b'\r', _) => Quote::AfterCr,
                (b'"', Quote::AtStart | Quote::JustClosed) => Quote::Open,
                (b'"', Quote::Open) => Quote::JustClosed,
                (_, Quote::Open) => Quote::Open,
                (b',', _) => Quote::AtStart,
                _ => Quote::Bare,
            };
            self.before = byte;
            self.record.len += u64::from(self.quote != Quote::AfterCr);
        }
        (bytes.len(), None)
    }

    /// The record where the file ends inside it.
    pub(super) const fn finish(self) -> Oversize {
        let end = if matches!(self.quote, Quote::AfterCr) { LineEnd::Cr } else { LineEnd::None };
        Oversize { end, open: matches!(self.quote, Quote::Open), ..self.record }
    }
}
