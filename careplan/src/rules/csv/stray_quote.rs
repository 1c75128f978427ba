//! 引用符の位置が正しくない

use super::super::prelude::*;

/// Quote out of place.
pub static RULE: Rule = Rule {
    id: "csv/stray-quote",
    severity: Error,
    title: t("引用符の位置が正しくない", "quote out of place"),
    what: t(
        "項目の途中や、閉じた後に引用符・文字が無いか。",
        "Whether quotes stand only around a field, or doubled inside it.",
    ),
    why: t(
        "取込側の読み方が分かれ、項目がずれるか文字が失われます。",
        "Receivers disagree: fields shift, or text is lost.",
    ),
    example: t(
        "\"毎日\"歩く\"（文中の引用符が重ねられていない）。",
        "\"walk \"daily\"\" with quotes that are not doubled.",
    ),
    mend: t("文中の引用符は2つ重ねて（\"\"）出力してください。", "Write a quote inside text as two (\"\")."),
    source: "R17・R19",
};

/// A quote in the middle, or text behind a closing quote.
pub(crate) fn breach() -> Breach {
    RULE.breach(
        Message::new(
            "項目の途中に引用符、または閉じた引用符の後に文字があります",
            "a quote inside the field, or text behind a closing quote",
        ),
        Message::new(
            "項目全体を囲む引用符と、重ねた引用符（\"\"）だけ",
            "quotes around the field, and doubled ones inside",
        ),
    )
}
