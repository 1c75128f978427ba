//! キーの照合の上限を超えた

use super::super::prelude::*;

/// Too many keys to compare.
pub static RULE: Rule = Rule {
    id: "set/key-limit",
    severity: Warning,
    title: t("キーの照合の上限を超えた", "too many keys to compare"),
    what: t("利用者のキーの数が照合できる範囲か。", "Whether the number of keys can be compared."),
    why: t(
        "親子の照合を途中で止めました。ほかの検査は済んでいます。",
        "Parents and children were not all compared; everything else was.",
    ),
    example: t("10万人を超える利用者。", "More than a hundred thousand people."),
    mend: t("ファイルを分けて検査してください。", "Check the files in parts."),
    source: "検査の上限",
};

/// Too many keys.
pub(crate) fn breach() -> Breach {
    RULE.breach(
        Message::new(
            "利用者のキーが多すぎるため、親子の照合を省きました",
            "too many keys: parents and children were not compared",
        ),
        Message::new("10万件以内のキー", "at most 100,000 keys"),
    )
}
