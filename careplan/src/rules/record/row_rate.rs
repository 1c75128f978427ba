//! 給付率が見慣れない値

use super::super::prelude::*;
use super::RecordBreach;
use super::sheet7::Row;

/// Unusual rate of benefit.
pub static RULE: Rule = Rule {
    id: "record/row-rate",
    severity: Warning,
    title: t("給付率が見慣れない値", "unusual rate of benefit"),
    what: t("給付率が 60・70・80・90・100 のどれかか。", "Whether the rate is 60, 70, 80, 90 or 100 per cent."),
    why: t("請求額が大きく変わります。", "The claim changes by much."),
    example: t("給付率 9（90 の打ち間違い）。", "A rate of 9, mistyped for 90."),
    mend: t(
        "給付率を百分率の整数で入れてください。市町村が定めた総合事業の率は、そのままで構いません。",
        "Write per cent as a whole number; rates that a municipality sets for its projects are fine.",
    ),
    source: "別紙 第7表 No.25・L-38",
};

/// Another number; 0 is taken for none given, and municipalities set the rates of 定率 (1–100).
pub(crate) fn check(row: &Row, _spread: i64) -> Option<RecordBreach> {
    let rate = row.numbers.rate.filter(|rate| *rate != 0)?;
    let known = matches!(rate, 60 | 70 | 80 | 90 | 100) || (row.has_rate_of_its_own() && (1..=100).contains(&rate));
    (!known).then(|| RecordBreach {
        field: 25,
        breach: RULE
            .breach(
                Message::new(format!("{rate} です"), format!("{rate}")),
                Message::new("60・70・80・90・100", "60, 70, 80, 90 or 100"),
            )
            .reading(&reading::L_38),
    })
}
