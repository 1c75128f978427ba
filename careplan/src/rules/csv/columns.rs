//! 項目数が違う

use super::super::prelude::*;

/// Wrong number of fields.
pub static RULE: Rule = Rule {
    id: "csv/columns",
    severity: Error,
    title: t("項目数が違う", "wrong number of fields"),
    what: t(
        "1レコードの項目数が、その種別で決められた数と同じか。",
        "Whether a record has the number of fields of its kind.",
    ),
    why: t(
        "項目がずれて別の欄に入るか、そのレコードが黙って捨てられます。",
        "Values land in other fields, or the record vanishes silently.",
    ),
    example: t(
        "引用符で囲まれていない自由文にカンマがあると1項目増えます。",
        "A comma in free text without quotes adds a field.",
    ),
    mend: t(
        "自由文を半角の引用符で囲み、末尾の空の項目もカンマを省かずに出力してください。",
        "Put free text in quotes, and keep the commas of empty fields at the end.",
    ),
    source: "R20",
};
