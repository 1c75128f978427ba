//! 種類別の限度超の計算が合わない

use super::super::prelude::*;
use super::limit_slots::slots;
use super::{RecordBreach, View};

/// Units beyond a limit by type do not add up.
pub static RULE: Rule = Rule {
    id: "record/limit-slot-sum",
    severity: Warning,
    title: t("種類別の限度超の計算が合わない", "units beyond a limit by type do not add up"),
    what: t(
        "枠の限度超単位数が「合計−基準額」（0 より小さければ 0）で、合計限度超がその和か。",
        "Whether the units beyond each limit are its sum less the limit, and No.56 their total.",
    ),
    why: t(
        "取込側の計算と合わず、利用者負担が変わります。",
        "The receiver reckons otherwise, and the own share changes.",
    ),
    example: t("基準額 1000、合計 1200 で、超過が 100。", "A limit of 1000, a sum of 1200 and 100 beyond."),
    mend: t("3つの単位数を確かめてください。", "See the three numbers."),
    source: "R109・別紙 利用者補足情報 No.20〜56",
};

/// Each slot whose three numbers are given, then their total.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    let mut total = Some(0);
    for no in slots().filter(|no| !view.content(*no).is_empty()) {
        let over = view.number(no + 3);
        if let (Some(limit), Some(sum), Some(over)) = (view.number(no + 1), view.number(no + 2), over) {
            let expected = sum.saturating_sub(limit).max(0);
            if over != expected {
                return Some(breach(no + 3, expected));
            }
        }
        total = total.zip(over).map(|(total, over): (i64, i64)| total.saturating_add(over));
    }
    let (given, total) = (view.number(56)?, total?);
    (given != total && !view.content(20).is_empty()).then(|| breach(56, total))
}

fn breach(field: u16, expected: i64) -> RecordBreach {
    let breach = RULE.breach(
        Message::new("計算が合いません", "it does not add up"),
        Message::new(format!("{expected}"), format!("{expected}")),
    );
    RecordBreach { field, breach }
}
