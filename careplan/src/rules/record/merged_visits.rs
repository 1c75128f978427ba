//! 1日の訪問が1行にまとめられたように見える

use super::super::prelude::*;
use super::{RecordBreach, View};
use crate::value::ServiceTime;

/// Visits of a day look merged into one row.
pub static RULE: Rule = Rule {
    id: "record/merged-visits",
    severity: Info,
    title: t("1日の訪問が1行にまとめられたように見える", "visits of a day look merged into one row"),
    what: t(
        "回数が2以上の行の時間が、1回分の長さか。",
        "Whether a row with a count above one has the time of one visit.",
    ),
    why: t(
        "最初の開始から最後の終了までを1行にすると、取込側で1回の長い訪問に見えます。",
        "From the first start to the last end, it looks like one long visit.",
    ),
    example: t("回数 2、0900 から 1700 まで。", "A count of 2, 0900 to 1700."),
    mend: t("時刻の違う訪問は行を分けてください。", "Write visits at different times as rows of their own."),
    source: "R113・既知の事例・D-8",
};

/// More than three hours for a count above one, where times are shown.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    if view.content(14) == b"1" || view.number(14)? < 2 {
        return None;
    }
    let minutes = |no| ServiceTime::parse(view.content(no)).and_then(ServiceTime::minutes);
    (minutes(13)?.checked_sub(minutes(12)?)? > 180).then(|| RecordBreach {
        field: 14,
        breach: RULE
            .breach(
                Message::new(
                    "回数が2以上で、時間が3時間を超えています",
                    "a count above one over more than three hours",
                ),
                Message::new("時刻の違う訪問は別の行", "visits at different times in rows of their own"),
            )
            .reading(&reading::D_8),
    })
}
