//! Recognising EUC-JP: every byte of it beyond ASCII may be a half-width kana or half a character
//! of MS932, so a short file can pass for odd MS932.

/// Watches whether all bytes so far could be EUC-JP, across pieces of any size.
#[derive(Clone, Debug, Default)]
pub struct EucWatch {
    /// Bytes of the character at hand that have yet to come.
    missing: u8,
    /// Whether what is missing belongs to a pair of JIS X 0208.
    in_pair: bool,
    broken: bool,
    /// Pairs of kana in a row, up to the one at hand.
    row: u64,
    pairs: u64,
    kana: u64,
    /// Pairs of kana that follow two others directly.
    rows: u64,
    first: Option<u64>,
    seen: u64,
}

impl EucWatch {
    /// Takes the next bytes; cheap once a byte has shown that it is not EUC-JP.
    pub fn feed(&mut self, bytes: &[u8]) {
        if self.broken || (self.missing == 0 && bytes.is_ascii()) {
            self.seen += bytes.len() as u64;
            return;
        }
        for (offset, &byte) in bytes.iter().enumerate() {
            if self.missing > 0 {
                self.missing -= 1;
                self.broken = byte < 0xA1 || byte == 0xFF;
                self.pairs += u64::from(self.in_pair && self.missing == 0);
            } else {
                self.begin(byte);
                if byte >= 0x80 {
                    self.first.get_or_insert(self.seen + offset as u64);
                }
            }
            if self.broken {
                break;
            }
        }
        self.seen += bytes.len() as u64;
    }

    fn begin(&mut self, byte: u8) {
        (self.missing, self.in_pair) = match byte {
            0x00..=0x7F => (0, false),
            // Half-width kana, and the three bytes of JIS X 0212.
            0x8E => (1, false),
            0x8F => (2, false),
            0xA1..=0xFE => (1, true),
            _ => {
                self.broken = true;
                (0, false)
            }
        };
        let is_kana = matches!(byte, 0xA4 | 0xA5);
        self.row = if is_kana { self.row + 1 } else { 0 };
        self.kana += u64::from(is_kana);
        self.rows += u64::from(self.row > 2);
    }

    /// At the end of the file: the offset of the first character beyond ASCII, if the file is EUC-JP.
    /// Where the same bytes are MS932 too (`ms932_defects` is false), several kana are asked for, in rows
    /// or many: as MS932 they would be 、 or ・ in half width before every second character, or in a
    /// fifth of all places, which a text in half-width kana does not have.
    #[must_use]
    pub fn verdict(&self, ms932_defects: bool) -> Option<u64> {
        let whole = !self.broken && self.missing == 0;
        let euc = whole && if ms932_defects { self.pairs >= 2 } else { self.speaks() };
        if euc { self.first } else { None }
    }

    /// Whether there are as many kana as Japanese has.
    const fn speaks(&self) -> bool {
        (self.rows >= 2 && self.rows * 16 > self.pairs) || (self.kana >= 4 && self.kana * 5 > self.pairs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(bytes: &[u8]) -> Option<u64> {
        let mut watch = EucWatch::default();
        watch.feed(bytes);
        watch.verdict(false)
    }

    #[test]
    fn kana_in_a_row_are_euc_jp() {
        // デイサこども of EUC-JP.
        assert_eq!(verdict(b"1,\xA5\xC7\xA5\xA4\xA5\xB5\xA4\xB3\xA4\xC9\xA4\xE2,"), Some(2));
    }

    #[test]
    fn half_width_kana_of_ms932_with_their_punctuation_are_not() {
        // ﾃｲｻｲﾋｽ･ｾﾝﾀﾀﾀﾀ､ﾃｲ, always of an even length, so that every byte could be half of a pair.
        let text = b"\xC3\xB2\xBB\xB2\xCB\xBD\xA5\xBE\xDD\xC0\xC0\xC0\xC0\xA4\xC3\xB2,".repeat(20);
        assert_eq!(verdict(&text), None);
    }
}
