//! NEC選定IBM拡張文字

use super::super::prelude::*;

/// NEC-selected IBM extension.
pub static RULE: Rule = Rule {
    id: "bytes/nec-selected",
    severity: Info,
    title: t("NEC選定IBM拡張文字", "NEC-selected IBM extension"),
    what: t(
        "ED40〜EEFC の文字（同じ文字が FA40〜FC4B にもある）が使われているか。",
        "Whether characters stand at ED40–EEFC, which exist at FA40–FC4B too.",
    ),
    why: t(
        "ほとんどの取込側で同じ文字として読めますが、読めない実装もあります。",
        "Most receivers read the same character; some do not.",
    ),
    example: t("「髙」を EEE0 と書いたもの。", "髙 written as EEE0."),
    mend: t(
        "直す必要はありません。FA40〜FC4B 側で出力すると最も安全です。",
        "Nothing needs mending; FA40–FC4B is the safest form.",
    ),
    source: "4.3",
};
