//! Strings as people see them: bytes of names and values decoded for display only, and made
//! safe for terminals, HTML and XML.

use std::fmt::Write as _;

/// Decodes bytes for display: UTF-8 where they are, else MS932; what is neither becomes U+FFFD.
#[must_use]
pub fn name_of_bytes(bytes: &[u8]) -> String {
    std::str::from_utf8(bytes).map_or_else(|_| text_of_ms932(bytes), str::to_owned)
}

/// Decodes the bytes of a field for display; what is not MS932 becomes U+FFFD.
#[must_use]
pub fn text_of_ms932(bytes: &[u8]) -> String {
    careplan::encoding::decode_lossy(bytes)
}

/// Writes control characters, line separators and direction marks as `\u{1b}`, so that neither
/// a file name nor a value can move a cursor, change a colour or turn a line around.
#[must_use]
pub fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_hostile(c) {
            let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

pub(crate) fn is_hostile(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_ms932_is_read_as_japanese() {
        assert_eq!(name_of_bytes(&[0x95, 0x5c, b'.', b'C', b'S', b'V']), "表.CSV");
        assert_eq!(name_of_bytes("表.CSV".as_bytes()), "表.CSV");
    }

    #[test]
    fn an_escape_sequence_never_stays_raw() {
        let shown = visible("a\u{1b}[31mb\u{202e}c\r\n");
        assert_eq!(shown, "a\\u{1b}[31mb\\u{202e}c\\u{d}\\u{a}");
    }
}
