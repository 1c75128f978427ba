//! 見出し行がある

use super::super::prelude::*;

/// Header row.
pub static RULE: Rule = Rule {
    id: "csv/header-row",
    severity: Info,
    title: t("見出し行がある", "header row"),
    what: t("1行目が項目名になっているか。", "Whether the first row holds field names."),
    why: t(
        "見出し行は定められていません。1件目のデータとして読み、誤りとする取込側があります。",
        "A header is not laid down; a receiver may take it for a record and fail.",
    ),
    example: t("CSVバージョン,保険者番号,…", "CSVバージョン,保険者番号,…"),
    mend: t("見出し行を出力しない設定にすると最も安全です。", "Writing no header is the safest form."),
    source: "U-1",
};

/// The header.
pub(crate) fn breach() -> Breach {
    RULE.breach(
        Message::new("1行目が項目名です。記録に数えません", "the first row holds field names; it is not counted"),
        Message::new("1行目からデータ", "data from the first row on"),
    )
    .reading(&reading::U_1)
}
