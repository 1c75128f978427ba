//! 自由文が引用符で囲まれていない

use super::super::prelude::*;
use crate::layout::{Field, Format, MaxLen};

/// Free text without quotes.
pub static RULE: Rule = Rule {
    id: "csv/free-text-unquoted",
    severity: Warning,
    title: t("自由文が引用符で囲まれていない", "free text without quotes"),
    what: t("フリーテキストの項目が半角の引用符で囲まれているか。", "Whether free text stands in quotes."),
    why: t(
        "カンマや改行を含む日に項目がずれます。囲みを前提に読む取込側では読めないことがあります。",
        "On the day a comma or line break is in the text, fields shift; some receivers rely on the quotes.",
    ),
    example: t("…,架空 太郎,…（囲みなし）。", "…,name,… without quotes."),
    mend: t(
        "フリーテキストの項目は、内容に関わらず常に \" で囲んで出力してください。",
        "Put free text in quotes always, whatever it holds.",
    ),
    source: "R17",
};

/// A warning; only a note for the numbers of UPYOBO_SUB, whose format is open (L-6).
pub(crate) fn breach(field: &Field) -> Breach {
    let breach = RULE.breach(
        Message::new("自由文が引用符で囲まれていません", "free text without quotes"),
        Message::new("半角の引用符で囲む", "quotes around it"),
    );
    if field.format == Format::Text && matches!(field.max_len, MaxLen::Chars(_)) {
        breach.at_most(Info).reading(&reading::L_6)
    } else {
        breach
    }
}
