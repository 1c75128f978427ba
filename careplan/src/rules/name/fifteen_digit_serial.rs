//! ファイル連番が15桁

use super::super::prelude::*;

/// Serial of fifteen digits.
pub static RULE: Rule = Rule {
    id: "name/fifteen-digit-serial",
    severity: Info,
    title: t("ファイル連番が15桁", "serial of fifteen digits"),
    what: t("連番が14桁（YYYYMMDDHHMMSS）か。", "Whether the serial has fourteen digits (YYYYMMDDHHMMSS)."),
    why: t(
        "14桁を前提に並べる取込側では順序が狂います。",
        "A receiver that sorts by fourteen digits gets the order wrong.",
    ),
    example: t("公式文書の例にある 201911110102233。", "201911110102233 as in an official example."),
    mend: t("14桁で出力してください。", "Write fourteen digits."),
    source: "C-5",
};
