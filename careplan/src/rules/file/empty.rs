//! レコードが1件も無い

use super::super::prelude::*;

/// No record at all.
pub static RULE: Rule = Rule {
    id: "file/empty",
    severity: Error,
    title: t("レコードが1件も無い", "no record at all"),
    what: t("ファイルに1件以上のレコードがあるか。", "Whether a file holds at least one record."),
    why: t(
        "取り込むものが無く、「届いていない」ことと区別できません。",
        "There is nothing to import, and nobody can tell it from a file that never came.",
    ),
    example: t("0バイトの UPJSK。", "A UPJSK of zero bytes."),
    mend: t(
        "該当するものが無いときはファイルを作らないでください（実績が無い月はメッセージなどで伝えます）。",
        "Make no file when there is nothing to send; tell the partner by message.",
    ),
    source: "R5・R51",
};

/// No records.
pub(crate) fn breach() -> Breach {
    RULE.breach(
        Message::new("レコードがありません", "no records"),
        Message::new("1件以上のレコード", "at least one record"),
    )
}
