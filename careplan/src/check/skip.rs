//! Walking over a record that is too large to hold, to find where it ends.

use crate::diagnostic::Place;

/// The walk. Quotes toggle, so `""` inside text leaves it where it was.
#[derive(Debug)]
pub(super) struct Skip {
    record: u64,
    line: u64,
    start: u64,
    len: u64,
    open: bool,
    lines: u64,
    before: u8,
    end: End,
}

#[derive(Debug, PartialEq, Eq)]
enum End {
    NotYet,
    /// A CR outside quotes; an LF right behind belongs to it.
    AfterCr,
    Reached,
}

impl Skip {
    pub(super) const fn new(start: u64, record: u64, line: u64) -> Self {
        Self { record, line, start, len: 0, open: false, lines: 0, before: 0, end: End::NotYet }
    }

    /// Walks on; gives how many bytes belong to the record and its line end.
    pub(super) fn take(&mut self, bytes: &[u8]) -> usize {
        for (taken, &byte) in bytes.iter().enumerate() {
            if self.end == End::AfterCr {
                self.end = End::Reached;
                let line_feed = usize::from(byte == b'\n');
                self.len += (taken + line_feed) as u64;
                return taken + line_feed;
            }
            match byte {
                b'"' => self.open = !self.open,
                b'\r' | b'\n' => {
                    self.lines += u64::from(byte == b'\r' || self.before != b'\r');
                    if !self.open {
                        self.end = if byte == b'\r' { End::AfterCr } else { End::Reached };
                    }
                }
                _ => {}
            }
            self.before = byte;
            if self.end == End::Reached {
                self.len += taken as u64 + 1;
                return taken + 1;
            }
        }
        self.len += bytes.len() as u64;
        bytes.len()
    }

    pub(super) fn ended(&self) -> bool {
        self.end == End::Reached
    }

    /// Line breaks passed, the record's own end among them.
    pub(super) const fn lines(&self) -> u64 {
        self.lines
    }

    /// Whether a quote is open.
    pub(super) const fn is_open(&self) -> bool {
        self.open
    }

    pub(super) const fn place(&self) -> Place {
        Place {
            record: Some(self.record),
            field: None,
            line: Some(self.line),
            bytes: Some((self.start, self.start + self.len)),
        }
    }
}
