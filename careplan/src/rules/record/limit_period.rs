//! 限度額適用期間が対象年月と重ならない

use super::super::prelude::*;
use super::{RecordBreach, View};
use crate::value::{Date, YearMonth};

/// Period of the limit outside the month.
pub static RULE: Rule = Rule {
    id: "record/limit-period",
    severity: Warning,
    title: t("限度額適用期間が対象年月と重ならない", "period of the limit outside the month"),
    what: t("限度額適用期間が、対象年月と1日でも重なるか。", "Whether the period of the limit overlaps the month."),
    why: t(
        "その月に使える限度額が無いことになり、取込側の確認で止まります。",
        "No limit is in force in that month, and the receiver stops.",
    ),
    example: t("対象年月 202505 に、20250401 で終わる期間。", "A period that ends on 20250401 for the month 202505."),
    mend: t(
        "新しい認定の期間になっているか確かめてください。",
        "See whether it is the period of the new certification.",
    ),
    source: "別紙 利用者補足情報 No.14・15",
};

/// Ended before the month, or begins after it; not judged while a certification is applied for.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    let month = YearMonth::parse(view.content(63)).filter(|_| view.content(16) != b"1")?;
    let ends_before = Date::parse(view.content(15)).is_some_and(|date| date.year_month() < month);
    let begins_after = Date::parse(view.content(14)).is_some_and(|date| date.year_month() > month);
    let field = match (ends_before, begins_after) {
        (true, _) => 15,
        (_, true) => 14,
        _ => return None,
    };
    let breach = RULE.breach(
        Message::new("期間が対象年月と重なりません", "the period does not overlap the month"),
        Message::new(format!("{month} と重なる期間"), format!("a period that overlaps {month}")),
    );
    Some(RecordBreach { field, breach })
}
