//! 画像ファイルが組に無い

use super::super::prelude::*;

/// Named picture not in the set.
pub static RULE: Rule = Rule {
    id: "set/picture-missing",
    severity: Error,
    title: t("画像ファイルが組に無い", "named picture not in the set"),
    what: t(
        "利用者基本情報が名前を挙げた画像が、組にあるか。",
        "Whether the picture that basic information names is in the set.",
    ),
    why: t("取込側で家族構成が表示されません。", "The receiver shows no family picture."),
    example: t("No.62 に名称があるのに画像を添えていない。", "No.62 names a picture that is not there."),
    mend: t("画像を同じ組に入れるか、No.62 を空にしてください。", "Put the picture into the set, or empty No.62."),
    source: "R41・R42・R56",
};

/// A picture that is named and not there.
pub(crate) fn breach() -> Breach {
    RULE.breach(
        Message::new("No.62 が挙げる画像が組にありません", "the picture named in No.62 is not in the set"),
        Message::new("同じ名称の画像", "a picture of that name"),
    )
}
