//! 要介護状態区分と給付の種類が合わない

use super::super::prelude::*;

/// Services of another benefit than the care level's.
pub static RULE: Rule = Rule {
    id: "set/level-services",
    severity: Warning,
    title: t("要介護状態区分と給付の種類が合わない", "services of another benefit than the care level's"),
    what: t(
        "要介護の人に予防給付、要支援・事業対象者に介護給付のサービスが無いか。",
        "Whether somebody in need of care has preventive services, or somebody in need of support those of care.",
    ),
    why: t("区分と給付が違う請求は受け付けられません。", "A claim whose level and benefit differ is not accepted."),
    example: t("補足情報が要介護1（21）で、別表に 641111。", "Care level 1 (21) in the supplement, 641111 in sheet 7."),
    mend: t(
        "区分かサービスコードを確かめてください。月の途中で変わったときは、前回要介護状態区分も入れてください。",
        "See level and service code; after a change within the month write the former level too.",
    ),
    source: "R8・R10・別紙 利用者補足情報 No.18",
};

/// The benefit of a care level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Level {
    /// 要介護: 介護給付 (and 総合事業 that goes on).
    Care,
    /// 要支援, 事業対象者: 予防給付 and 総合事業.
    Support,
}

impl Level {
    /// Of a code of 要介護状態区分.
    pub(crate) const fn of(code: &[u8]) -> Option<Self> {
        match code {
            [b'2', b'1'..=b'5'] => Some(Self::Care),
            b"06" | b"12" | b"13" => Some(Self::Support),
            _ => None,
        }
    }
}

/// The first row of the other benefit.
pub(crate) fn breach(level: Level) -> Breach {
    let (found, expected) = match level {
        Level::Care => (
            Message::new(
                "要介護の人に予防給付のサービスがあります",
                "a preventive service for somebody in need of care",
            ),
            Message::new("介護給付のサービス", "services of care"),
        ),
        Level::Support => (
            Message::new(
                "要支援・事業対象者の人に介護給付のサービスがあります",
                "a service of care for somebody in need of support",
            ),
            Message::new("予防給付か総合事業のサービス", "preventive services or those of municipal projects"),
        ),
    };
    RULE.breach(found, expected)
}
