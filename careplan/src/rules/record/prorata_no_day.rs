//! 日割対象日に 1 が無い

use super::super::prelude::*;
use super::{RecordBreach, View};

/// No prorated day at all.
pub static RULE: Rule = Rule {
    id: "record/prorata-no-day",
    severity: Warning,
    title: t("日割対象日に 1 が無い", "no prorated day at all"),
    what: t("日割対象日があるとき、1 の日が1日以上あるか。", "Whether prorated days name one day at least."),
    why: t("日割の日数が0日になり、請求できません。", "Zero days are charged."),
    example: t("31桁がすべて 0。", "Thirty-one zeros."),
    mend: t(
        "日割でないときは空に、日割のときは対象の日を 1 にしてください。",
        "Leave it empty where nothing is prorated; else write 1 for the days.",
    ),
    source: "R114",
};

/// Nothing but zeros.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    let bits = view.content(11);
    (bits.len() == 31 && bits.iter().all(|bit| *bit == b'0')).then(|| RecordBreach {
        field: 11,
        breach: RULE.breach(
            Message::new("すべて 0 です", "all zeros"),
            Message::new("1 が1つ以上、または空", "at least one 1, or nothing"),
        ),
    })
}
