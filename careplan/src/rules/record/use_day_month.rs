//! 利用日が対象年月の日でない

use super::super::prelude::*;
use super::{RecordBreach, View};
use crate::value::{Date, YearMonth};

/// Day of use outside the month.
pub static RULE: Rule = Rule {
    id: "record/use-day-month",
    severity: Error,
    title: t("利用日が対象年月の日でない", "day of use outside the month"),
    what: t(
        "サービス利用日が、同じレコードの対象年月の中の日か。",
        "Whether the day of use lies in the month of its record.",
    ),
    why: t("別の月の予定や実績として取り込まれるか、捨てられます。", "It is imported into another month, or dropped."),
    example: t("対象年月 202505 に 20250601。", "20250601 in the month 202505."),
    mend: t(
        "利用日を対象年月の日にするか、その月のファイルに入れてください。",
        "Write a day of the month, or move the row to the file of its month.",
    ),
    source: "R45・R116",
};

/// No.10 begins with No.5, both being what they should be.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    let (month, day) = (view.content(5), view.content(10));
    if day.starts_with(month) {
        return None;
    }
    let month = YearMonth::parse(month)?;
    (Date::parse(day)?.year_month() != month).then(|| RecordBreach {
        field: 10,
        breach: RULE.breach(
            Message::new("対象年月と違う月の日です", "a day of another month"),
            Message::new(format!("{month} の日"), format!("a day of {month}")),
        ),
    })
}
