//! 別表の番号が連番でない

use super::super::prelude::*;

/// Numbers of the preventive table with gaps.
pub static RULE: Rule = Rule {
    id: "file/support-order",
    severity: Warning,
    title: t("別表の番号が連番でない", "numbers of the preventive table with gaps"),
    what: t(
        "別表の課題・支援計画・利用サービスの番号が、1 からの連番か。",
        "Whether needs, plans and services of the preventive table are numbered from 1 without gaps.",
    ),
    why: t("番号の飛びを行の欠けとみる取込側があります。", "Some receivers take a gap for a lost row."),
    example: t("課題ＮＯ 1 の次が 3。", "Need 3 behind need 1."),
    mend: t("1 から続けて番号を付けてください。", "Number them from 1 on."),
    source: "R131・L-6",
};

/// The first number of a plan that does not follow; information unless it goes backwards.
pub(crate) fn breach(backwards: bool) -> Breach {
    let found = if backwards {
        Message::new("前の行より小さい番号です", "a number lower than that of the row above")
    } else {
        Message::new("番号が飛んでいます", "a number is left out")
    };
    let breach = RULE.breach(found, Message::new("1 からの連番", "numbers from 1 on")).reading(&reading::L_6);
    if backwards { breach } else { breach.at_most(Info) }
}
