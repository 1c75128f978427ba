//! サービス回数が1より少ない

use super::super::prelude::*;
use super::{RecordBreach, View};

/// Count of services below one.
pub static RULE: Rule = Rule {
    id: "record/use-count",
    severity: Warning,
    title: t("サービス回数が1より少ない", "count of services below one"),
    what: t("サービス回数が 1 以上か。", "Whether the count of services is one or more."),
    why: t(
        "予定・実績が0回となり、行ごと捨てられることがあります。",
        "The row counts for nothing, and may be dropped.",
    ),
    example: t("回数が 0 の予定。", "Planned use with a count of 0."),
    mend: t("1 以上の回数を入れるか、行を出力しないでください。", "Write one or more, or leave the row out."),
    source: "R115・別紙 第6表 No.14",
};

/// Zero or less.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    let content = view.content(14);
    if content == b"1" || view.number(14)? > 0 {
        return None;
    }
    let breach = RULE
        .breach(Message::new("1 より小さい回数です", "a count below one"), Message::new("1 以上の整数", "one or more"));
    Some(RecordBreach { field: 14, breach })
}
