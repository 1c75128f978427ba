//! 交換ファイルではない

use super::super::prelude::*;

/// No file of the exchange.
pub static RULE: Rule = Rule {
    id: "name/not-exchange",
    severity: Info,
    title: t("交換ファイルではない", "no file of the exchange"),
    what: t("ファイルが連携の対象かどうか。", "Whether the file belongs to the exchange."),
    why: t(
        "検査の対象としません。添付（PDF など）はこのままで構いません。",
        "It is not judged; attachments such as a PDF are fine.",
    ),
    example: t("README.txt、計画書.pdf。", "README.txt, plan.pdf."),
    mend: t("直す必要はありません。", "Nothing needs mending."),
    source: "R23〜R40",
};
