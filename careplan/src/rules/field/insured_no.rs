//! 被保険者番号の形でない

use super::super::prelude::*;
use super::seen_number;
use crate::layout::Field;
use crate::value::InsuredNo;

/// Not an insured number.
pub static RULE: Rule = Rule {
    id: "field/insured-no",
    severity: Error,
    title: t("被保険者番号の形でない", "not an insured number"),
    what: t("10桁の数字、または H と9桁の数字か。", "Whether it is ten digits, or H and nine digits."),
    why: t(
        "先頭の0が落ちた番号では利用者に結び付かず、別人や取込不能になります。",
        "A number that lost its zeros ties to nobody, or to another person.",
    ),
    example: t("9桁の番号、小文字の h。", "Nine digits, or a small h."),
    mend: t(
        "前ゼロを含む10桁で出力してください。表計算ソフトで開いて保存すると前ゼロが失われます。",
        "Write ten characters with leading zeros; saving in a spreadsheet drops them.",
    ),
    source: "R107",
};

/// Ten digits, or `H` and nine.
pub(crate) fn check(field: &Field, content: &[u8]) -> Option<Breach> {
    let ok = InsuredNo::parse(content).is_some();
    (!ok).then(|| {
        RULE.breach(
            seen_number(field, content, 10),
            Message::new("10桁の数字（生活保護単独は H＋9桁）", "ten digits, or H and nine digits"),
        )
    })
}
