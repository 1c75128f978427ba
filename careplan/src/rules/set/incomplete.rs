//! 組に必要なファイルが無い

use super::super::prelude::*;
use super::list;
use crate::set::CompositionProblem;

/// Set lacks a file.
pub static RULE: Rule = Rule {
    id: "set/incomplete",
    severity: Error,
    title: t("組に必要なファイルが無い", "set lacks a file"),
    what: t(
        "同じ連番のファイルが、決められた組としてそろっているか。",
        "Whether the files under one serial make one of the sets that the standard has.",
    ),
    why: t(
        "組がそろわないと取込側は反映できず、連携をしたことになりません。",
        "The receiver cannot use an incomplete set; it does not count as an exchange.",
    ),
    example: t("UPPLAN と UPHOSOKU だけで UPSIKYU が無い。", "UPPLAN and UPHOSOKU without UPSIKYU."),
    mend: t(
        "足りないファイルを、同じ連番・送信元・送信先で一緒に出力してください。",
        "Write the missing file with the same serial, sender and receiver.",
    ),
    source: "R53〜R57",
};

/// What the nearest unit lacks.
pub(crate) fn breach(problem: &CompositionProblem) -> Breach {
    let (unit, missing) = (problem.nearest, list(&problem.missing));
    RULE.breach(
        Message::new(
            format!("「{}」に {missing} がありません", unit.title.ja),
            format!("the set \"{}\" lacks {missing}", unit.title.en),
        ),
        Message::new(
            format!("{}（{}）", list(unit.required), unit.source),
            format!("{} ({})", list(unit.required), unit.source),
        ),
    )
}
