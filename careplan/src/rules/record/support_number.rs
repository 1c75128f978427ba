//! 別表の番号が1〜99でない

use super::super::prelude::*;
use super::{RecordBreach, View};

/// Number of the preventive table outside 1 to 99.
pub static RULE: Rule = Rule {
    id: "record/support-number",
    severity: Warning,
    title: t("別表の番号が1〜99でない", "number of the preventive table outside 1 to 99"),
    what: t("支援計画書の別表の番号が、1〜99 の数字か。", "Whether the numbers of the preventive table are 1 to 99."),
    why: t(
        "番号で行を結び付ける取込側で、課題と支援計画が離れます。",
        "Receivers tie rows by the numbers: needs and plans come apart.",
    ),
    example: t("課題ＮＯが 0。", "A need numbered 0."),
    mend: t("1 から順に番号を付けてください。", "Number them from 1."),
    source: "R131・L-6",
};

/// The first of No.5, 10 and 14 that holds something else.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    let wrong = |no: &u16| {
        let content = view.content(*no);
        !content.is_empty() && content.is_ascii() && view.number(*no).is_none_or(|number| !(1..=99).contains(&number))
    };
    let field = [5, 10, 14].into_iter().find(wrong)?;
    let breach = RULE.breach(
        Message::new("1〜99 の番号ではありません", "not a number from 1 to 99"),
        Message::new("1〜99", "1 to 99"),
    );
    Some(RecordBreach { field, breach: breach.reading(&reading::L_6) })
}
