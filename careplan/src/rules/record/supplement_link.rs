//! 補足情報の結び付け先が決まらない

use super::super::prelude::*;
use super::{RecordBreach, View};

/// Supplement tied to nothing or to both.
pub static RULE: Rule = Rule {
    id: "record/supplement-link",
    severity: Error,
    title: t("補足情報の結び付け先が決まらない", "supplement tied to nothing or to both"),
    what: t(
        "補足情報が、計画書（No.63 が 000000）か利用票（No.4 が 00000000）のどちらか一方に結び付くか。",
        "Whether a supplement ties to a plan (No.63 is 000000) or to use tables (No.4 is 00000000), not to both or neither.",
    ),
    why: t(
        "取込側はどの計画・どの月の補足か決められません。",
        "The receiver cannot tell which plan or month it supplements.",
    ),
    example: t("No.4 も No.63 も値がある。", "Both No.4 and No.63 hold a value."),
    mend: t(
        "計画書に付けるときは No.63 を 000000、利用票に付けるときは No.4 を 00000000 にしてください。",
        "With a plan write 000000 in No.63; with use tables 00000000 in No.4.",
    ),
    source: "R61",
};

/// Exactly one of the two is zero.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    let (date, month) = (view.content(4), view.content(63));
    let (plan, table) = (month == b"000000", date == b"00000000");
    let (field, found) = match (plan, table) {
        (true, true) => (4, Message::new("No.4 も No.63 も 0 です", "both No.4 and No.63 are zero")),
        (false, false) if !date.is_empty() && !month.is_empty() => {
            (4, Message::new("No.4 と No.63 の両方に値があります", "both No.4 and No.63 hold a value"))
        }
        _ => return None,
    };
    let expected =
        Message::new("No.4＝00000000 か No.63＝000000 のどちらか一方", "either No.4 = 00000000 or No.63 = 000000");
    Some(RecordBreach { field, breach: RULE.breach(found, expected) })
}
