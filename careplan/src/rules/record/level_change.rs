//! 区分変更の項目がそろっていない

use super::super::prelude::*;
use super::{RecordBreach, View};
use crate::value::{Date, YearMonth};

/// Fields of a change of level apart.
pub static RULE: Rule = Rule {
    id: "record/level-change",
    severity: Info,
    title: t("区分変更の項目がそろっていない", "fields of a change of level apart"),
    what: t(
        "要介護状態変更日が対象年月にあるとき、前回の区分があり、今の区分と違うか。",
        "Whether a change within the month comes with the former level, another than the present.",
    ),
    why: t(
        "帳票の変更前・変更後の欄が埋まらず、限度額の根拠が分かりません。",
        "The form lacks one of the two levels, and the limit its ground.",
    ),
    example: t("変更日 20250515、前回の区分が空。", "A change on 20250515 and no former level."),
    mend: t("月の途中の変更では、前回要介護状態区分も入れてください。", "Write the former level too."),
    source: "別紙 利用者補足情報 No.17・59・D-6",
};

/// A change within the month without a former level, or a former level equal to the present one.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    let (level, former) = (view.content(18), view.content(59));
    let month = YearMonth::parse(view.content(63))?;
    let changed = Date::parse(view.content(17)).is_some_and(|date| date.year_month() == month && date.day() > 1);
    let found = if changed && former.is_empty() {
        Message::new(
            "月の途中で区分が変わりましたが、前回の区分が空です",
            "the level changed in the month, but the former one is empty",
        )
    } else if !former.is_empty() && former == level {
        Message::new("前回の区分が今の区分と同じです", "the former level is the present one")
    } else {
        return None;
    };
    let expected = Message::new("変更前の区分", "the level before the change");
    Some(RecordBreach { field: 59, breach: RULE.breach(found, expected).reading(&reading::D_6) })
}
