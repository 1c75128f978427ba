//! Bytes → records → fields, one pass, sixteen bytes at a time, no copies.

use wide::u8x16;

/// How a record ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineEnd {
    /// CR LF.
    CrLf,
    /// LF alone.
    Lf,
    /// CR alone.
    Cr,
    /// The file ended.
    None,
}

impl LineEnd {
    /// Its bytes.
    #[must_use]
    pub const fn bytes(self) -> &'static [u8] {
        match self {
            Self::CrLf => b"\r\n",
            Self::Lf => b"\n",
            Self::Cr => b"\r",
            Self::None => b"",
        }
    }
}

/// The most fields of one record whose places are kept; the widest layout has 71.
pub const MAX_FIELDS: usize = 128;

/// One record as it stands in the bytes.
#[derive(Clone, Copy, Debug)]
pub struct RawRecord<'a> {
    /// The record without its line end.
    pub bytes: &'a [u8],
    /// Offset of the record in the scanned bytes.
    pub start: usize,
    /// Line breaks inside the record (in quoted text).
    pub inner_lines: u64,
    /// How it ended.
    pub end: LineEnd,
    /// Number of fields, beyond [`MAX_FIELDS`] too.
    pub fields: usize,
    /// Whether every quote stands where the grammar has it.
    pub regular: bool,
    /// Whether the file ended inside an open quote.
    pub open: bool,
    ends: &'a [u32],
}

impl<'a> RawRecord<'a> {
    /// The fields as they stand, quotes included, with their offset in the record; at most [`MAX_FIELDS`].
    pub fn iter(&self) -> impl Iterator<Item = (usize, &'a [u8])> + use<'a> {
        let bytes = self.bytes;
        let mut start = 0_usize;
        self.ends.iter().map(move |&end| {
            let at = start;
            start = end as usize + 1;
            (at, bytes.get(at..end as usize).unwrap_or(&[]))
        })
    }

    /// The field with this No. (from 1), as it stands.
    #[must_use]
    pub fn field(&self, no: u16) -> Option<(usize, &'a [u8])> {
        let index = usize::from(no).checked_sub(1)?;
        let end = *self.ends.get(index)? as usize;
        let start = match index.checked_sub(1) {
            Some(before) => *self.ends.get(before)? as usize + 1,
            None => 0,
        };
        Some((start, self.bytes.get(start..end)?))
    }

    /// The record with its line end, as received, if `scanned` are the bytes it was found in.
    #[must_use]
    pub fn with_line_end<'s>(&self, scanned: &'s [u8]) -> &'s [u8] {
        scanned.get(self.start..self.start + self.bytes.len() + self.end.bytes().len()).unwrap_or(&[])
    }
}

/// Splits bytes into records. It holds no bytes: what is left of an unfinished record is the
/// caller's to keep and to give again, with more behind it.
#[derive(Debug)]
pub struct Scanner {
    ends: Box<[u32; MAX_FIELDS]>,
}

impl Default for Scanner {
    fn default() -> Self {
        Self { ends: Box::new([0; MAX_FIELDS]) }
    }
}

/// Where the scan stands inside the current field.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quote {
    /// No quote opened.
    Bare,
    /// Inside quotes.
    Open,
    /// The quotes closed at this offset; a quote right behind it opens them again (`""`).
    Closed(usize),
}

