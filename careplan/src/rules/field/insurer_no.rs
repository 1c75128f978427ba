//! 保険者番号の形でない

use super::super::prelude::*;
use super::seen_number;
use crate::layout::Field;
use crate::value::InsurerNo;

/// Not an insurer number.
pub static RULE: Rule = Rule {
    id: "field/insurer-no",
    severity: Error,
    title: t("保険者番号の形でない", "not an insurer number"),
    what: t("6桁の数字か。", "Whether it is six digits."),
    why: t("利用者に結び付けられません。", "The record ties to nobody."),
    example: t("前ゼロの落ちた5桁。", "Five digits that lost a zero."),
    mend: t("前ゼロを含む6桁で出力してください。", "Write six digits with leading zeros."),
    source: "R21・保険者番号",
};

/// Six digits.
pub(crate) fn check(field: &Field, content: &[u8]) -> Option<Breach> {
    let ok = InsurerNo::parse(content).is_some();
    (!ok).then(|| RULE.breach(seen_number(field, content, 6), Message::new("6桁の数字", "six digits")))
}
