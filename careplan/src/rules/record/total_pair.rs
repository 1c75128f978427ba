//! 全合計のコードと番号がそろっていない

use super::super::prelude::*;
use super::{RecordBreach, View};

/// Code and number of the grand total apart.
pub static RULE: Rule = Rule {
    id: "record/total-pair",
    severity: Error,
    title: t("全合計のコードと番号がそろっていない", "code and number of the grand total apart"),
    what: t(
        "サービスコード 999999 と事業所コード 9999999999 が、同じ行にそろっているか。",
        "Whether service code 999999 and office code 9999999999 stand on the same row.",
    ),
    why: t(
        "取込側で、全合計の行を明細として数えるか、明細を全合計と取り違えます。",
        "A total is counted as a detail, or a detail taken for the total.",
    ),
    example: t("999999 の行の事業所コードが空。", "999999 without the office code."),
    mend: t(
        "全合計の行には両方を、それ以外の行にはどちらも入れないでください。",
        "Write both on the total row, and neither elsewhere.",
    ),
    source: "R122",
};

/// One of the two without the other.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    let (field, found, expected) = match (view.content(9) == b"999999", view.content(7) == b"9999999999") {
        (true, false) => (
            7,
            Message::new("全合計の行ですが、事業所コードが違います", "a total row with another office code"),
            Message::new("9999999999", "9999999999"),
        ),
        (false, true) => (
            9,
            Message::new("事業所コードが全合計の 9999999999 です", "the office code is that of the total row"),
            Message::new("999999", "999999"),
        ),
        _ => return None,
    };
    Some(RecordBreach { field, breach: RULE.breach(found, expected) })
}
