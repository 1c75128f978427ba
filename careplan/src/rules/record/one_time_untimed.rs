//! 開始・終了の片方だけが 9999

use super::super::prelude::*;
use super::{RecordBreach, View};

/// Only one of the two times is 9999.
pub static RULE: Rule = Rule {
    id: "record/one-time-untimed",
    severity: Warning,
    title: t("開始・終了の片方だけが 9999", "only one of the two times is 9999"),
    what: t(
        "時間表示の無いサービスでは、開始と終了の両方が 9999 か。",
        "Whether both times are 9999 where a service shows no time.",
    ),
    why: t(
        "取込側で、時間のあるサービスか無いサービスかを決められません。",
        "The receiver cannot tell whether the service has a time.",
    ),
    example: t("開始が 9999、終了が 1000。", "A start of 9999 and an end of 1000."),
    mend: t("両方を時刻にするか、両方を 9999 にしてください。", "Write two times, or 9999 twice."),
    source: "R113",
};

/// 9999 in No.12 or No.13, but not in both.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    let (start, end) = (view.content(12), view.content(13));
    let field = match (start == b"9999", end == b"9999") {
        (true, false) if !end.is_empty() => 12,
        (false, true) if !start.is_empty() => 13,
        _ => return None,
    };
    let breach = RULE.breach(
        Message::new("片方だけが 9999 です", "only this one is 9999"),
        Message::new("両方が時刻、または両方が 9999", "two times, or 9999 twice"),
    );
    Some(RecordBreach { field, breach })
}
