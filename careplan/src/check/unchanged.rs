//! What a record has in common with the one before it. Rows of one person repeat most of their
//! fields; a field that left nothing to say leaves nothing again.

use crate::csv::RawRecord;

/// The last record, if nothing at all was said of it.
#[derive(Debug, Default)]
pub(super) struct Unchanged {
    before: Vec<u8>,
    fields: usize,
    /// Whether the shortcut of its kind recognised it.
    plain: bool,
}

/// The bytes of a record that differ from those of the record before: a field that ends before
/// `from` or begins behind `to` is the same there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Changed {
    from: usize,
    to: usize,
}

impl Changed {
    const ALL: Self = Self { from: 0, to: usize::MAX };

    /// Whether all fields from offset `at` on are the same.
    pub(super) const fn ends_before(self, at: usize) -> bool {
        at > self.to
    }

    /// Whether a field of `len` bytes at offset `at` may differ.
    pub(super) const fn touches(self, at: usize, len: usize) -> bool {
        at + len >= self.from && at <= self.to
    }
}

impl Unchanged {
    /// What differs. Both records have regular quotes and as many fields, so that an equal end has
    /// its commas at the same fields: the number of quotes in it is even for both or for neither.
    pub(super) fn compare(&self, record: &RawRecord<'_>) -> Changed {
        if !record.regular || self.fields != record.fields || self.before.is_empty() {
            return Changed::ALL;
        }
        let from = common_start(&self.before, record.bytes);
        Changed { from, to: record.bytes.len() - common_end(&self.before, record.bytes) }
    }

    /// Takes a record of which nothing was said.
    pub(super) fn remember(&mut self, record: &RawRecord<'_>, plain: bool) {
        self.before.clear();
        self.before.extend_from_slice(record.bytes);
        self.fields = record.fields;
        self.plain = plain;
    }

    /// Whether the record before left nothing to say and the shortcut recognised it.
    pub(super) fn was_plain(&self) -> bool {
        self.plain && !self.before.is_empty()
    }

    /// Forgets: something was said of the record.
    pub(super) fn forget(&mut self) {
        self.before.clear();
    }
}

fn common_start(one: &[u8], other: &[u8]) -> usize {
    let ((chunks, _), (others, _)) = (one.as_chunks::<16>(), other.as_chunks::<16>());
    let equal = 16 * chunks.iter().zip(others).take_while(|(a, b)| a == b).count();
    equal + one.iter().skip(equal).zip(other.iter().skip(equal)).take_while(|(a, b)| a == b).count()
}

fn common_end(one: &[u8], other: &[u8]) -> usize {
    let ((_, chunks), (_, others)) = (one.as_rchunks::<16>(), other.as_rchunks::<16>());
    let equal = 16 * chunks.iter().rev().zip(others.iter().rev()).take_while(|(a, b)| a == b).count();
    let (one, other) = (one.iter().rev().skip(equal), other.iter().rev().skip(equal));
    equal + one.zip(other).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::csv::Scanner;

    /// The No. of the fields of the second line that are looked at again.
    fn looked_at(text: &[u8]) -> Vec<usize> {
        let mut unchanged = Unchanged::default();
        let mut found = Vec::new();
        Scanner::default().scan(text, true, |record| {
            let changed = unchanged.compare(&record);
            found = record
                .iter()
                .enumerate()
                .filter(|(_, (at, raw))| changed.touches(*at, raw.len()))
                .map(|(index, _)| index + 1)
                .collect();
            unchanged.remember(&record, false);
        });
        found
    }

    #[test]
    fn every_field_that_differs_is_looked_at_again() {
        let cases: [(&[u8], &[usize]); 7] = [
            (b"a,b,c,d\r\na,b,x,d", &[3]),
            (b"a,b,c,d\r\na,,c,d", &[2]),
            (b"a,b,c,d\r\na,bb,c,d", &[2]),
            (b"a,bb,c,d\r\na,b,c,d", &[2]),
            (b"a,b,c,d\r\nx,b,c,y", &[1, 2, 3, 4]),
            (b"a,b,c\r\na,b,c,d", &[1, 2, 3, 4]),
            (b"a,\",b\",c,d\r\na,\"x,b\",c,d", &[2]),
        ];
        for (text, fields) in cases {
            for field in fields {
                assert!(looked_at(text).contains(field), "{:?} No.{field}", text.escape_ascii().to_string());
            }
        }
    }

    #[test]
    fn fields_in_an_equal_start_or_end_are_not_looked_at_again() {
        assert_eq!(looked_at(b"a,b,c,d,e\r\na,b,x,d,e"), [3]);
        assert_eq!(looked_at(b"a,b,c,d,e\r\na,b,c,d,e"), [] as [usize; 0]);
    }
}
