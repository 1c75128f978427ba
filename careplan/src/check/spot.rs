//! Where a record stands, so that its fields can be pointed at, now or at the end of a group.

use crate::csv::{RawRecord, inside};
use crate::diagnostic::{Place, Value};
use crate::layout::{Field, Kind, Layout};
use crate::rules;

/// A record of the file being checked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    layout: &'static Layout,
    place: Place,
    start: u64,
}

impl Spot {
    /// `place` is that of the whole record, `start` the offset of its first byte in the file.
    pub(super) const fn new(layout: &'static Layout, place: Place, start: u64) -> Self {
        Self { layout, place, start }
    }

    /// The kind of the file.
    pub(super) const fn kind(&self) -> Kind {
        self.layout.kind
    }

    /// The whole record.
    pub(super) const fn whole(&self) -> Place {
        self.place
    }

    /// The record as the place where another one is missing: it is not the record at fault.
    pub(super) const fn beside(&self) -> Place {
        Place { record: None, ..self.place }
    }

    /// The record with the places of its fields.
    pub(super) fn pin(&self, record: &RawRecord<'_>) -> Pinned {
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let (mut before, mut lines) = (0, 0);
        let span = |(at, raw): (usize, &[u8])| {
            if record.inner_lines > 0 {
                // A field begins after a comma: no line end is cut in two.
                lines += line_breaks(record.bytes.get(before..at).unwrap_or(&[]));
                before = at;
            }
            Span { from: narrow(at), to: narrow(at + raw.len()), lines }
        };
        Pinned { spot: *self, spans: record.iter().map(span).collect() }
    }

    /// The field with this No., and its value if it has one.
    pub(super) fn at(&self, record: &RawRecord<'_>, no: u16) -> (Place, Option<Value>) {
        let field = self.layout.field(no);
        let (at, raw) = record.field(no).unwrap_or((0, &[]));
        let from = self.start + at as u64;
        let line = line_of(record, self.place, at);
        let place = Place { field, line, bytes: Some((from, from + raw.len() as u64)), ..self.place };
        (place, field.and_then(|field| value(field, inside(raw))))
    }
}

/// A record with the places of its fields, for when the record itself is gone.
#[derive(Debug)]
pub(super) struct Pinned {
    spot: Spot,
    spans: Vec<Span>,
}

/// Where a field stands in its record.
#[derive(Clone, Copy, Debug)]
struct Span {
    from: u32,
    to: u32,
    /// Line breaks of the record before it.
    lines: u64,
}

impl Pinned {
    /// The field with this No.
    pub(super) fn at(&self, no: u16) -> Place {
        let span = usize::from(no).checked_sub(1).and_then(|index| self.spans.get(index));
        let whole = self.spot.place;
        let bytes = span.map(|span| (self.spot.start + u64::from(span.from), self.spot.start + u64::from(span.to)));
        let line = whole.line.map(|line| line + span.map_or(0, |span| span.lines));
        Place { field: self.spot.layout.field(no), line, bytes: bytes.or(whole.bytes), ..whole }
    }
}

/// The value of a field as findings carry it.
pub(super) fn value(field: &Field, content: &[u8]) -> Option<Value> {
    let bytes = content.get(..content.len().min(Value::MAX)).unwrap_or(content).to_vec();
    (!content.is_empty()).then(|| Value { bytes, private: rules::field::is_private(field, content) })
}

/// The line of an offset in a record that stands at `place`.
pub(super) fn line_of(record: &RawRecord<'_>, place: Place, at: usize) -> Option<u64> {
    let inner = if record.inner_lines > 0 { line_breaks(record.bytes.get(..at).unwrap_or(&[])) } else { 0 };
    place.line.map(|line| line + inner)
}

/// Line breaks in bytes: CR LF counts once.
pub(super) fn line_breaks(bytes: &[u8]) -> u64 {
    let mut count = 0;
    let mut before = 0;
    for &byte in bytes {
        count += u64::from(byte == b'\r' || byte == b'\n' && before != b'\r');
        before = byte;
    }
    count
}
