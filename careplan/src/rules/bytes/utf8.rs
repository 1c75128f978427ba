//! UTF-8 で書かれている

use super::super::prelude::*;

/// Written in UTF-8.
pub static RULE: Rule = Rule {
    id: "bytes/utf8",
    severity: Error,
    title: t("UTF-8 で書かれている", "written in UTF-8"),
    what: t(
        "ファイル全体が MS932 ではなく UTF-8（BOM の有無を問わない）になっていないか。",
        "Whether the file is UTF-8, with or without a byte order mark, instead of MS932.",
    ),
    why: t(
        "取込側は MS932 として読むため、自由文がすべて文字化けするか、取込そのものが止まります。",
        "The receiver reads MS932: all free text turns to garbage, or the import stops.",
    ),
    example: t(
        "先頭が EF BB BF のファイル、「架空」が E6 9E B6 E7 A9 BA のファイル。",
        "A file that starts with EF BB BF, or that holds 架空 as E6 9E B6 E7 A9 BA.",
    ),
    mend: t(
        "書き出しの文字コードを Shift_JIS（MS932、CP932）にしてください。",
        "Write the file in Shift_JIS (MS932, CP932).",
    ),
    source: "R15",
};

/// The whole file, at its first character beyond ASCII.
pub(crate) fn breach(bom: bool) -> Breach {
    let found = if bom {
        Message::new("BOM 付きの UTF-8 です", "UTF-8 with a byte order mark")
    } else {
        Message::new("UTF-8（BOM なし）です", "UTF-8 without a byte order mark")
    };
    RULE.breach(found, Message::new("MS932", "MS932"))
}
