//! 自由文以外が引用符で囲まれている

use super::super::prelude::*;

/// Quotes around other fields.
pub static RULE: Rule = Rule {
    id: "csv/plain-quoted",
    severity: Info,
    title: t("自由文以外が引用符で囲まれている", "quotes around other fields"),
    what: t("フリーテキスト以外の項目が囲まれているか。", "Whether fields other than free text are quoted."),
    why: t("一般的な CSV の読み方では同じ値になります。", "Ordinary CSV readers see the same value."),
    example: t("\"202407\",\"986208\",…", "\"202407\",\"986208\",…"),
    mend: t(
        "直す必要はありません。囲まないのが標準の書き方です。",
        "Nothing needs mending; the standard writes them bare.",
    ),
    source: "U-3",
};

/// The one note per column.
pub(crate) fn breach() -> Breach {
    RULE.breach(Message::new("引用符で囲まれています", "it stands in quotes"), Message::new("囲まない", "no quotes"))
        .reading(&reading::U_3)
}
