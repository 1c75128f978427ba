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

/// Rows under the limit: an overrun at its price, to which the limit of a type may add, and nothing
/// where it is told that there is no overrun.
pub(crate) fn check(row: &Row, spread: i64) -> Option<RecordBreach> {
    let numbers = &row.numbers;
    let given = numbers.own?;
    if row.is_total() || row.is_over_30() {
        return None;
    }
    let price = numbers.price.filter(|price| price.hundredths() > 0);
    if row.is_unlimited() {
        // What is insured as a whole is not charged in full as well.
        let whole = numbers.cost == price.zip(numbers.amount).and_then(|(price, amount)| cost(amount, price));
        let insured = given > 0 && whole && numbers.cost.is_some_and(|yen| yen > 0);
        return insured.then(|| {
            breach(given, Message::new("0 円（全額が費用総額にあるため）", "0 yen, for all of it is in the cost"))
        });
    }
    let over = numbers.over.filter(|over| *over >= 0)?;
    let type_over = numbers.type_over.unwrap_or(0);
    if over == 0 && type_over == 0 {
        return (given > 0).then(|| breach(given, Message::new("超過が無いので 0 円", "0 yen, for nothing is beyond")));
    }
    let price = price.filter(|_| !row.is_fixed_price())?;
    let (expected, both) = (cost(over, price)?, cost(over.checked_add(type_over)?, price)?);
    let accepted = [expected, both].into_iter().any(|yen| (yen - spread..=yen).contains(&given));
    (!accepted).then(|| {
        let ja = format!("{over} × {price} ＝ {expected} 円");
        breach(given, Message::new(ja, format!("{over} × {price} = {expected} yen")))
    })
}

fn breach(given: i64, expected: Message) -> RecordBreach {
    let found = Message::new(format!("{given} 円です"), format!("{given} yen"));
    RecordBreach { field: 29, breach: RULE.breach(found, expected) }
}
