//! 小計が明細の合計と違う

use super::super::prelude::*;

/// Subtotal differs from its details.
pub static RULE: Rule = Rule {
    id: "file/subtotal-sum",
    severity: Warning,
    title: t("小計が明細の合計と違う", "subtotal differs from its details"),
    what: t(
        "種類別の小計が、同じ事業所・種類の明細の合計か。",
        "Whether a subtotal is the sum of the details of its office and type.",
    ),
    why: t(
        "取込側で計算し直すと、単位数と金額が変わります。",
        "Reckoned again by the receiver, units and amounts change.",
    ),
    example: t("明細が 5922 と 360 で、小計が 6281。", "Details of 5922 and 360, a subtotal of 6281."),
    mend: t("明細と小計を確かめてください。", "See details and subtotal."),
    source: "R123・別紙 第7表 No.17〜22",
};

/// A column of a subtotal.
pub(crate) fn breach(given: i64, expected: i64) -> Breach {
    RULE.breach(
        Message::new(format!("{given} です"), format!("{given}")),
        Message::new(format!("明細の合計 {expected}"), format!("the sum of the details, {expected}")),
    )
}
