//! 99.99 の形でない

use super::super::prelude::*;
use super::seen;
use crate::layout::Field;
use crate::value::UnitPrice;

/// Not of the form 99.99.
pub static RULE: Rule = Rule {
    id: "field/decimal",
    severity: Error,
    title: t("99.99 の形でない", "not of the form 99.99"),
    what: t("単位数単価が小数点以下2桁か。", "Whether the unit price has two decimals."),
    why: t(
        "取込側で単価が変わり、金額が合わなくなります。",
        "The price changes at the receiver, and amounts no longer agree.",
    ),
    example: t("10、11.4。", "10, 11.4."),
    mend: t("10.00 のように小数点以下2桁で出力してください。", "Write two decimals, as in 10.00."),
    source: "R126",
};

/// Digits, a point and two digits.
pub(crate) fn check(field: &Field, content: &[u8]) -> Option<Breach> {
    let ok = UnitPrice::parse(content).is_some();
    (!ok).then(|| {
        RULE.breach(seen(field, content), Message::new("99.99 の形（例 10.00）", "the form 99.99, such as 10.00"))
    })
}
