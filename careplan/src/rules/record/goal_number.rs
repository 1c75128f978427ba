//! 番号が1〜99でない

use super::super::prelude::*;
use super::{RecordBreach, View};

/// Number outside 1 to 99.
pub static RULE: Rule = Rule {
    id: "record/goal-number",
    severity: Error,
    title: t("番号が1〜99でない", "number outside 1 to 99"),
    what: t(
        "第2表の課題・目標・内容の番号が、1〜99 か。",
        "Whether the numbers of needs, goals and contents are 1 to 99.",
    ),
    why: t(
        "番号の順に並べる取込側で、帳票の並びが変わります。",
        "Receivers sort by the numbers: the order of the form changes.",
    ),
    example: t("課題ＮＯが 0。", "A need numbered 0."),
    mend: t("1 から順に番号を付けてください。", "Number them from 1."),
    source: "R110",
};

/// The first of No.6, 8 and 13 that is a number outside the range; longer ones are told of their length.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    let outside =
        |no: &u16| view.number(*no).is_some_and(|number| number < 1 || (number > 99 && view.content(*no).len() <= 2));
    let field = [6, 8, 13].into_iter().find(|no| outside(no))?;
    let breach = RULE.breach(
        Message::new("1〜99 の番号ではありません", "not a number from 1 to 99"),
        Message::new("1〜99", "1 to 99"),
    );
    Some(RecordBreach { field, breach })
}
