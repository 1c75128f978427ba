//! The canonical writer: what the standard asks for, byte for byte.

use crate::encoding::{self, Unmappable};
use crate::layout::Field;

/// Writes one record canonically: free text always in quotes with quotes doubled (R17, R19),
/// everything else bare (but for the odd content that would not be read back so, such as a comma
/// in a telephone number), commas between (R14), CR LF behind, MS932 throughout (R15).
///
/// # Errors
/// The No. of the field and the character that MS932 does not have (R16 leaves the choice of a
/// substitute to the sender); `out` is then as it was before.
pub fn write_canonical<'a>(
    fields: &[Field],
    texts: impl IntoIterator<Item = &'a str>,
    out: &mut Vec<u8>,
) -> Result<(), (u16, Unmappable)> {
    let before = out.len();
    for (index, (field, text)) in fields.iter().zip(texts).enumerate() {
        if index > 0 {
            out.push(b',');
        }
        let quoted = field.format.is_free_text() || needs_quotes(text);
        let written = if quoted { quote_into(text, out) } else { encoding::encode_into(text, out) };
        if let Err(unmappable) = written {
            out.truncate(before);
            return Err((field.no, unmappable));
        }
    }
    out.extend_from_slice(b"\r\n");
    Ok(())
}

/// Whether the grammar would take the text apart without quotes around it.
pub(super) fn needs_quotes(text: &str) -> bool {
    text.contains(['"', ',', '\r', '\n'])
}

/// Writes text in quotes, its own quotes doubled.
///
/// # Errors
/// As [`encoding::encode_into`].
pub fn quote_into(text: &str, out: &mut Vec<u8>) -> Result<(), Unmappable> {
    out.push(b'"');
    let mut offset = 0;
    for (number, part) in text.split('"').enumerate() {
        if number > 0 {
            out.extend_from_slice(b"\"\"");
            offset += 1;
        }
        encoding::encode_into(part, out).map_err(|error| Unmappable { offset: offset + error.offset, ..error })?;
        offset += part.len();
    }
    out.push(b'"');
    Ok(())
}
