//! 最後のレコードに改行が無い

use super::super::prelude::*;

/// No line end behind the last record.
pub static RULE: Rule = Rule {
    id: "csv/last-line-end",
    severity: Info,
    title: t("最後のレコードに改行が無い", "no line end behind the last record"),
    what: t("ファイルの最後が改行で終わるか。", "Whether the file ends in a line end."),
    why: t("最後の1件を読み落とす取込側があり得ます。", "A receiver may drop the last record."),
    example: t("最後のレコードの直後でファイルが終わる。", "The file ends right behind the last record."),
    mend: t(
        "最後のレコードの後にも改行を置くと最も安全です。",
        "A line end behind the last record too is the safest form.",
    ),
    source: "U-2",
};

/// The end of the file.
pub(crate) fn breach() -> Breach {
    RULE.breach(
        Message::new("最後のレコードの後に改行がありません", "no line end behind the last record"),
        Message::new("CRLF", "CR LF"),
    )
    .reading(&reading::U_2)
}
