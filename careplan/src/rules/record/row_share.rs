//! 利用者負担が費用総額−請求額でない

use super::super::prelude::*;
use super::RecordBreach;
use super::sheet7::Row;

/// Own share is not cost less benefit.
pub static RULE: Rule = Rule {
    id: "record/row-share",
    severity: Warning,
    title: t("利用者負担が費用総額−請求額でない", "own share is not cost less benefit"),
    what: t(
        "利用者負担（保険／事業対象分）が「費用総額−請求額」か。",
        "Whether the own share is the cost less the benefit.",
    ),
    why: t("利用者に示す金額と請求が合いません。", "What the person is told does not fit the claim."),
    example: t(
        "費用 62405、請求 56164 で、負担 6240（1割を切り捨てたもの）。",
        "62405 less 56164 given as 6240, a tenth rounded down.",
    ),
    mend: t(
        "費用の1割ではなく、費用から請求額を引いて求めてください。",
        "Take the benefit from the cost; a tenth of the cost is another number.",
    ),
    source: "別紙 第7表 No.24・26・28",
};

/// Rows whose three amounts are given; 0 yen are paid by public assistance.
pub(crate) fn check(row: &Row, _spread: i64) -> Option<RecordBreach> {
    let numbers = &row.numbers;
    let (cost, benefit, given) = (numbers.cost?, numbers.benefit?, numbers.share?);
    let expected = cost.checked_sub(benefit)?;
    (!row.is_total() && given != 0 && given != expected).then(|| RecordBreach {
        field: 28,
        breach: RULE.breach(
            Message::new(format!("{given} 円です"), format!("{given} yen")),
            Message::new(
                format!("{cost} − {benefit} ＝ {expected} 円"),
                format!("{cost} - {benefit} = {expected} yen"),
            ),
        ),
    })
}
