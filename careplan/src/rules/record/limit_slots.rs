//! 種類別の限度額が1枠目から詰まっていない

use super::super::prelude::*;
use super::{RecordBreach, View};

/// Slots of limits by type with a gap.
pub static RULE: Rule = Rule {
    id: "record/limit-slots",
    severity: Error,
    title: t("種類別の限度額が1枠目から詰まっていない", "slots of limits by type with a gap"),
    what: t(
        "種類別の限度額の9枠が、1枠目から空きなく使われているか。",
        "Whether the nine slots of limits by type are filled from the first without a gap.",
    ),
    why: t(
        "空きの手前までしか読まない取込側で、後ろの枠が落ちます。",
        "Receivers that stop at the gap lose the slots behind it.",
    ),
    example: t("1枠目が空で、2枠目にサービス種類がある。", "A service type in slot 2 and none in slot 1."),
    mend: t("1枠目から詰めて出力してください。", "Fill the slots from the first."),
    source: "R109",
};

/// The nine service types: No.20, 24, … 52.
pub(super) fn slots() -> impl Iterator<Item = u16> {
    (20..=52).step_by(4)
}

/// A type behind an empty slot.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    let filled = |no: &u16| !view.content(*no).is_empty();
    let first_empty = slots().find(|no| !filled(no))?;
    let field = slots().filter(|no| *no > first_empty).find(filled)?;
    let breach = RULE.breach(
        Message::new("前の枠が空です", "a slot before it is empty"),
        Message::new("1枠目から詰めた枠", "slots filled from the first"),
    );
    Some(RecordBreach { field, breach })
}
