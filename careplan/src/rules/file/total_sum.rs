//! 全合計が小計・明細の合計と違う

use super::super::prelude::*;

/// Grand total differs from its rows.
pub static RULE: Rule = Rule {
    id: "file/total-sum",
    severity: Warning,
    title: t("全合計が小計・明細の合計と違う", "grand total differs from its rows"),
    what: t(
        "全合計の単位数と金額が、種類ごとの小計（無い種類は明細）の合計か。",
        "Whether units and amounts of the grand total are the sums of subtotals, or of details without one.",
    ),
    why: t("利用者に示す合計と請求が食い違います。", "What the person is told differs from the claim."),
    example: t("小計の費用が 62405 と 15290 で、全合計が 77696。", "Costs of 62405 and 15290, a total of 77696."),
    mend: t("小計と全合計を二重に数えていないか確かめてください。", "See whether subtotals were counted twice."),
    source: "R122・別紙 第7表 No.17〜29",
};

/// A column of the grand total.
pub(crate) fn breach(given: i64, expected: i64) -> Breach {
    RULE.breach(
        Message::new(format!("{given} です"), format!("{given}")),
        Message::new(format!("各行の合計 {expected}"), format!("the sum of the rows, {expected}")),
    )
}
