//! 累積利用日数の計算が合わない

use super::super::prelude::*;
use super::RecordBreach;
use super::sheet7::Row;

/// Accumulated days do not add up.
pub static RULE: Rule = Rule {
    id: "record/row-days",
    severity: Warning,
    title: t("累積利用日数の計算が合わない", "accumulated days do not add up"),
    what: t(
        "累積利用日数が「前月までの利用日数＋当月の計画利用日数」か。",
        "Whether accumulated days are those before plus those planned.",
    ),
    why: t("短期入所の30日や認定期間の半数の管理が狂います。", "The limits on short stays go wrong."),
    example: t("前月まで 10、当月 5、累積 14。", "10 before, 5 planned, 14 in all."),
    mend: t("3つの日数を確かめてください。", "See the three numbers."),
    source: "別紙 第7表 No.30〜32",
};

/// Rows whose three numbers are given.
pub(crate) fn check(row: &Row, _spread: i64) -> Option<RecordBreach> {
    let [before, planned, all] = row.numbers.days;
    let (before, planned, all) = (before?, planned?, all.filter(|all| *all != 0)?);
    let expected = before.checked_add(planned)?;
    (all != expected).then(|| RecordBreach {
        field: 32,
        breach: RULE.breach(
            Message::new(format!("{all} です"), format!("{all}")),
            Message::new(format!("{before} ＋ {planned} ＝ {expected}"), format!("{before} + {planned} = {expected}")),
        ),
    })
}
