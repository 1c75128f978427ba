//! 整数として読めない

use super::super::prelude::*;
use super::seen;
use crate::layout::Field;

/// Not an integer.
pub static RULE: Rule = Rule {
    id: "field/integer",
    severity: Error,
    title: t("整数として読めない", "not an integer"),
    what: t(
        "半角数字の整数か（減算は負号付き）。",
        "Whether it is an integer of half-width digits, with a minus sign where it subtracts.",
    ),
    why: t(
        "取込側で0や空になり、金額や回数が変わります。",
        "The receiver reads zero or nothing: amounts and counts change.",
    ),
    example: t("1,000、12.5、一。", "1,000, 12.5."),
    mend: t("桁区切りや小数点の無い半角の整数にしてください。", "Write an integer without separators or decimals."),
    source: "R21・書式 整数",
};

/// Digits, perhaps after a sign.
pub(crate) fn check(field: &Field, content: &[u8]) -> Option<Breach> {
    let digits = content.strip_prefix(b"-").or_else(|| content.strip_prefix(b"+")).unwrap_or(content);
    let integer = !digits.is_empty() && digits.iter().all(u8::is_ascii_digit);
    (!integer).then(|| RULE.breach(seen(field, content), Message::new("半角の整数", "an integer of half-width digits")))
}
