//! 合計の検算を省いた

use super::super::prelude::*;

/// Sums not reckoned.
pub static RULE: Rule = Rule {
    id: "file/sums-skipped",
    severity: Info,
    title: t("合計の検算を省いた", "sums not reckoned"),
    what: t(
        "利用者の行が続いていて、検算できる数に収まっているか。",
        "Whether the rows of a person stand together and within what this check keeps.",
    ),
    why: t(
        "行が離れている利用者や上限を超えた分は、小計・合計を検算していません。",
        "Sums are not reckoned where rows stand apart or pass the limit.",
    ),
    example: t("同じ利用者の行の間に、別の利用者の行がある。", "Rows of another person between those of one."),
    mend: t("利用者ごとに続けて出力すると、検算できます。", "Written person by person, they are reckoned."),
    source: "検査の上限",
};

/// A person who comes back after another.
pub(crate) fn scattered() -> Breach {
    RULE.breach(
        Message::new("同じ利用者の行が離れています", "rows of one person stand apart"),
        Message::new("利用者ごとに続いた行", "rows of a person together"),
    )
}

/// More persons, or more groups of one person, than are kept.
pub(crate) fn limit(kept: usize) -> Breach {
    RULE.breach(
        Message::new(format!("{kept}件を超えたため検算していません"), format!("more than {kept}: not reckoned")),
        Message::new("これより後は全合計の数も確かめていません", "totals behind are not counted either"),
    )
}
