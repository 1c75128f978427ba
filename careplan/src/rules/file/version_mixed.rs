//! CSVバージョンが混ざっている

use super::super::prelude::*;

/// Mixed CSV versions.
pub static RULE: Rule = Rule {
    id: "file/version-mixed",
    severity: Error,
    title: t("CSVバージョンが混ざっている", "mixed CSV versions"),
    what: t("1ファイルの CSVバージョンが1つか。", "Whether a file has one CSV version."),
    why: t(
        "版によって読み方が変わるため、取込側はファイルを拒否します。",
        "Versions are read differently: the receiver refuses the file.",
    ),
    example: t("1件目が 202407、2件目が 202208。", "202407 in the first record, 202208 in the second."),
    mend: t("1ファイルには1つの版だけを出力してください。", "Write one version per file."),
    source: "R2",
};

/// The first record with another version.
pub(crate) fn breach() -> Breach {
    RULE.breach(
        Message::new("前のレコードと CSVバージョンが違います", "another CSV version than the records before"),
        Message::new("1ファイルに1つの版", "one version per file"),
    )
}
