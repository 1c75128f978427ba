//! MS932 (Windows code page 932) as the standard wants it (4.3: Shift_JIS (MS932), no 外字).
//!
//! The one place that knows bytes of this encoding. The table of assigned cells comes from
//! the WHATWG index in `encoding_rs`; what is ours is the strictness: `encoding_rs` decodes
//! 外字 (F040–F9FC), 0x80 and 0x1A without a word, and its encoder turns U+00A5 into `\`.

mod defect;
mod euc;
mod tables;
mod unicode;

pub use defect::{Defect, DefectKind, defects, is_clean};
pub use euc::EucWatch;
pub use tables::{PairClass, Tables, tables};
pub use unicode::{Disguise, Utf8Watch, disguise_at_start, is_utf8_text};

/// A character that MS932 does not have; nothing was written for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("U+{:04X} at byte {offset} is not in MS932", u32::from(*.character))]
pub struct Unmappable {
    /// Byte offset of the character in the given text.
    pub offset: usize,
    /// The character.
    pub character: char,
}

/// Decodes strictly.
///
/// # Errors
/// The first defect; nothing is replaced.
pub fn decode(bytes: &[u8]) -> Result<String, Defect> {
    if let Some(defect) = defects(bytes).find(|defect| defect.kind.is_fatal()) {
        return Err(defect);
    }
    Ok(decode_lossy(bytes))
}

/// Decodes for showing to a person: what has no character becomes U+FFFD.
#[must_use]
pub fn decode_lossy(bytes: &[u8]) -> String {
    let tables = tables();
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 2);
    let mut rest = bytes;
    while let Some((&byte, after)) = rest.split_first() {
        if byte < 0x80 {
            text.push(char::from(byte));
            rest = after;
        } else if (0xA1..=0xDF).contains(&byte) {
            text.push(char::from_u32(0xFF61 + u32::from(byte - 0xA1)).unwrap_or(char::REPLACEMENT_CHARACTER));
            rest = after;
        } else {
            // 外字 and cells without a character are one character that cannot be shown, and not two.
            let (character, tail) = match after.split_first() {
                Some((&trail, tail)) if tables.is_lead(byte) && tables.class(byte, trail) != PairClass::NotATrail => {
                    (tables.decode_pair(byte, trail), tail)
                }
                _ => (None, after),
            };
            text.push(character.unwrap_or(char::REPLACEMENT_CHARACTER));
            rest = tail;
        }
    }
    text
}

/// Encodes strictly, in the order of preference of Windows: JIS X 0208, NEC row 13, IBM extensions.
///
/// # Errors
/// The first character outside MS932. U+00A5, U+203E and U+2212 are refused too: an encoder that
/// maps them to look-alikes does not give them back.
pub fn encode(text: &str) -> Result<Vec<u8>, Unmappable> {
    let mut bytes = Vec::with_capacity(text.len());
    encode_into(text, &mut bytes)?;
    Ok(bytes)
}

/// As [`encode`], appending to `out`; on an error `out` keeps what came before the character.
///
/// # Errors
/// As [`encode`].
pub fn encode_into(text: &str, out: &mut Vec<u8>) -> Result<(), Unmappable> {
    let tables = tables();
    for (offset, character) in text.char_indices() {
        let code = u32::from(character);
        if code < 0x80 {
            out.push(code as u8);
            continue;
        }
        match tables.encode_char(character) {
            Some([0, single]) => out.push(single),
            Some(pair) => out.extend_from_slice(&pair),
            None => return Err(Unmappable { offset, character }),
        }
    }
    Ok(())
}

/// How many characters the bytes are, a broken one counting as one.
#[must_use]
pub fn count_chars(bytes: &[u8]) -> usize {
    let tables = tables();
    let (mut count, mut rest) = (0, bytes);
    while let Some((&byte, after)) = rest.split_first() {
        count += 1;
        rest = match after.split_first() {
            Some((&trail, tail)) if tables.is_lead(byte) && tables.class(byte, trail) != PairClass::NotATrail => tail,
            _ => after,
        };
    }
    count
}

#[cfg(test)]
mod tests;
