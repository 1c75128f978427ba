//! Free texts that are unusual but legal, out of the characters of MS932. What fails becomes shorter
//! and plainer: the first pool and the first letter of each are the plainest.

use std::sync::LazyLock;

use careplan::encoding::tables;
use proptest::prelude::{BoxedStrategy, Strategy, prop_oneof};

use crate::suite::case::text::{ODDITIES, TWINS};

/// Letters of a short text, at most.
const LETTERS: u8 = 16;
/// One letter after another is plain.
const PLAIN: &str = "あいう見本例示一二三アイウ１２３abc123";
/// Trail bytes 5C and 7C, and marks that others read as wave dash, minus sign or parallel.
const TRAILS: &str = "ソ表能予十ボポ貼圭構申欺暴―～∥－￠￡￢";
/// NEC row 13, IBM extensions, half-width kana.
const EXTENDED: &str = "①⑳㈱№℡㍻㍉髙﨑塚德ｶﾞﾊﾟｰ｡｢｣";
/// What CSV, spreadsheets and programs give a meaning to; a line feed stands for a line break.
const MARKS: &str = ",\"\n'=+-@;:%&<>\\|#$ 　{}";

/// Every character of two bytes, each once, in the order of its code.
static ALL: LazyLock<Vec<char>> = LazyLock::new(|| {
    let tables = tables();
    let pairs = (0x81..=0xFC).flat_map(|lead| (0x40..=0xFC).map(move |trail| [lead, trail]));
    let known = pairs.filter_map(|[lead, trail]| Some((tables.decode_pair(lead, trail)?, [lead, trail])));
    known.filter(|(c, pair)| tables.encode_char(*c) == Some(*pair)).map(|(c, _)| c).collect()
});

/// One of some characters. Numbers are of 32 bits on every platform; those of `proptest` that choose
/// from lists are not.
fn one_of(characters: Vec<char>) -> impl Strategy<Value = char> {
    let end = u32::try_from(characters.len()).unwrap_or(1).max(1);
    (0..end).prop_map(move |at| usize::try_from(at).ok().and_then(|at| characters.get(at)).copied().unwrap_or('あ'))
}

fn pool(characters: &str) -> impl Strategy<Value = char> + use<> {
    one_of(characters.chars().collect())
}

/// A text that is not empty.
pub(super) fn text() -> BoxedStrategy<String> {
    let letter = prop_oneof![
        4 => pool(PLAIN),
        3 => pool(TRAILS),
        2 => pool(EXTENDED),
        2 => pool(MARKS),
        1 => pool(TWINS),
        2 => one_of(ALL.clone()),
    ];
    let short = (1..=LETTERS, proptest::array::uniform16(letter)).prop_map(|(length, letters)| {
        let letters: String = letters.iter().take(length.into()).collect();
        letters.replace('\n', "\r\n")
    });
    let long = (1..=80_u8).prop_map(|times| "見守りと声かけを毎日行い、様子を記録する。".repeat(times.into()));
    let odd = (0..u32::try_from(ODDITIES.len()).unwrap_or(1)).prop_map(|at| {
        let odd = usize::try_from(at).ok().and_then(|at| ODDITIES.get(at));
        let odd = odd.map(super::super::text::Oddity::tail).unwrap_or_default();
        // Odd at both ends, and never of half-width kana alone: a whole file of them may be EUC-JP.
        format!("{odd}見本{odd}")
    });
    prop_oneof![6 => short, 1 => long, 2 => odd].boxed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_of_every_pool_can_be_written() {
        for pool in [PLAIN, TRAILS, EXTENDED, MARKS, TWINS] {
            assert!(careplan::encoding::encode(pool).is_ok(), "{pool}");
        }
        assert!(ALL.len() > 7_000, "{}", ALL.len());
        let all: String = ALL.iter().collect();
        assert!(careplan::encoding::encode(&all).is_ok());
    }
}
