//! 区分支給限度基準額が表と違う

use super::super::prelude::*;
use super::{RecordBreach, View};
use crate::money::limit;
use crate::value::{Date, YearMonth};

/// Monthly limit differs from the table.
pub static RULE: Rule = Rule {
    id: "record/limit-amount",
    severity: Warning,
    title: t("区分支給限度基準額が表と違う", "monthly limit differs from the table"),
    what: t(
        "区分支給限度基準額が、その月の要介護状態区分の額か。",
        "Whether the monthly limit is that of the care level in that month.",
    ),
    why: t(
        "限度額の超過と利用者負担が、取込側と食い違います。",
        "What lies beyond the limit, and the own share, differ at the receiver.",
    ),
    example: t("要介護1（21）に 19705。", "19705 for care level 1 (21)."),
    mend: t(
        "区分と限度額を確かめてください。市町村が条例で上乗せした額は、そのままで構いません。",
        "See level and limit; a limit raised by ordinance is fine.",
    ),
    source: "施行規則 68条・告示33号・別紙 利用者補足情報 No.19・D-9",
};

/// Lower than the heaviest level of the month, or the limit of another level: a warning. Higher
/// otherwise: a municipality may have raised it. 事業対象者 and people who are being certified are
/// not judged, nor are limits after a change in the month whose former level is not told.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    let given = view.number(19).filter(|_| view.content(16) != b"1")?;
    let month = match view.content(63) {
        b"000000" => Date::parse(view.content(4))?.year_month(),
        month => YearMonth::parse(month)?,
    };
    let (level, former) = (view.content(18), view.content(59));
    let changed = Date::parse(view.content(17)).is_some_and(|date| date.year_month() == month);
    let expected = limit(level, month)?.max(limit(former, month).unwrap_or(0));
    if given == expected {
        return None;
    }
    let other_level = LEVELS.iter().any(|other| limit(other, month) == Some(given));
    let breach = RULE.breach(
        Message::new("区分の限度基準額と違います", "not the limit of the care level"),
        Message::new(format!("{expected}"), format!("{expected}")),
    );
    // By ordinance a limit is raised by a part of it, not to a multiple.
    let raised = given > expected && given <= expected.saturating_mul(3) / 2 && !other_level;
    let breach = if raised || (changed && former.is_empty()) || former == b"06" {
        breach.at_most(Info).reading(&reading::D_9)
    } else {
        breach
    };
    Some(RecordBreach { field: 19, breach })
}

const LEVELS: [&[u8]; 7] = [b"12", b"13", b"21", b"22", b"23", b"24", b"25"];
