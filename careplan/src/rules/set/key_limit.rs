//! キーの照合の上限を超えた

use super::super::prelude::*;

/// Too many keys to compare.
pub static RULE: Rule = Rule {
    id: "set/key-limit",
    severity: Warning,
    title: t(
        "キーの照合の上限を超えた",
        "too many keys to compare",
    ),
    what: t(
        "利用者のキーの数が照合できる範囲か。",
        "Whether the number of keys can be compared.",
    ),
    why: t(
        "親子の照合を途中で止めました。ほかの検査は済んでいます。",
        "Parents and children were not all compared; everything else was.",
    ),
    example: t(
        "10万人を超える利用者。",
        "More than a hundred thousand people.",
    ),
    mend: t(
        "ファイルを分けて検査してください。",
        "Check the files in parts.",
    ),
    source: "検査の上限",
};
