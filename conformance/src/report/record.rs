//! The record around a finding, read again from the file: a small piece, never the whole of it.

use std::borrow::Cow;

use careplan::csv::Scanner;
use careplan::diagnostic::Finding;
use careplan::layout::{Field, Layout};

use crate::input::Source;
use crate::judge::JudgedFile;

/// Bytes read before and behind the place.
const BEFORE: u64 = 4 << 10;
const BEHIND: u64 = 8 << 10;

/// The bytes of one file, piece by piece. What lies in an archive is unpacked once, as far as
/// pieces are taken from it at all.
pub(super) struct Bytes<'a> {
    source: &'a Source,
    unpacked: Option<Vec<u8>>,
}

impl<'a> Bytes<'a> {
    const fn of(source: &'a Source) -> Self {
        Self { source, unpacked: None }
    }

    /// `len` bytes from `start`, fewer at the end of the file; `None` where they cannot be read.
    pub(super) fn piece(&mut self, start: u64, len: u64) -> Option<Cow<'_, [u8]>> {
        if matches!(self.source, Source::File(_)) {
            return self.source.piece(start, len).ok().map(Cow::Owned);
        }
        let source = self.source;
        let unpacked =
            self.unpacked.get_or_insert_with(|| source.piece(0, Source::BYTE_REACH + BEHIND).unwrap_or_default());
        let start = usize::try_from(start).ok()?;
        let end = start.saturating_add(usize::try_from(len).ok()?).min(unpacked.len());
        unpacked.get(start..end).map(Cow::Borrowed)
    }
}

/// The bytes of the file that is being told of; findings come file by file.
#[derive(Default)]
pub(super) struct Reread<'a>(Option<(&'a JudgedFile, Bytes<'a>)>);

impl<'a> Reread<'a> {
    pub(super) fn of(&mut self, file: &'a JudgedFile) -> &mut Bytes<'a> {
        let known = self.0.take().filter(|(known, _)| std::ptr::eq(*known, file));
        &mut self.0.insert(known.unwrap_or_else(|| (file, Bytes::of(&file.item.source)))).1
    }
}

/// A piece of a file in which a record begins.
pub(super) struct Around<'a> {
    piece: Cow<'a, [u8]>,
    /// Where the record begins in the piece.
    pub(super) start: usize,
    /// The bytes that the finding names, in the piece.
    pub(super) range: (usize, usize),
}

impl Around<'_> {
    /// The record and what follows it.
    pub(super) fn bytes(&self) -> &[u8] {
        self.piece.get(self.start..).unwrap_or_default()
    }
}

/// The piece around a finding about a record; `None` where it is about none, or too long.
pub(super) fn around<'a>(bytes: &'a mut Bytes<'_>, finding: &Finding) -> Option<Around<'a>> {
    finding.place.record?;
    let (start, end) = finding.place.bytes?;
    let from = start.saturating_sub(BEFORE);
    let piece = bytes.piece(from, start - from + BEHIND)?;
    let at = usize::try_from(start - from).ok()?;
    let range = (at, at + usize::try_from(end.saturating_sub(start)).ok()?);
    Some(Around { start: record_start(&piece, at, from == 0)?, piece, range })
}

/// One field of a record, as received.
pub(super) struct Part<'a> {
    /// Its position, from 0.
    pub(super) index: usize,
    /// Where it begins, from the start of the record.
    pub(super) offset: usize,
    pub(super) raw: &'a [u8],
    /// Its row of the layout; none where the columns have shifted and nobody knows which it is.
    pub(super) field: Option<&'static Field>,
    /// Bytes of the whole record.
    pub(super) record_len: usize,
}

impl Part<'_> {
    /// Whether it surely tells of no person.
    pub(super) fn is_public(&self) -> bool {
        self.field.is_some_and(|field| !field.format.is_private())
    }
}

/// Visits the fields of the first record of these bytes.
pub(super) fn each_field(bytes: &[u8], layout: Option<&'static Layout>, mut visit: impl FnMut(&Part<'_>)) {
    let fields = layout.map(|layout| layout.fields).unwrap_or_default();
    let mut is_first = true;
    Scanner::default().scan(bytes, true, |record| {
        if !std::mem::replace(&mut is_first, false) {
            return;
        }
        let in_place = record.regular && !record.open && record.fields == fields.len();
        for (index, (offset, raw)) in record.iter().enumerate() {
            let field = fields.get(index).filter(|_| in_place);
            visit(&Part { index, offset: record.start + offset, raw, field, record_len: record.bytes.len() });
        }
    });
}

/// Where the record around `at` begins: the nearest line end before it that is not inside quotes.
/// Quotes are counted backwards from the field, which is outside of any.
fn record_start(piece: &[u8], at: usize, is_file_start: bool) -> Option<usize> {
    let opening = at.checked_sub(1).filter(|&before| {
        piece.get(before) == Some(&b'"')
            && before.checked_sub(1).is_none_or(|b| matches!(piece.get(b), Some(b',' | b'\r' | b'\n')))
    });
    let mut inside = false;
    for before in (0..opening.unwrap_or(at)).rev() {
        match piece.get(before) {
            Some(b'"') => inside = !inside,
            Some(b'\r' | b'\n') if !inside => return Some(before + 1),
            Some(_) => {}
            None => return None,
        }
    }
    is_file_start.then_some(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_record_is_found_backwards_across_a_line_break_in_quotes() {
        let bytes = b"a,b\r\n1,\"x\r\ny\"\"z\",3\r\n";
        let at = bytes.iter().position(|&b| b == b'3').expect("there");
        assert_eq!(record_start(bytes, at, true), Some(5));
        let quoted = bytes.iter().position(|&b| b == b'x').expect("there");
        assert_eq!(record_start(bytes, quoted, true), Some(5));
        assert_eq!(record_start(b"no line end", 4, false), None);
    }
}
