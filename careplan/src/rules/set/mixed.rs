//! 組に属さないファイルがある

use super::super::prelude::*;
use super::list;
use crate::layout::Kind;
use crate::set::CompositionProblem;

/// File that does not belong to the set.
pub static RULE: Rule = Rule {
    id: "set/mixed",
    severity: Error,
    title: t("組に属さないファイルがある", "file that does not belong to the set"),
    what: t("同じ連番に、別の組のファイルが混ざっていないか。", "Whether files of another set share the serial."),
    why: t("組合せの誤りとして送信や取込が拒否されます。", "Sending or importing is refused as a wrong combination."),
    example: t("UPPLAN の組に UPJSK が混ざる。", "UPJSK among the files of a UPPLAN set."),
    mend: t("別の組のファイルには別の連番を付けてください。", "Give files of another set a serial of their own."),
    source: "R53〜R57",
};

/// One file that does not belong to the nearest unit.
pub(crate) fn breach(problem: &CompositionProblem, stranger: Kind) -> Breach {
    let unit = problem.nearest;
    RULE.breach(
        Message::new(
            format!("{} は「{}」に属しません", stranger.code(), unit.title.ja),
            format!("{} does not belong to the set \"{}\"", stranger.code(), unit.title.en),
        ),
        Message::new(
            format!("{}（{}）", list(unit.required), unit.source),
            format!("{} ({})", list(unit.required), unit.source),
        ),
    )
}
