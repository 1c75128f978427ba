//! 空の行がある

use super::super::prelude::*;

/// Blank line.
pub static RULE: Rule = Rule {
    id: "csv/blank-line",
    severity: Error,
    title: t("空の行がある", "blank line"),
    what: t("中身の無い行（項目が1つで空）が無いか。", "Whether there are lines with nothing in them."),
    why: t(
        "項目数の足りないレコードとして取込が止まることがあります。",
        "The import may stop at it as a record with too few fields.",
    ),
    example: t("レコードの間の空行。", "A blank line between records."),
    mend: t("空行を出力しないでください。", "Write no blank lines."),
    source: "R20",
};

/// The first of some blank lines; at the end of the file only a hazard.
pub(crate) fn breach() -> Breach {
    RULE.breach(
        Message::new("中身の無い行があります", "a line with nothing in it"),
        Message::new("レコードだけの行", "records only"),
    )
}
