//! 第2表の番号の順に並んでいない

use super::super::prelude::*;

/// Sheet 2 not in the order of its numbers.
pub static RULE: Rule = Rule {
    id: "file/goal-order",
    severity: Warning,
    title: t("第2表の番号の順に並んでいない", "sheet 2 not in the order of its numbers"),
    what: t(
        "第2表の行が、課題・目標・内容の番号の順に並んでいるか。",
        "Whether rows of sheet 2 stand in the order of needs, goals and contents.",
    ),
    why: t(
        "空にした繰返しの欄を前の行で補う取込側で、別の課題の内容になります。",
        "Receivers fill empty repeats from the row before: contents go to another need.",
    ),
    example: t("課題ＮＯ 2 の後に 1。", "Need 1 behind need 2."),
    mend: t("番号の順に出力してください。", "Write the rows in the order of the numbers."),
    source: "R110",
};

/// The first row of a plan whose numbers come before those of the row above.
pub(crate) fn breach() -> Breach {
    RULE.breach(
        Message::new("前の行より小さい番号です", "a number lower than that of the row above"),
        Message::new("課題ＮＯ→援助目標ＮＯ→援助内容ＮＯの順", "in the order of needs, goals and contents"),
    )
}
