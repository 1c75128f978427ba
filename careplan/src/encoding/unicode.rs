//! Recognising Unicode files: their bytes often look like odd MS932, so they are named as what
//! they are rather than as a hundred broken characters.

/// A Unicode form that shows in the first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disguise {
    /// EF BB BF.
    Utf8Bom,
    /// FF FE, or every second byte NUL.
    Utf16Le,
    /// FE FF, or every first byte NUL.
    Utf16Be,
}

/// Looks at the first bytes of a file (eight are enough).
#[must_use]
pub fn disguise_at_start(bytes: &[u8]) -> Option<Disguise> {
    match bytes {
        [0xEF, 0xBB, 0xBF, ..] => Some(Disguise::Utf8Bom),
        [0xFF, 0xFE, ..] => Some(Disguise::Utf16Le),
        [0xFE, 0xFF, ..] => Some(Disguise::Utf16Be),
        [a, 0, b, 0, c, 0, ..] if *a != 0 && *b != 0 && *c != 0 => Some(Disguise::Utf16Le),
        [0, a, 0, b, 0, c, ..] if *a != 0 && *b != 0 && *c != 0 => Some(Disguise::Utf16Be),
        _ => None,
    }
}

/// Whether bytes that pass for MS932 are rather UTF-8: all of them valid, with two or more Japanese
/// characters. One field or record of a file may be so, where software joined texts of two encodings.
#[must_use]
pub fn is_utf8_text(bytes: &[u8]) -> bool {
    // E2–E9 and EF open the Japanese of UTF-8; in MS932 they open rare kanji or nothing.
    matches!(bytes.iter().find(|byte| !byte.is_ascii()), Some(0xE2..=0xE9 | 0xEF))
        && std::str::from_utf8(bytes).is_ok_and(|text| text.chars().filter(is_japanese).nth(1).is_some())
}

fn is_japanese(character: &char) -> bool {
    matches!(character, '\u{3000}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}')
}

/// Watches whether all bytes so far could be UTF-8, across pieces of any size.
#[derive(Clone, Debug, Default)]
pub struct Utf8Watch {
    tail: Vec<u8>,
    broken: bool,
    japanese: u64,
    first: Option<u64>,
    seen: u64,
}

impl Utf8Watch {
    /// Takes the next bytes; cheap once a byte has shown that it is not UTF-8.
    pub fn feed(&mut self, bytes: &[u8]) {
        if self.broken {
            return;
        }
        if self.tail.is_empty() {
            self.take(bytes);
        } else {
            let mut joined = std::mem::take(&mut self.tail);
            joined.extend_from_slice(bytes);
            self.take(&joined);
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        let (valid, rest) = match std::str::from_utf8(bytes) {
            Ok(valid) => (valid, &[][..]),
            Err(error) => {
                let (valid, rest) = bytes.split_at_checked(error.valid_up_to()).unwrap_or((bytes, &[]));
                self.broken = error.error_len().is_some() || rest.len() > 3;
                (std::str::from_utf8(valid).unwrap_or(""), rest)
            }
        };
        if !self.broken && !valid.is_ascii() {
            for (offset, character) in valid.char_indices().filter(|(_, character)| !character.is_ascii()) {
                self.first.get_or_insert(self.seen + offset as u64);
                self.japanese += u64::from(is_japanese(&character));
            }
        }
        self.seen += valid.len() as u64;
        self.tail = rest.to_vec();
    }

    /// Whether the bytes so far may still turn out to be UTF-8 beyond ASCII.
    #[must_use]
    pub const fn alive(&self) -> bool {
        !self.broken
    }

    /// At the end of the file: the offset of the first character beyond ASCII, if the file is UTF-8.
    /// `ms932_defects` tells whether the same bytes also fail as MS932; where they do not, two
    /// Japanese characters are asked for, since a pair of half-width kana can be valid UTF-8 too.
    #[must_use]
    pub fn verdict(&self, ms932_defects: bool) -> Option<u64> {
        let utf8 = !self.broken && self.tail.is_empty() && (ms932_defects || self.japanese >= 2);
        if utf8 { self.first } else { None }
    }
}
