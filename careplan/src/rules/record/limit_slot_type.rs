//! 短期入所療養介護の枠が 22 でない

use super::super::prelude::*;
use super::limit_slots::slots;
use super::{RecordBreach, View};

/// Short-term medical stays in another slot than 22.
pub static RULE: Rule = Rule {
    id: "record/limit-slot-type",
    severity: Warning,
    title: t("短期入所療養介護の枠が 22 でない", "short-term medical stays in another slot than 22"),
    what: t(
        "種類別の限度額の枠で、短期入所療養介護が 22 で代表されているか。",
        "Whether short-term medical stays stand under 22 in the slots.",
    ),
    why: t("取込側で、同じ枠の単位数が分かれて計算されます。", "The receiver counts one limit as several."),
    example: t("枠のサービス種類が 23。", "23 in a slot."),
    mend: t("23・2A も 22 の枠にまとめてください。", "Put 23 and 2A into the slot of 22."),
    source: "R109",
};

/// 23 or 2A in a slot.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    let field = slots().find(|no| matches!(view.content(*no), b"23" | b"2A"))?;
    let breach = RULE.breach(
        Message::new("短期入所療養介護が 22 以外で書かれています", "short-term medical stays under another type"),
        Message::new("22", "22"),
    );
    Some(RecordBreach { field, breach })
}
