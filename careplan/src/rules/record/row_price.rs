//! 単位数単価が表に無い

use super::super::prelude::*;
use super::RecordBreach;
use super::sheet7::Row;
use crate::money::is_known_price;

/// Price that is not in the table.
pub static RULE: Rule = Rule {
    id: "record/row-price",
    severity: Warning,
    title: t("単位数単価が表に無い", "price that is not in the table"),
    what: t(
        "単位数単価が、地域区分と人件費割合の表にある値か。",
        "Whether the price per unit is one of the table of regions and shares of personnel cost.",
    ),
    why: t("単価の違いは、費用のすべてに響きます。", "It changes every amount of the row."),
    example: t("10.35（総合事業でない行）。", "10.35 on a row that is no municipal project."),
    mend: t(
        "地域区分とサービス種類の組合せを確かめてください。総合事業は市町村が定めるため、確かめていません。",
        "See region and service type; prices of municipal projects are not judged.",
    ),
    source: "別紙 第7表 No.23・告示93号",
};

/// A price beside the table; 0 is taken for none given.
pub(crate) fn check(row: &Row, _spread: i64) -> Option<RecordBreach> {
    let price = row.numbers.price.filter(|price| price.hundredths() > 0)?;
    (!row.is_project() && !row.is_total() && !is_known_price(price)).then(|| RecordBreach {
        field: 23,
        breach: RULE.breach(
            Message::new(format!("{price} です"), format!("{price}")),
            Message::new("10.00〜11.40 の表の値", "a value of the table, 10.00 to 11.40"),
        ),
    })
}
