//! ISO-2022-JP で書かれている

use super::super::prelude::*;

/// Written in ISO-2022-JP.
pub static RULE: Rule = Rule {
    id: "bytes/iso-2022-jp",
    severity: Error,
    title: t("ISO-2022-JP で書かれている", "written in ISO-2022-JP"),
    what: t(
        "JIS（ISO-2022-JP）の切替え符号（ESC $ B など）が無いか。",
        "Whether there are escape sequences of ISO-2022-JP (ESC $ B and the like).",
    ),
    why: t(
        "取込側は MS932 として読むため、自由文がすべて記号の並びになります。",
        "The receiver reads MS932: all free text turns into rows of symbols.",
    ),
    example: t("1B 24 42 で始まる自由文。", "Free text that begins with 1B 24 42."),
    mend: t(
        "書き出しの文字コードを Shift_JIS（MS932、CP932）にしてください。",
        "Write the file in Shift_JIS (MS932, CP932).",
    ),
    source: "R15",
};
