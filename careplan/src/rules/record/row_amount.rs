//! サービス単位が単位数×回数でない

use super::super::prelude::*;
use super::RecordBreach;
use super::sheet7::Row;

/// Amount is not units times count.
pub static RULE: Rule = Rule {
    id: "record/row-amount",
    severity: Warning,
    title: t("サービス単位が単位数×回数でない", "amount is not units times count"),
    what: t(
        "明細のサービス単位／金額が「割引後単位数（無ければ単位数）×回数」か。",
        "Whether the amount of a detail is its units (after a discount, if any) times its count.",
    ),
    why: t("小計・合計と給付管理の単位数が食い違います。", "Sums and managed units differ."),
    example: t("658 × 9 回で 5900。", "658 nine times is given as 5900."),
    mend: t("単位数・回数・サービス単位を確かめてください。", "See units, count and amount."),
    source: "別紙 第7表 No.13〜17",
};

/// Details whose operands are all given. Rates may stand with 0 units.
pub(crate) fn check(row: &Row, _spread: i64) -> Option<RecordBreach> {
    let numbers = &row.numbers;
    let units = numbers.discounted.filter(|units| *units != 0).or(numbers.units)?;
    let (count, amount) = (numbers.count?, numbers.amount?);
    let expected = units.checked_mul(count)?;
    (row.is_detail() && expected != 0 && amount != expected).then(|| RecordBreach {
        field: 17,
        breach: RULE.breach(
            Message::new(format!("{amount} です"), format!("{amount}")),
            Message::new(format!("{units} × {count} ＝ {expected}"), format!("{units} × {count} = {expected}")),
        ),
    })
}
