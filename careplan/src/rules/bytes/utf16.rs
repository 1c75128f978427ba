//! UTF-16 で書かれている

use super::super::prelude::*;

/// Written in UTF-16.
pub static RULE: Rule = Rule {
    id: "bytes/utf16",
    severity: Error,
    title: t("UTF-16 で書かれている", "written in UTF-16"),
    what: t("ファイルが UTF-16 になっていないか。", "Whether the file is UTF-16."),
    why: t("取込側は1件も読めません。", "The receiver cannot read a single record."),
    example: t(
        "先頭が FF FE のファイル、半角文字の間に 00 が入るファイル。",
        "A file that starts with FF FE, or with 00 between the letters.",
    ),
    mend: t(
        "書き出しの文字コードを Shift_JIS（MS932、CP932）にしてください。",
        "Write the file in Shift_JIS (MS932, CP932).",
    ),
    source: "R15",
};

/// The whole file.
pub(crate) fn breach() -> Breach {
    RULE.breach(Message::new("UTF-16 です", "UTF-16"), Message::new("MS932", "MS932"))
}
