//! 全額負担が超過単位×単価でない

use super::super::prelude::*;
use super::RecordBreach;
use super::sheet7::Row;
use crate::money::cost;

/// Full charge is not the overrun times the price.
pub static RULE: Rule = Rule {
    id: "record/row-own",
    severity: Warning,
    title: t("全額負担が超過単位×単価でない", "full charge is not the overrun times the price"),
    what: t(
        "利用者負担（全額負担分）が「限度超の単位数×単位数単価」の円未満を切り捨てたものか。",
        "Whether the full charge is the units beyond the limit times the price, fractions dropped.",
    ),
    why: t(
        "差し引きで求めると1円違うことがあり、利用者への請求が食い違います。",
        "As a difference of two costs it may be one yen off.",
    ),
    example: t(
        "超過 505 単位、10.35 円で 5227 円（正しくは 5226 円）。",
        "505 units at 10.35 given as 5227 yen; it is 5226.",
    ),
    mend: t("超過単位に単価を掛け、円未満を切り捨ててください。", "Multiply the overrun itself and drop the fraction."),
    source: "別紙 第7表 No.19・21・23・29",
};

/// Rows under the limit that tell their overrun, none too, and a price; the limit of a type may add to it.
pub(crate) fn check(row: &Row, spread: i64) -> Option<RecordBreach> {
    let numbers = &row.numbers;
    let (over, given) = (numbers.over.filter(|over| *over >= 0)?, numbers.own?);
    let price = numbers.price.filter(|price| price.hundredths() > 0)?;
    if row.is_total() || row.is_fixed_price() || row.is_over_30() || row.is_unlimited() {
        return None;
    }
    let expected = cost(over, price)?;
    let both = cost(over.checked_add(numbers.type_over.unwrap_or(0))?, price)?;
    let accepted = [expected, both].into_iter().any(|yen| (yen - spread..=yen).contains(&given));
    (!accepted).then(|| RecordBreach {
        field: 29,
        breach: RULE.breach(
            Message::new(format!("{given} 円です"), format!("{given} yen")),
            Message::new(format!("{over} × {price} ＝ {expected} 円"), format!("{over} × {price} = {expected} yen")),
        ),
    })
}
