//! どのレコードにも結び付かない画像

use super::super::prelude::*;

/// Picture that no record names.
pub static RULE: Rule = Rule {
    id: "set/picture-unnamed",
    severity: Warning,
    title: t("どのレコードにも結び付かない画像", "picture that no record names"),
    what: t("組の画像が、利用者基本情報の No.62 に書かれているか。", "Whether a picture of the set is named in No.62."),
    why: t("どの利用者の画像か分かりません。", "Nobody can tell whose picture it is."),
    example: t("枝番 0002 の画像を No.62 が挙げていない。", "Picture 0002 is named by no record."),
    mend: t("No.62 に画像の名称を書いてください。", "Name the picture in No.62."),
    source: "R42・R69",
};

/// A picture that is there and not named.
pub(crate) fn breach() -> Breach {
    RULE.breach(
        Message::new("この画像の名称がどのレコードの No.62 にもありません", "no record names this picture in No.62"),
        Message::new("No.62 に画像の名称", "its name in No.62"),
    )
}
