//! 送信元と送信先の種類コードが公式の例と同じ並び

use super::super::prelude::*;
use super::{is_care_manager, is_service};
use crate::layout::Kind;
use crate::name::FileName;

/// Service types as in the official example.
pub static RULE: Rule = Rule {
    id: "flow/swapped-types",
    severity: Info,
    title: t("送信元と送信先の種類コードが公式の例と同じ並び", "service types as in the official example"),
    what: t(
        "実績の名称の種類コードが、送信元＝サービス事業所になっているか。",
        "Whether the name of actual use has the service office's type at the sender.",
    ),
    why: t(
        "規約どおりに読む取込側では、種類を取り違えます。",
        "A receiver that follows the rule takes the wrong type.",
    ),
    example: t("UPJSK_…_9970000002_43_9970000001_11_…", "UPJSK_…_9970000002_43_9970000001_11_…"),
    mend: t(
        "送信元の番号の後ろに送信元自身の種類コードを入れてください。",
        "Write the sender's own type behind the sender's number.",
    ),
    source: "C-6",
};

/// Actual use whose sender bears the care manager's type and whose receiver a service's.
pub(crate) fn check(name: &FileName) -> Option<Breach> {
    let actual = matches!(name.kind, Kind::Upjsk | Kind::Dltjsk);
    (actual && is_care_manager(&name.unit.from) && is_service(&name.unit.to)).then(|| {
        RULE.breach(
            Message::new(
                "送信元の種類が居宅介護支援、送信先がサービスになっています",
                "the sender has a care manager's type and the receiver a service's",
            ),
            Message::new("送信元＝サービス事業所の種類", "the service office's type at the sender"),
        )
        .reading(&reading::C_6)
    })
}
