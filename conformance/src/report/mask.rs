//! Values in reports: what could tell of a person is shown as a shape.

use careplan::diagnostic::Value;

use super::Options;
use crate::shown::{text_of_ms932, visible};

/// The longest shape, in characters.
const SHAPE: usize = 24;
/// The longest value shown as it is, in characters.
const PLAIN: usize = 40;

/// The shape of a text: digits `#`, ASCII letters `x`, ASCII punctuation and spaces as they are,
/// everything else `〇`; at most 24 characters, then `…`.
#[must_use]
pub fn mask(text: &str) -> String {
    let mut shape: String = text.chars().take(SHAPE).map(shape_of).collect();
    if text.chars().nth(SHAPE).is_some() {
        shape.push('…');
    }
    shape
}

/// The shape of one character.
pub(super) const fn shape_of(c: char) -> char {
    if c.is_ascii_digit() {
        '#'
    } else if c.is_ascii_alphabetic() {
        'x'
    } else if c.is_ascii_punctuation() || matches!(c, ' ' | '\u{3000}') {
        c
    } else {
        '〇'
    }
}

/// A value as reports show it: masked where it is private, cut where it is long, control
/// characters made visible.
#[must_use]
pub fn shown_value(value: &Value, options: &Options) -> String {
    let text = text_of_ms932(&value.bytes);
    if value.private && !options.show_values {
        return mask(&text);
    }
    let mut plain = visible(&text.chars().take(PLAIN).collect::<String>());
    if text.chars().nth(PLAIN).is_some() {
        plain.push('…');
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_private_value_shows_its_shape_only() {
        assert_eq!(mask("H12-山田"), "x##-〇〇");
        assert_eq!(mask("00-0000 山田　花子"), "##-#### 〇〇　〇〇");
        assert_eq!(mask("\u{1b}\u{202e}"), "〇〇");
        assert_eq!(mask(&"1".repeat(25)), format!("{}…", "#".repeat(24)));
        let value = Value { bytes: b"0000214364".to_vec(), private: true };
        assert_eq!(shown_value(&value, &Options::default()), "##########");
        let asked = Options { show_values: true, ..Options::default() };
        assert_eq!(shown_value(&value, &asked), "0000214364");
    }

    #[test]
    fn a_plain_value_keeps_its_text_but_no_control_characters() {
        let value = Value { bytes: b"2025\x1b[2J".to_vec(), private: false };
        assert_eq!(shown_value(&value, &Options::default()), "2025\\u{1b}[2J");
    }
}
