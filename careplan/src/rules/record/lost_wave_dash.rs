//! 「〜」が「?」になったように見える

use super::super::prelude::*;
use super::{RecordBreach, View};
use crate::layout::Kind;

/// A wave dash looks replaced by a question mark.
pub static RULE: Rule = Rule {
    id: "record/lost-wave-dash",
    severity: Info,
    title: t("「〜」が「?」になったように見える", "a wave dash looks replaced by a question mark"),
    what: t("期間の数字の隣に「?」が無いか。", "Whether a question mark stands beside the digits of a period."),
    why: t(
        "MS932 に無い「〜」を変換できなかったときに起こり、期間が読めなくなります。",
        "It happens where a wave dash outside MS932 could not be converted; the period cannot be read.",
    ),
    example: t("「2026年1月?6か月」", "2026年1月?6か月"),
    mend: t(
        "出力側で「～」（MS932 の8160）に置き換えてから出力してください。",
        "Replace it by the full-width tilde of MS932 (8160) before writing.",
    ),
    source: "R16・既知の事例・D-7",
};

/// `?` in a field of a period.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    let fields: &[u16] = match view.kind {
        Kind::Up2kyo => &[11, 12, 20],
        _ => &[17],
    };
    let field = fields.iter().copied().find(|no| view.content(*no).contains(&b'?'))?;
    let breach = RULE.breach(
        Message::new("期間に「?」があります", "a question mark in a period"),
        Message::new("「～」", "a wave dash"),
    );
    Some(RecordBreach { field, breach: breach.reading(&reading::D_7) })
}
