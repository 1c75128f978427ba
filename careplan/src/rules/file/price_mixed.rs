//! 同じ事業所・種類に2つの単価

use super::super::prelude::*;
use crate::value::UnitPrice;

/// Two prices of one office and type.
pub static RULE: Rule = Rule {
    id: "file/price-mixed",
    severity: Warning,
    title: t("同じ事業所・種類に2つの単価", "two prices of one office and type"),
    what: t(
        "同じ利用者の、同じ事業所・種類の単位数単価が1つか。",
        "Whether one office has one price for a type of service to a person.",
    ),
    why: t("どちらの地域区分が正しいか、取込側で決められません。", "The receiver cannot tell which region is right."),
    example: t("15AAAA が 10.54、15EEEE が 10.27。", "15AAAA at 10.54 and 15EEEE at 10.27."),
    mend: t(
        "単価を確かめてください。サテライトが別の地域にあるときは枝番を入れてください。",
        "See the prices; a branch in another region needs its number.",
    ),
    source: "別紙 第7表 No.8・23",
};

/// Another price than a row before.
pub(crate) fn breach(given: UnitPrice, before: UnitPrice) -> Breach {
    RULE.breach(
        Message::new(format!("{given} です"), format!("{given}")),
        Message::new(format!("前の行と同じ {before}"), format!("{before} as before")),
    )
}
