//! 拡張子の大文字・小文字

use super::super::prelude::*;

/// Case of the extension.
pub static RULE: Rule = Rule {
    id: "name/extension-case",
    severity: Info,
    title: t("拡張子の大文字・小文字", "case of the extension"),
    what: t("拡張子が .CSV（画像は .jpg）か。", "Whether the extension is .CSV (.jpg for a picture)."),
    why: t(
        "大小文字を区別する取込側では見つけられないことがあります。",
        "A receiver that minds the case may not find the file.",
    ),
    example: t(".csv", ".csv"),
    mend: t(
        "直す必要はありません。.CSV・.jpg で出力すると最も安全です。",
        "Nothing needs mending; .CSV and .jpg are the safest.",
    ),
    source: "L-23",
};
