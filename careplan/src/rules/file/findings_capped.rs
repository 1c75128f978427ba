//! 指摘の一部を省いた

use super::super::prelude::*;

/// Some findings are not listed.
pub static RULE: Rule = Rule {
    id: "file/findings-capped",
    severity: Info,
    title: t("指摘の一部を省いた", "some findings are not listed"),
    what: t(
        "同じ指摘が多いとき、一覧を途中で止めたか。",
        "Whether the list was cut because the same finding came too often.",
    ),
    why: t("件数は正確です。一覧だけを省いています。", "The numbers are exact; only the list is cut."),
    example: t("同じ列の誤りが10万件。", "The same mistake in a hundred thousand rows."),
    mend: t("先に一覧の指摘を直し、もう一度検査してください。", "Mend what is listed, then check again."),
    source: "検査の上限",
};