impl Scanner {
    /// Calls `on_record` for each complete record in `data` and returns how many bytes they took.
    /// With `last`, what remains at the end is a record too. `data` must be shorter than 4 GiB.
    pub fn scan(&mut self, data: &[u8], last: bool, mut on_record: impl FnMut(RawRecord<'_>)) -> usize {
        let mut now = Progress::default();
        let mut skip_lf_at = usize::MAX;
        let (chunks, tail) = data.as_chunks::<16>();
        let mut last_chunk = [0_u8; 16];
        for (slot, byte) in last_chunk.iter_mut().zip(tail) {
            *slot = *byte;
        }
        let padded = if tail.is_empty() { None } else { Some(&last_chunk) };
        for (number, chunk) in chunks.iter().chain(padded).enumerate() {
            let mut mask = structural(*chunk);
            while mask != 0 {
                let lane = mask.trailing_zeros() as usize;
                mask &= mask - 1;
                let at = number * 16 + lane;
                match chunk.get(lane) {
                    Some(b',') if now.quote == Quote::Open => {}
                    Some(b',') => now.end_field(at, &mut self.ends),
                    Some(b'"') => now.quote_at(at),
                    Some(&byte) => {
                        if now.quote == Quote::Open {
                            now.line_inside(byte, at);
                            continue;
                        }
                        if at == skip_lf_at {
                            continue;
                        }
                        let end = match (byte, data.get(at + 1)) {
                            (b'\n', _) => LineEnd::Lf,
                            (_, Some(b'\n')) => LineEnd::CrLf,
                            (_, None) if !last => return now.record_start,
                            _ => LineEnd::Cr,
                        };
                        if end == LineEnd::CrLf {
                            skip_lf_at = at + 1;
                        }
                        now.end_field(at, &mut self.ends);
                        on_record(now.record(data, at, end, false, &self.ends[..]));
                        now.next_record(at + end.bytes().len());
                    }
                    None => {}
                }
            }
        }
        if last && now.record_start < data.len() {
            let open = now.quote == Quote::Open;
            now.regular &= !open;
            now.end_field(data.len(), &mut self.ends);
            on_record(now.record(data, data.len(), LineEnd::None, open, &self.ends[..]));
            now.record_start = data.len();
        }
        now.record_start
    }
}

/// A bit for each byte of the sixteen that is `,` `"` CR or LF.
fn structural(chunk: [u8; 16]) -> u32 {
    let bytes = u8x16::new(chunk);
    let found = bytes.simd_eq(u8x16::splat(b','))
        | bytes.simd_eq(u8x16::splat(b'"'))
        | bytes.simd_eq(u8x16::splat(b'\r'))
        | bytes.simd_eq(u8x16::splat(b'\n'));
    found.to_bitmask()
}

struct Progress {
    record_start: usize,
    field_start: usize,
    fields: usize,
    inner_lines: u64,
    quote: Quote,
    regular: bool,
    last_cr: usize,
}

impl Default for Progress {
    fn default() -> Self {
        Self {
            record_start: 0,
            field_start: 0,
            fields: 0,
            inner_lines: 0,
            quote: Quote::Bare,
            regular: true,
            last_cr: usize::MAX - 1,
        }
    }
}

impl Progress {
    fn end_field(&mut self, at: usize, ends: &mut [u32; MAX_FIELDS]) {
        if let Quote::Closed(close) = self.quote {
            self.regular &= close + 1 == at;
        }
        if let Some(slot) = ends.get_mut(self.fields) {
            *slot = (at - self.record_start) as u32;
        }
        self.fields += 1;
        self.field_start = at + 1;
        self.quote = Quote::Bare;
    }

    fn quote_at(&mut self, at: usize) {
        self.quote = match self.quote {
            Quote::Bare if at == self.field_start => Quote::Open,
            Quote::Open => Quote::Closed(at),
            Quote::Closed(close) if close + 1 == at => Quote::Open,
            other => {
                self.regular = false;
                other
            }
        };
    }

    fn line_inside(&mut self, byte: u8, at: usize) {
        let second_half = byte == b'\n' && self.last_cr + 1 == at;
        self.inner_lines += u64::from(!second_half);
        if byte == b'\r' {
            self.last_cr = at;
        }
    }

    fn record<'a>(&self, data: &'a [u8], at: usize, end: LineEnd, open: bool, ends: &'a [u32]) -> RawRecord<'a> {
        RawRecord {
            bytes: data.get(self.record_start..at).unwrap_or(&[]),
            start: self.record_start,
            inner_lines: self.inner_lines,
            end,
            fields: self.fields,
            regular: self.regular,
            open,
            ends: ends.get(..self.fields.min(MAX_FIELDS)).unwrap_or(&[]),
        }
    }

    fn next_record(&mut self, start: usize) {
        *self = Self { record_start: start, field_start: start, ..Self::default() };
    }
}
