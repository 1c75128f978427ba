//! 空の自由文が長さ0

use super::super::prelude::*;

/// Empty free text without quotes.
pub static RULE: Rule = Rule {
    id: "csv/free-text-bare-empty",
    severity: Info,
    title: t("空の自由文が長さ0", "empty free text without quotes"),
    what: t(
        "空のフリーテキストを \"\" と書くか長さ0とするか。",
        "Whether an empty free text is written as \"\" or as nothing.",
    ),
    why: t("どちらも読める取込側がほとんどです。", "Nearly all receivers read both."),
    example: t("…,,…（\"\" ではない）。", "…,,… instead of …,\"\",…."),
    mend: t("直す必要はありません。\"\" にそろえると最も安全です。", "Nothing needs mending; \"\" is the safest form."),
    source: "R17・U-4",
};

/// The one note per column.
pub(crate) fn breach() -> Breach {
    RULE.breach(
        Message::new("空の自由文が長さ0です", "an empty free text without quotes"),
        Message::new("\"\"", "\"\""),
    )
    .reading(&reading::U_4)
}
