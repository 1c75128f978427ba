//! 割引後単位数の計算が合わない

use super::super::prelude::*;
use super::RecordBreach;
use super::sheet7::Row;
use crate::money::round_half_up;

/// Units after a discount do not add up.
pub static RULE: Rule = Rule {
    id: "record/row-discount",
    severity: Warning,
    title: t("割引後単位数の計算が合わない", "units after a discount do not add up"),
    what: t(
        "割引後単位数が「単位数×割引後率」を四捨五入したものか。",
        "Whether units after a discount are units times the rate, rounded half up.",
    ),
    why: t("1単位の違いが回数だけ増え、請求と食い違います。", "A difference of one unit grows with the count."),
    example: t("600 単位、95 ％ で 569。", "600 units at 95 per cent are given as 569."),
    mend: t("端数は1単位に四捨五入してください（5割は切り上げ）。", "Round half up to a whole unit."),
    source: "別紙 第7表 No.13〜15・L-38",
};

/// Positive units at a rate of 1 to 100; the rate may be what is left or what is taken off (L-38).
pub(crate) fn check(row: &Row, _spread: i64) -> Option<RecordBreach> {
    let numbers = &row.numbers;
    let units = numbers.units.filter(|units| *units > 0)?;
    let rate = numbers.discount.filter(|rate| (1..=100).contains(rate))?;
    let given = numbers.discounted.filter(|units| *units != 0)?;
    let expected = round_half_up(units, rate, 100)?;
    (given != expected && Some(given) != round_half_up(units, 100 - rate, 100)).then(|| RecordBreach {
        field: 15,
        breach: RULE
            .breach(
                Message::new(format!("{given} です"), format!("{given}")),
                Message::new(format!("{units} × {rate}％ ＝ {expected}"), format!("{units} × {rate} % = {expected}")),
            )
            .reading(&reading::L_38),
    })
}
