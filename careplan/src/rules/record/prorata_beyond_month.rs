//! 日割対象日が月末を越える

use super::super::prelude::*;
use super::{RecordBreach, View};
use crate::value::{ProrataDays, YearMonth};

/// Prorated days beyond the end of the month.
pub static RULE: Rule = Rule {
    id: "record/prorata-beyond-month",
    severity: Warning,
    title: t("日割対象日が月末を越える", "prorated days beyond the end of the month"),
    what: t("日割対象日の、その月に無い日が 0 か。", "Whether days that the month does not have are 0."),
    why: t("日割の日数が合わず、単位数の計算が変わります。", "The number of days is wrong, and so are the units."),
    example: t("30日までの月の31桁目が 1。", "A 1 in place 31 of a month of thirty days."),
    mend: t("その月に無い日は 0 にしてください。", "Write 0 for days that the month does not have."),
    source: "R114・L-40",
};

/// A 1 behind the last day of the month.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    if view.content(11).is_empty() {
        return None;
    }
    let (days, month) = (ProrataDays::parse(view.content(11))?, YearMonth::parse(view.content(5))?);
    (month.days() + 1..=31).any(|day| days.includes(day)).then(|| RecordBreach {
        field: 11,
        breach: RULE
            .breach(
                Message::new("その月に無い日が 1 です", "a day that the month does not have is 1"),
                Message::new(format!("{}桁目までに 1", month.days()), format!("1 up to place {} only", month.days())),
            )
            .reading(&reading::L_40),
    })
}
