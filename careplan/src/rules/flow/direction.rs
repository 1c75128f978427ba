//! 予定・計画をサービス事業所から居宅へ送っている

use super::super::prelude::*;
use super::{is_care_manager, is_service};
use crate::layout::Kind;
use crate::name::FileName;

/// Plan sent from a service office to a care manager.
pub static RULE: Rule = Rule {
    id: "flow/direction",
    severity: Warning,
    title: t("予定・計画をサービス事業所から居宅へ送っている", "plan sent from a service office to a care manager"),
    what: t(
        "計画書・予定の向きが、居宅介護支援などからサービス事業所へになっているか。",
        "Whether plans travel from the care manager to the service office.",
    ),
    why: t("取込側は受け取る種別として扱わないことがあります。", "The receiver may not import this kind."),
    example: t("UPPLAN_202505_9970000002_15_9970000001_43_…", "UPPLAN_202505_9970000002_15_9970000001_43_…"),
    mend: t(
        "送信元と送信先の番号・種類コードが入れ替わっていないかを確かめてください。",
        "See whether sender and receiver were swapped.",
    ),
    source: "R53・R54・R94",
};

/// Plans and planned use that travel from a service to a care manager.
pub(crate) fn check(name: &FileName) -> Option<Breach> {
    let actual = matches!(name.kind, Kind::Upjsk | Kind::Dltjsk);
    (!actual && is_service(&name.unit.from) && is_care_manager(&name.unit.to)).then(|| {
        RULE.breach(
            Message::new(
                "送信元がサービス事業所、送信先が居宅介護支援などになっています",
                "a service office sends it to a care manager",
            ),
            Message::new("居宅介護支援などからサービス事業所へ", "from the care manager to the service office"),
        )
    })
}
