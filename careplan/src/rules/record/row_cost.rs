//! 費用総額が単位数×単価でない

use super::super::prelude::*;
use super::RecordBreach;
use super::sheet7::Row;
use crate::money::cost;

/// Cost is not units times price.
pub static RULE: Rule = Rule {
    id: "record/row-cost",
    severity: Warning,
    title: t("費用総額が単位数×単価でない", "cost is not units times price"),
    what: t(
        "費用総額が「限度内の単位数×単位数単価」の端数を切り捨てたものか。",
        "Whether the cost is the units within the limit times the price, fractions of a yen dropped.",
    ),
    why: t("1円の違いでも、請求と利用者負担が食い違います。", "One yen is enough for claim and own share to differ."),
    example: t(
        "75 単位、11.12 円で 833 円（正しくは 834 円。小数で計算すると起こります）。",
        "75 units at 11.12 given as 833 yen; it is 834, floating point says otherwise.",
    ),
    mend: t(
        "単価を100倍した整数で計算し、最後に円未満を切り捨ててください。",
        "Reckon in hundredths as whole numbers and drop the fraction last.",
    ),
    source: "別紙 第7表 No.17・22〜24",
};

/// Rows with a price. Outside the limit the whole amount is charged, less what is paid in full;
/// a subtotal may be the sum of rounded details, `spread` yen lower at most.
pub(crate) fn check(row: &Row, spread: i64) -> Option<RecordBreach> {
    let numbers = &row.numbers;
    let (given, price) = (numbers.cost?, numbers.price.filter(|price| price.hundredths() > 0)?);
    if row.is_total() || row.is_over_30() {
        return None;
    }
    let amount = numbers.amount?;
    let beyond = numbers.over.unwrap_or(0) != 0 || numbers.type_over.unwrap_or(0) != 0;
    let (units, partly) = match numbers.inside {
        Some(inside) if !row.is_unlimited() && (inside != 0 || beyond) => (inside, false),
        _ => (amount, numbers.own.unwrap_or(0) != 0),
    };
    let expected = cost(units, price)?;
    let accepted = (partly && (0..=expected).contains(&given)) || (expected - spread..=expected).contains(&given);
    (!accepted).then(|| RecordBreach {
        field: 24,
        breach: RULE.breach(
            Message::new(format!("{given} 円です"), format!("{given} yen")),
            Message::new(format!("{units} × {price} ＝ {expected} 円"), format!("{units} × {price} = {expected} yen")),
        ),
    })
}
