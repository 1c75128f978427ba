//! 有効期間の開始が終了より後

use super::super::prelude::*;
use super::{RecordBreach, View};
use crate::layout::Kind;
use crate::value::Date;

/// Period that ends before it begins.
pub static RULE: Rule = Rule {
    id: "record/valid-period",
    severity: Warning,
    title: t("有効期間の開始が終了より後", "period that ends before it begins"),
    what: t(
        "認定有効期間・限度額適用期間の開始が、終了より後になっていないか。",
        "Whether the period of certification or of the limit begins after its end.",
    ),
    why: t(
        "認定の期間が分からず、請求の確認ができません。",
        "The period cannot be told, and claims cannot be checked.",
    ),
    example: t("開始 20250701、終了 20250630。", "From 20250701 to 20250630."),
    mend: t("2つの日付を確かめてください。", "See the two dates."),
    source: "別紙 有効期間の開始日・終了日",
};

/// Where a kind has the two dates of a period.
pub(super) const fn period(kind: Kind) -> (u16, u16) {
    match kind {
        Kind::Up1kyo => (19, 20),
        Kind::Upkihon => (24, 25),
        Kind::Upyobo => (10, 11),
        _ => (14, 15),
    }
}

/// The first of the two after the second.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    let (first, last) = period(view.kind);
    (Date::parse(view.content(first))? > Date::parse(view.content(last))?).then(|| RecordBreach {
        field: last,
        breach: RULE.breach(
            Message::new("終了日が開始日より前です", "the end comes before the beginning"),
            Message::new("開始日以後の日", "a day from the beginning on"),
        ),
    })
}
