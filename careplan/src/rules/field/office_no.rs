//! 事業所番号の形でない

use super::super::prelude::*;
use super::seen_number;
use crate::layout::Field;
use crate::value::OfficeNo;

/// Not an office number.
pub static RULE: Rule = Rule {
    id: "field/office-no",
    severity: Error,
    title: t("事業所番号の形でない", "not an office number"),
    what: t("半角英数字10桁か。", "Whether it is ten half-width characters."),
    why: t("事業所に結び付けられません。", "The record ties to no office."),
    example: t("前ゼロの落ちた9桁。", "Nine digits that lost a zero."),
    mend: t(
        "前ゼロを含む10桁で出力してください。総合事業では3文字目が英字のことがあります。",
        "Write ten characters with leading zeros; the third may be a letter.",
    ),
    source: "R21・事業所番号",
};

/// Ten digits or capitals; a letter elsewhere than third place is only unusual.
pub(crate) fn check(field: &Field, content: &[u8]) -> Option<Breach> {
    let breach =
        RULE.breach(seen_number(field, content, 10), Message::new("半角英数字10桁", "ten half-width characters"));
    if OfficeNo::parse(content).is_none() {
        return Some(breach);
    }
    let odd = content.iter().enumerate().any(|(place, byte)| place != 2 && !byte.is_ascii_digit());
    odd.then(|| breach.at_most(Warning))
}
