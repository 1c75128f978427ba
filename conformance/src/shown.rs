//! Strings as people see them: bytes of names and values decoded for display only, and made
//! safe for terminals, HTML and XML.

use std::fmt::Write as _;
use std::io;

use careplan::text::{Message, Text};

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

/// Why the operating system refused something, the common reasons in both languages.
#[must_use]
pub fn io_reason(error: &io::Error) -> Message {
    use io::ErrorKind::{
        BrokenPipe, FileTooLarge, InvalidFilename, IsADirectory, NotADirectory, NotFound, PermissionDenied,
        ReadOnlyFilesystem, StorageFull, UnexpectedEof,
    };
    let known = match error.kind() {
        NotFound => Text::new("見つかりません", "not found"),
        PermissionDenied => Text::new("権限がありません", "no permission"),
        StorageFull => Text::new("空き容量がありません", "no space left"),
        BrokenPipe => Text::new("出力先が途中で閉じられました", "the reader went away"),
        IsADirectory => Text::new("フォルダーです", "it is a folder"),
        NotADirectory => Text::new("途中がフォルダーではありません", "part of the path is no folder"),
        InvalidFilename => Text::new("名前が長すぎるか、使えない名前です", "the name is too long or not allowed"),
        FileTooLarge => Text::new("大きすぎます", "too large"),
        ReadOnlyFilesystem => Text::new("書き込めない場所です", "the place is read-only"),
        UnexpectedEof => Text::new("途中で終わっています", "it ends too early"),
        _ => {
            let text = visible(&error.to_string());
            return Message::new(text.clone(), text);
        }
    };
    known.into()
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
