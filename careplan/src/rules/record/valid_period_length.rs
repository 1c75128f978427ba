//! 有効期間が48か月より長い

use super::super::prelude::*;
use super::valid_period::period;
use super::{RecordBreach, View};
use crate::value::Date;

/// Period longer than forty-eight months.
pub static RULE: Rule = Rule {
    id: "record/valid-period-length",
    severity: Warning,
    title: t("有効期間が48か月より長い", "period longer than forty-eight months"),
    what: t(
        "認定有効期間・限度額適用期間が、定めの最長（48か月と初月の端数）以内か。",
        "Whether a period is within the longest there is: forty-eight months and the rest of the first.",
    ),
    why: t("日付の打ち間違いのおそれがあります。", "One of the dates may be mistyped."),
    example: t("20250401 から 20350331 まで。", "From 20250401 to 20350331."),
    mend: t(
        "2つの日付を確かめてください（終わりの無い期間は空か 99991231 で構いません）。",
        "See the two dates; no end at all is empty or 99991231.",
    ),
    source: "施行規則 38条・52条",
};

/// More months than fit; a year of 9999 means no end.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    let (first, last) = period(view.kind);
    let (from, to) = (Date::parse(view.content(first))?, Date::parse(view.content(last))?);
    let months = |date: Date| i32::from(date.year_month().year()) * 12 + i32::from(date.year_month().month());
    (to.year_month().year() != 9999 && months(to) - months(from) > 48).then(|| RecordBreach {
        field: last,
        breach: RULE.breach(
            Message::new("48か月を超える期間です", "a period of more than forty-eight months"),
            Message::new("48か月まで", "forty-eight months at most"),
        ),
    })
}
