//! 別表が組に無い

use super::super::prelude::*;
use crate::layout::Kind;

/// Table that usually travels along.
pub static RULE: Rule = Rule {
    id: "set/attachment-missing",
    severity: Info,
    title: t("別表が組に無い", "table that usually travels along"),
    what: t(
        "利用者基本情報の別表1・別表2、支援計画書の別表があるか。",
        "Whether the tables of basic information and of the preventive plan are there.",
    ),
    why: t(
        "書くことが無ければ無くて構いません。あるはずのものなら、取込側に届きません。",
        "Fine if there is nothing to write; otherwise it does not reach the receiver.",
    ),
    example: t("UPYOBO だけで UPYOBO_SUB が無い。", "UPYOBO without UPYOBO_SUB."),
    mend: t("書く内容があるときは、同じ組に入れてください。", "If there is something to write, put it into the set."),
    source: "R56・R69",
};

/// A kind that may travel along and does not.
pub(crate) fn breach(kind: Kind) -> Breach {
    RULE.breach(
        Message::new(format!("{} がありません", kind.code()), format!("no {}", kind.code())),
        Message::new("書くことがあれば同じ組に入れる", "in the same set, if there is something to write"),
    )
}
