//! The codes of seats: short, read aloud without confusion, not to be guessed in a lesson.

use crate::config::StartError;

/// No letter or digit that is taken for another when it is written on a board or read aloud.
const ALPHABET: &[u8; 24] = b"ABCDEFGHJKMNPRTUVWXY3479";
const LENGTH: usize = 5;

/// So many codes, no two alike.
pub(super) fn draw(count: usize) -> Result<Vec<String>, StartError> {
    let mut codes = Vec::with_capacity(count);
    while codes.len() < count {
        let code = one()?;
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    Ok(codes)
}

fn one() -> Result<String, StartError> {
    let mut code = String::with_capacity(LENGTH);
    while code.len() < LENGTH {
        let byte = random::<1>()?[0];
        // Bytes beyond the last whole round of the alphabet would prefer its beginning.
        if usize::from(byte) < 256 - 256 % ALPHABET.len() {
            code.push(char::from(ALPHABET[usize::from(byte) % ALPHABET.len()]));
        }
    }
    Ok(code)
}

/// Random bytes.
pub(super) fn random<const N: usize>() -> Result<[u8; N], StartError> {
    use ring::rand::{Random, SystemRandom, generate};
    let bytes: Random<[u8; N]> = generate(&SystemRandom::new()).map_err(|_| StartError::NoChance)?;
    Ok(bytes.expose())
}

/// A code as it was typed: in small letters, full width, with spaces or hyphens.
pub(super) fn typed(text: &str) -> String {
    let narrow = |c: char| match c {
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '０'..='９' => {
            char::from_u32(u32::from(c) - (u32::from('Ａ') - u32::from('A'))).unwrap_or(c)
        }
        other => other,
    };
    let kept = text.chars().map(narrow).filter(char::is_ascii_alphanumeric);
    kept.take(LENGTH + 1).map(|c| c.to_ascii_uppercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_all_different_and_easy_to_read() {
        let codes = draw(100).unwrap();
        for (n, code) in codes.iter().enumerate() {
            assert_eq!(code.len(), LENGTH);
            assert!(code.bytes().all(|b| ALPHABET.contains(&b)), "{code}");
            assert!(!codes[..n].contains(code), "{code}");
        }
    }

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        for text in ["ABC34", "abc34", " abc-34 ", "ＡＢＣ３４", "ａｂｃ３４"] {
            assert_eq!(typed(text), "ABC34", "{text}");
        }
        assert_eq!(typed("ABC345678").len(), LENGTH + 1, "what is too long stays wrong");
    }
}
