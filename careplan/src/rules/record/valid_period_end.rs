//! 有効期間が月の途中で終わる

use super::super::prelude::*;
use super::valid_period::period;
use super::{RecordBreach, View};
use crate::value::Date;

/// Period that ends within a month.
pub static RULE: Rule = Rule {
    id: "record/valid-period-end",
    severity: Info,
    title: t("有効期間が月の途中で終わる", "period that ends within a month"),
    what: t(
        "認定有効期間・限度額適用期間が、月の末日で終わっているか。",
        "Whether a period ends on the last day of a month.",
    ),
    why: t(
        "認定は月末で終わります。転出や区分変更で途中までとして書くこともあります。",
        "Certifications end with a month; some write the day of a move or a change.",
    ),
    example: t("終了日が 20260330。", "An end of 20260330."),
    mend: t("月の途中で終わる事情が無ければ、末日を確かめてください。", "See the last day, unless there is a reason."),
    source: "施行規則 38条・52条・D-5",
};

/// An end that is not the last day of its month.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    let (_, last) = period(view.kind);
    let end = Date::parse(view.content(last))?;
    (end.day() != end.year_month().days()).then(|| RecordBreach {
        field: last,
        breach: RULE
            .breach(
                Message::new("月の末日ではありません", "not the last day of a month"),
                Message::new("月の末日", "the last day of a month"),
            )
            .reading(&reading::D_5),
    })
}
