//! 小計・全合計の行の固定値が違う

use super::super::prelude::*;
use super::{RecordBreach, View};
use crate::value::ServiceCodeOrTotal;

/// Fixed values of a row of sums.
pub static RULE: Rule = Rule {
    id: "record/sum-row-fixed",
    severity: Error,
    title: t("小計・全合計の行の固定値が違う", "fixed values of a row of sums"),
    what: t(
        "小計・全合計の行で、単位数が 0、割引後率と割引後単位数が空か。",
        "Whether a row of sums has 0 units and no discount.",
    ),
    why: t(
        "単位数を合計する取込側で、小計の分が二重に数えられます。",
        "Receivers that add up units count the sums twice.",
    ),
    example: t("15AAAA の行の単位数が 658。", "658 units on a row 15AAAA."),
    mend: t(
        "単位数は 0、割引後率と割引後単位数は空にしてください。",
        "Write 0 units and leave the two discount fields empty.",
    ),
    source: "R124",
};

/// Units other than 0, or a discount.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    if !matches!(
        ServiceCodeOrTotal::parse(view.content(9))?,
        ServiceCodeOrTotal::Subtotal(..) | ServiceCodeOrTotal::GrandTotal
    ) {
        return None;
    }
    let breach = |found: &str, found_en: &str, expected: &str, expected_en: &str| {
        RULE.breach(Message::new(found, found_en), Message::new(expected, expected_en))
    };
    if view.number(13).is_some_and(|units| units != 0) {
        let breach = breach("小計・全合計の行に単位数があります", "units on a row of sums", "0", "0");
        return Some(RecordBreach { field: 13, breach });
    }
    let field = [14, 15].into_iter().find(|no| !view.content(*no).is_empty())?;
    let breach = breach("小計・全合計の行に割引があります", "a discount on a row of sums", "空", "nothing");
    Some(RecordBreach { field, breach })
}
