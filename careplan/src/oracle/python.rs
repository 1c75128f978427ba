//! MS932 as another implementation has it: the table of Python's `cp932`, as `ci/cp932.py` writes it.

use std::collections::HashMap;
use std::sync::LazyLock;

static TABLE: &str = include_str!("cp932.txt");

/// The cells selected by NEC. Python writes there what Windows and the order of preference (JIS X
/// 0208, NEC row 13, IBM extensions) write among the IBM extensions: the one exception to its table.
const NEC_SELECTED: std::ops::RangeInclusive<u8> = 0xED..=0xEE;

/// What two bytes are that could be a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// A character.
    Character(char),
    /// A place without one.
    Empty,
    /// 外字.
    UserDefined,
    /// No lead byte, or no trail byte behind it.
    NoPair,
}

/// The table.
pub(super) struct Python {
    cells: HashMap<[u8; 2], char>,
    encoded: HashMap<char, [u8; 2]>,
}

/// The table, read once.
pub(super) fn python() -> &'static Python {
    static PYTHON: LazyLock<Python> = LazyLock::new(Python::read);
    &PYTHON
}

impl Python {
    fn read() -> Self {
        let (mut cells, mut encoded) = (HashMap::new(), HashMap::new());
        for line in TABLE.lines() {
            let Some((head, row)) = line.split_once(' ') else { continue };
            match u8::from_str_radix(head, 16) {
                Ok(lead) => {
                    let trails = (0x40..=0x7E_u8).chain(0x80..=0xFC);
                    for (trail, character) in trails.zip(row.chars()).filter(|(_, character)| *character != '.') {
                        cells.insert([lead, trail], character);
                        let cell = encoded.entry(character).or_insert([lead, trail]);
                        if NEC_SELECTED.contains(&cell[0]) {
                            *cell = [lead, trail];
                        }
                    }
                }
                // The cell that is chosen among several.
                Err(_) => {
                    let cell = row.get(..4).and_then(|digits| u16::from_str_radix(digits, 16).ok());
                    if let (Some([lead, trail]), Some(character)) = (cell.map(u16::to_be_bytes), row.chars().nth(5))
                        && !NEC_SELECTED.contains(&lead)
                    {
                        encoded.insert(character, [lead, trail]);
                    }
                }
            }
        }
        encoded.extend((0xA1..=0xDF_u8).filter_map(|kana| Some((half_width(kana)?, [0, kana]))));
        Self { cells, encoded }
    }

    /// What two bytes are.
    pub(super) fn cell(&self, lead: u8, trail: u8) -> Cell {
        match (lead, trail) {
            (0x81..=0x9F | 0xE0..=0xFC, 0x40..=0x7E | 0x80..=0xFC) => match self.cells.get(&[lead, trail]) {
                _ if (0xF0..=0xF9).contains(&lead) => Cell::UserDefined,
                Some(&character) => Cell::Character(character),
                None => Cell::Empty,
            },
            _ => Cell::NoPair,
        }
    }

    /// The bytes of a text; `None` where one of its characters has none.
    pub(super) fn encode(&self, text: &str) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        for character in text.chars() {
            match (u8::try_from(character), self.encoded.get(&character)) {
                (Ok(ascii), _) if ascii.is_ascii() => bytes.push(ascii),
                (_, Some([0, kana])) => bytes.push(*kana),
                (_, Some(pair)) => bytes.extend_from_slice(pair),
                _ => return None,
            }
        }
        Some(bytes)
    }
}

/// The character of a byte of half-width kana.
pub(super) fn half_width(byte: u8) -> Option<char> {
    char::from_u32(0xFF61 + u32::from(byte.checked_sub(0xA1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_the_measured_number_of_cells() {
        assert_eq!(python().cells.len(), 6_879 + 83 + 374 + 388);
        assert_eq!(python().cell(0x81, 0x60), Cell::Character('～'));
        assert_eq!(python().cell(0xF0, 0x40), Cell::UserDefined);
        assert_eq!(python().cell(0x81, 0xAD), Cell::Empty);
        assert_eq!(python().cell(0x81, b'"'), Cell::NoPair);
    }

    #[test]
    fn every_cell_of_our_table_is_the_one_of_python() {
        for lead in 0..=u8::MAX {
            for trail in 0..=u8::MAX {
                let theirs = match python().cell(lead, trail) {
                    Cell::Character(character) => Some(character),
                    _ => None,
                };
                assert_eq!(crate::encoding::tables().decode_pair(lead, trail), theirs, "{lead:02X}{trail:02X}");
            }
        }
    }

    #[test]
    fn every_character_is_written_as_python_writes_it() {
        for character in '\u{80}'..=char::MAX {
            let text = character.to_string();
            assert_eq!(crate::encoding::encode(&text).ok(), python().encode(&text), "U+{:04X}", u32::from(character));
        }
    }
}
