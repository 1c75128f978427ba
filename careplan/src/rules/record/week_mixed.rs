//! 1行に介護サービスと日常生活などが混ざっている

use super::super::prelude::*;
use super::{RecordBreach, View};

/// Service, daily life or other services in one row.
pub static RULE: Rule = Rule {
    id: "record/week-mixed",
    severity: Info,
    title: t("1行に介護サービスと日常生活などが混ざっている", "service, daily life or other services in one row"),
    what: t(
        "第3表の1行が、介護サービス（No.6〜9）・日常生活上の活動（No.10〜12）・週単位以外（No.13）のどれか1つか。",
        "Whether a row of sheet 3 is a service, a daily activity or a service outside the week, and one of them only.",
    ),
    why: t(
        "配置例のとおりに1行を1つとして読む取込側で、片方が落ちます。",
        "Receivers that follow the example lose one of them.",
    ),
    example: t("No.6 と No.10 の両方に値がある。", "Both No.6 and No.10 are filled."),
    mend: t("行を分けて出力してください。", "Write a row for each."),
    source: "R112・L-31",
};

/// More than one of the three groups holds something.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    let filled = |mut fields: std::ops::RangeInclusive<u16>| fields.any(|no| !view.content(no).is_empty());
    let (service, daily, other) = (filled(6..=9), filled(10..=12), filled(13..=13));
    let field = match (service, daily, other) {
        (true, true, _) => 10,
        (true, _, true) | (_, true, true) => 13,
        _ => return None,
    };
    let breach = RULE.breach(
        Message::new("同じ行に別の区分の内容があります", "another group is filled in the same row"),
        Message::new("1行に1つの区分", "one group in a row"),
    );
    Some(RecordBreach { field, breach: breach.reading(&reading::L_31) })
}
