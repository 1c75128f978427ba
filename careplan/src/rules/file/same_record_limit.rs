//! 重複の照合を途中まで行った

use super::super::prelude::*;

/// Duplicates compared in part.
pub static RULE: Rule = Rule {
    id: "file/same-record-limit",
    severity: Info,
    title: t("重複の照合を途中まで行った", "duplicates compared in part"),
    what: t(
        "重複の照合が、検査の扱える件数に収まったか。",
        "Whether the records to compare were within what this check keeps.",
    ),
    why: t("この件数より後のレコードは、重複を照合していません。", "Records behind that number were not compared."),
    example: t("10万件を超えるファイル。", "A file of more than a hundred thousand records."),
    mend: t("ファイルを分けると、すべて照合できます。", "Smaller files are compared as a whole."),
    source: "検査の上限",
};

/// The first record that was not kept.
pub(crate) fn breach(limit: usize) -> Breach {
    RULE.breach(
        Message::new(format!("{limit}件まで照合しました"), format!("compared {limit} records")),
        Message::new("これより後は照合していません", "those behind are not compared"),
    )
}
