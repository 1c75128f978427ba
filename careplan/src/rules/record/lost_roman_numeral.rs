//! ローマ数字などの1バイト目が落ちたように見える

use super::super::prelude::*;
use super::{RecordBreach, View};
use crate::layout::Kind;

/// Half of a Roman numeral looks lost.
pub static RULE: Rule = Rule {
    id: "record/lost-roman-numeral",
    severity: Info,
    title: t("ローマ数字などの1バイト目が落ちたように見える", "half of a Roman numeral looks lost"),
    what: t(
        "名称の末尾に、機種依存文字（Ⅰ、Ⅱ、①など）の2バイト目だけが残っていないか。",
        "Whether a name ends in the second half of a character such as Ⅰ, Ⅱ or ①.",
    ),
    why: t("取込側で「訪問型独自サービスU」のように表示されます。", "The receiver shows U in place of Ⅱ."),
    example: t("サービスⅡ が「サービスU」になる。", "A name ending in U instead of Ⅱ."),
    mend: t(
        "元の名称を確かめてください。英字が正しければ、直す必要はありません。",
        "See the name; a letter that belongs there is fine.",
    ),
    source: "R16・既知の事例・D-7",
};

/// Ⅰ–Ⅴ and ① end in these bytes.
const HALVES: &[u8] = b"TUVWX@";

/// A single half behind a character of two bytes, at the end of a name of a service or office.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    let fields: &[u16] = match view.kind {
        Kind::Up2kyo => &[16, 18],
        Kind::Upsikyu => &[6],
        _ => &[21],
    };
    let field = fields.iter().copied().find(|no| ends_in_half(view.content(*no)))?;
    let breach = RULE.breach(
        Message::new("全角文字の後ろに英字が1つ残っています", "a single letter behind full-width characters"),
        Message::new("元の名称のとおり", "the name as it is"),
    );
    Some(RecordBreach { field, breach: breach.reading(&reading::D_7) })
}

fn ends_in_half(name: &[u8]) -> bool {
    let Some((last, rest)) = name.split_last() else { return false };
    if !HALVES.contains(last) {
        return false;
    }
    // The byte is a character of its own only where the characters before it end right there.
    let (mut at, mut wide) = (0, false);
    while let Some(byte) = rest.get(at) {
        wide = matches!(byte, 0x81..=0x9F | 0xE0..=0xFC);
        at += if wide { 2 } else { 1 };
    }
    wide && at == rest.len()
}
