//! サービス種類コードの形でない

use super::super::prelude::*;
use super::seen;
use crate::layout::Field;
use crate::value::ServiceType;

/// Not a service type.
pub static RULE: Rule = Rule {
    id: "field/service-type",
    severity: Error,
    title: t("サービス種類コードの形でない", "not a service type"),
    what: t("半角英数字2桁か。", "Whether it is two half-width characters."),
    why: t("どのサービスか分かりません。", "Nobody can tell the service."),
    example: t("「5」「訪問」。", "\"5\"."),
    mend: t("2桁の種類コードにしてください。", "Write the two characters of the type."),
    source: "R21・サービス種類コード",
};

/// Two digits or capitals.
pub(crate) fn check(field: &Field, content: &[u8]) -> Option<Breach> {
    let ok = ServiceType::parse(content).is_some();
    (!ok).then(|| RULE.breach(seen(field, content), Message::new("半角英数字2桁", "two half-width characters")))
}
