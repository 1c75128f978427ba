//! 固定値 9999999999 でない

use super::super::prelude::*;
use super::seen;
use crate::layout::Field;

/// Not the fixed 9999999999.
pub static RULE: Rule = Rule {
    id: "field/fixed-nines",
    severity: Error,
    title: t("固定値 9999999999 でない", "not the fixed 9999999999"),
    what: t("第7表の事業所コード（No.34）が 9999999999 か。", "Whether UPSIKYU No.34 holds 9999999999."),
    why: t(
        "固定値を確かめる取込側で拒否されることがあります。",
        "A receiver that checks the fixed value may refuse the row.",
    ),
    example: t("自事業所の番号を入れたもの。", "The office's own number."),
    mend: t("9999999999 を固定で設定してください。", "Write 9999999999 always."),
    source: "R128",
};

/// `9999999999`.
pub(crate) fn check(field: &Field, content: &[u8]) -> Option<Breach> {
    let ok = content == b"9999999999";
    (!ok).then(|| RULE.breach(seen(field, content), Message::new("9999999999", "9999999999")))
}
