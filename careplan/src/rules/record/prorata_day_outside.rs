//! 利用日が日割対象日に入っていない

use super::super::prelude::*;
use super::{RecordBreach, View};
use crate::value::{Date, ProrataDays};

/// Day of use outside the prorated days.
pub static RULE: Rule = Rule {
    id: "record/prorata-day-outside",
    severity: Warning,
    title: t("利用日が日割対象日に入っていない", "day of use outside the prorated days"),
    what: t(
        "日割の行の利用日が、日割対象日の 1 の日か。",
        "Whether the day of use of a prorated row is one of its days.",
    ),
    why: t(
        "日割の期間と利用日のどちらが正しいか、取込側で決められません。",
        "The receiver cannot tell which of the two is right.",
    ),
    example: t("10日から20日までの日割に、25日の利用。", "Use on the 25th in a run from the 10th to the 20th."),
    mend: t("利用日か日割対象日を確かめてください。", "See which of the two is right."),
    source: "R114・R116",
};

/// The day of No.10 is 0 in No.11, which names days of the month.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    if view.content(11).is_empty() {
        return None;
    }
    let (days, date) = (ProrataDays::parse(view.content(11))?, Date::parse(view.content(10))?);
    let in_month = view.content(10).starts_with(view.content(5));
    (in_month && !days.includes(date.day()) && (1..=31).any(|day| days.includes(day))).then(|| RecordBreach {
        field: 10,
        breach: RULE.breach(
            Message::new("日割対象日の外の日です", "a day outside the prorated days"),
            Message::new("日割対象日が 1 の日", "a day that is 1 in No.11"),
        ),
    })
}
