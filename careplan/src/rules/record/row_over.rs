//! 限度超と限度内の和がサービス単位と違う

use super::super::prelude::*;
use super::RecordBreach;
use super::sheet7::Row;

/// Units beyond and within a limit do not make the amount.
pub static RULE: Rule = Rule {
    id: "record/row-over",
    severity: Warning,
    title: t("限度超と限度内の和がサービス単位と違う", "units beyond and within a limit do not make the amount"),
    what: t(
        "種類支給・区分支給の「限度超＋限度内」がサービス単位と同じか。",
        "Whether units beyond and within a limit make up the amount.",
    ),
    why: t(
        "限度内の単位数から計算する費用と利用者負担が変わります。",
        "Cost and own share are reckoned from the units within.",
    ),
    example: t("サービス単位 5612 で、超過 221、内 5390。", "An amount of 5612 with 221 beyond and 5390 within."),
    mend: t(
        "3つの単位数を確かめてください（超過をどの行に置くかは自由です）。",
        "See the three numbers; where the overrun stands is free.",
    ),
    source: "別紙 第7表 No.17・19〜22・L-39",
};

/// Rows under the limit whose operands are all given. What lies beyond the limit of its type does
/// not count towards the monthly limit; where 給付管理単位数 differ, it is a reading.
pub(crate) fn check(row: &Row, _spread: i64) -> Option<RecordBreach> {
    let numbers = &row.numbers;
    let amount = numbers.amount.filter(|_| !row.is_total())?;
    let managed = numbers.managed.filter(|managed| *managed != 0 && *managed != amount);
    let judge = |field, over: Option<i64>, inside: Option<i64>, others: [Option<i64>; 2]| {
        let (over, inside) = (over?, inside?);
        let sum = over.checked_add(inside)?;
        if (over == 0 && inside == 0) || sum == amount || others.contains(&Some(sum)) {
            return None;
        }
        let breach = RULE.breach(
            Message::new(
                format!("超 {over} ＋ 内 {inside} ＝ {sum} です"),
                format!("{over} beyond + {inside} within = {sum}"),
            ),
            Message::new(format!("サービス単位 {amount}"), format!("the amount {amount}")),
        );
        let breach = if managed.is_some() { breach.at_most(Info).reading(&reading::L_39) } else { breach };
        Some(RecordBreach { field, breach })
    };
    judge(20, numbers.type_over, numbers.type_inside, [None; 2])
        .or_else(|| judge(22, numbers.over, numbers.inside, [numbers.type_inside.filter(|units| *units != 0), managed]))
}
