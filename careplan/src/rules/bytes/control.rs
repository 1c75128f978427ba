//! 制御文字

use super::super::prelude::*;

/// Control character.
pub static RULE: Rule = Rule {
    id: "bytes/control",
    severity: Warning,
    title: t("制御文字", "control character"),
    what: t(
        "改行以外の制御文字（タブ、NUL など）が無いか。",
        "Whether there are control characters other than line breaks (TAB, NUL …).",
    ),
    why: t(
        "取込側で項目が途中で切れたり、画面や帳票が崩れたりすることがあります。",
        "The receiver may cut the field there, or its screen and forms break.",
    ),
    example: t("自由文の中のタブ（09）、NUL（00）。", "TAB (09) or NUL (00) in free text."),
    mend: t(
        "出力の前に制御文字を空白に置き換えるか、取り除いてください。",
        "Replace control characters by a space, or drop them, before writing.",
    ),
    source: "4.3・R18",
};
