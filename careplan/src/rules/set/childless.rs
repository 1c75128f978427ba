//! 利用票の利用者に別表が無い

use super::super::prelude::*;
use crate::set::Link;

/// Person in the use table without sheet 7.
pub static RULE: Rule = Rule {
    id: "set/childless",
    severity: Error,
    title: t("利用票の利用者に別表が無い", "person in the use table without sheet 7"),
    what: t(
        "UPPLAN の利用者ごとに UPSIKYU（少なくとも全合計の行）と補足情報、第1表の利用者ごとに第2表・第3表と補足情報があるか。UPSIKYU 以外は警告とします。",
        "Whether every person of UPPLAN has rows in UPSIKYU, at least the grand total, and a supplement, and every person of sheet 1 sheets 2 and 3 and a supplement; all but UPSIKYU as a warning.",
    ),
    why: t("その利用者の単位数や負担額が分かりません。", "Units and charges of that person are unknown."),
    example: t("2人目の利用者が UPSIKYU に1行も無い。", "The second person has no row in UPSIKYU."),
    mend: t(
        "全利用者の別表（全合計の行を含む）を出力してください。",
        "Write sheet 7 of every person, with the grand total.",
    ),
    source: "R60・R122",
};

/// A parent whose key no child has.
pub(crate) fn breach(link: &Link, clause: &str, record: u64) -> Breach {
    let (child, parent) = (link.child.code(), link.parent.code());
    RULE.breach(
        Message::new(
            format!("{parent} の記録 {record} の利用者のレコードが {child} に1件もありません"),
            format!("{child} has no record of the person in record {record} of {parent}"),
        ),
        Message::new(
            format!("{child} に同じキーのレコード（{clause}）"),
            format!("records of the same key in {child} ({clause})"),
        ),
    )
}
