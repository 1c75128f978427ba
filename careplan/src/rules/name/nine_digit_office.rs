//! 名称の事業所番号が9桁

use super::super::prelude::*;

/// Office number of nine digits in the name.
pub static RULE: Rule = Rule {
    id: "name/nine-digit-office",
    severity: Info,
    title: t("名称の事業所番号が9桁", "office number of nine digits in the name"),
    what: t("名称の事業所番号が10桁か。", "Whether the office numbers in the name have ten characters."),
    why: t(
        "先頭の0が落ちた番号は、別の事業所か存在しない事業所になります。",
        "A number that lost its zero is another office, or none.",
    ),
    example: t("公式文書の例にある 123456789。", "123456789 as in an official example."),
    mend: t("10桁で出力してください。", "Write ten characters."),
    source: "C-3",
};
