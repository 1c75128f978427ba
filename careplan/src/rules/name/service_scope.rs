//! 名称の種類コードが連携の対象外

use super::super::prelude::*;
use crate::name::FileName;
use crate::value::{Scope, scope};

/// Service type outside the exchange in the name.
pub static RULE: Rule = Rule {
    id: "name/service-scope",
    severity: Warning,
    title: t("名称の種類コードが連携の対象外", "service type outside the exchange in the name"),
    what: t(
        "名称のサービス種類コードが連携の対象か。",
        "Whether the service types in the name belong to the exchange.",
    ),
    why: t(
        "対象外のサービスの事業所とはこの方法で連携できません。",
        "An office of such a service cannot exchange this way.",
    ),
    example: t("33（特定施設入居者生活介護）。", "33 (daily life in a specific facility)."),
    mend: t("送信元・送信先のサービス種類を確かめてください。", "See which service the sender or receiver acts as."),
    source: "R8〜R12",
};

/// A service type of the name that the tables list as outside the exchange.
pub(crate) fn check(name: &FileName) -> Option<Breach> {
    let ends = [&name.unit.from, &name.unit.to];
    let outside = ends.into_iter().filter_map(|party| party.service.as_deref());
    let service = outside.into_iter().find(|service| scope(service.as_bytes()) == Scope::OutOfScope)?;
    Some(RULE.breach(
        Message::new(format!("種類コードが「{service}」です"), format!("the service type is {service}")),
        Message::new("連携の対象のサービス種類", "a service type of the exchange"),
    ))
}
