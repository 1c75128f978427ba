//! EUC-JP で書かれている

use super::super::prelude::*;

/// Written in EUC-JP.
pub static RULE: Rule = Rule {
    id: "bytes/euc-jp",
    severity: Error,
    title: t("EUC-JP で書かれている", "written in EUC-JP"),
    what: t(
        "ファイル全体が MS932 ではなく EUC-JP になっていないか。",
        "Whether the whole file is EUC-JP instead of MS932.",
    ),
    why: t(
        "取込側は MS932 として読むため、自由文が半角カナや別の漢字の並びになるか、取込そのものが止まります。",
        "The receiver reads MS932: free text turns into half-width kana and other characters, or the import stops.",
    ),
    example: t("「の」が A4 CE になっているファイル。", "A file that holds の as A4 CE."),
    mend: t(
        "書き出しの文字コードを Shift_JIS（MS932、CP932）にしてください。",
        "Write the file in Shift_JIS (MS932, CP932).",
    ),
    source: "R15",
};

/// The whole file, at its first character beyond ASCII.
pub(crate) fn breach() -> Breach {
    RULE.breach(Message::new("EUC-JP です", "EUC-JP"), Message::new("MS932", "MS932"))
}
