//! 1レコードが検査の上限を超える

use super::super::prelude::*;

/// Record beyond the limit of this check.
pub static RULE: Rule = Rule {
    id: "file/record-limit",
    severity: Warning,
    title: t("1レコードが検査の上限を超える", "record beyond the limit of this check"),
    what: t("1レコードの大きさが、この検査の扱える範囲か。", "Whether a record is within what this check can hold."),
    why: t(
        "標準に大きさの定めはありません。このレコードは判定していません。",
        "The standard gives no limit; this record was not judged.",
    ),
    example: t("4 MiB を超える自由文。", "Free text beyond 4 MiB."),
    mend: t("引用符の閉じ忘れでないかを確かめてください。", "See whether a quote was left open."),
    source: "検査の上限",
};

/// The record that is too large to judge.
pub(crate) fn breach(limit: usize) -> Breach {
    RULE.breach(
        Message::new("大きすぎるため判定していません", "too large: not judged"),
        Message::new(format!("{limit}バイト以内"), format!("at most {limit} bytes")),
    )
}
