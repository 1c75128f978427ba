//! 開始・終了の片方だけが空

use super::super::prelude::*;
use super::{RecordBreach, View};

/// Only one of the two times is given.
pub static RULE: Rule = Rule {
    id: "record/week-half-time",
    severity: Info,
    title: t("開始・終了の片方だけが空", "only one of the two times is given"),
    what: t(
        "第3表の開始時間と終了時間が、両方あるか両方空か。",
        "Whether both times of a row of sheet 3 are given, or neither.",
    ),
    why: t(
        "週間表に置く位置が決まらず、行が表示されないことがあります。",
        "The row has no place in the week and may not be shown.",
    ),
    example: t("開始 0900、終了が空。", "A start of 0900 and no end."),
    mend: t(
        "両方の時刻を入れてください（起床などは同じ時刻で構いません）。",
        "Write both; the same time twice will do for getting up.",
    ),
    source: "R112・L-31",
};

/// One of a pair without the other.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    let half = |(start, end): (u16, u16)| match (view.content(start).is_empty(), view.content(end).is_empty()) {
        (true, false) => Some(start),
        (false, true) => Some(end),
        _ => None,
    };
    let field = [(8, 9), (11, 12)].into_iter().find_map(half)?;
    let breach = RULE.breach(
        Message::new("もう片方の時刻だけがあります", "only the other time is given"),
        Message::new("開始と終了の両方", "both times"),
    );
    Some(RecordBreach { field, breach: breach.reading(&reading::L_31) })
}
