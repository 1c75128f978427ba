//! 30日超の行に限度内の単位数がある

use super::super::prelude::*;
use super::RecordBreach;
use super::sheet7::Row;

/// Units within the limit beyond thirty days.
pub static RULE: Rule = Rule {
    id: "record/over-30-inside",
    severity: Warning,
    title: t("30日超の行に限度内の単位数がある", "units within the limit beyond thirty days"),
    what: t(
        "30日超の行の、区分支給限度基準内単位数が 0 か空か。",
        "Whether rows beyond thirty days have no units within the limit.",
    ),
    why: t("全額負担の日が保険の請求に入ります。", "Days to be paid in full enter the claim."),
    example: t("30日超区分が 1 で、限度内 700 単位。", "1 in No.33 and 700 units within."),
    mend: t("30日超の日は全額負担とし、限度内は 0 にしてください。", "Charge such days in full and write 0 within."),
    source: "別紙 第7表 No.22・33・13.8.29 事務連絡",
};

/// A flagged row with positive units within.
pub(crate) fn check(row: &Row, _spread: i64) -> Option<RecordBreach> {
    let inside = row.numbers.inside.filter(|inside| *inside > 0)?;
    (row.flagged && !row.is_total()).then(|| RecordBreach {
        field: 22,
        breach: RULE.breach(
            Message::new(format!("{inside} です"), format!("{inside}")),
            Message::new("0 または空", "0 or nothing"),
        ),
    })
}
