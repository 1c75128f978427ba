//! 連携の対象外のサービス

use super::super::prelude::*;
use super::seen;
use crate::layout::{Field, Format};
use crate::value::{Scope, scope};

/// Service outside the exchange.
pub static RULE: Rule = Rule {
    id: "field/service-scope",
    severity: Error,
    title: t("連携の対象外のサービス", "service outside the exchange"),
    what: t("サービスが連携の対象か。", "Whether the service belongs to the exchange."),
    why: t(
        "対象外のサービスの行は作らないことになっており、取込側で拒否されるか捨てられます。",
        "Rows of such services are not to be made: they are rejected or dropped.",
    ),
    example: t("33（特定施設）、51（介護福祉施設）の行。", "Rows of 33 or 51."),
    mend: t("対象外のサービスの行を出力しないでください。", "Write no rows of services outside the exchange."),
    source: "R8〜R13",
};

/// The service type (the first two characters of a code) and its place in the tables of 1.3 and 1.4.
pub(crate) fn check(field: &Field, content: &[u8]) -> Option<Breach> {
    let kind = content.first_chunk::<2>()?;
    if field.format == Format::ServiceCodeOrTotal && content == b"999999" {
        return None;
    }
    let breach =
        RULE.breach(seen(field, content), Message::new("連携の対象のサービス種類", "a service type of the exchange"));
    match (scope(kind), field.format) {
        (Scope::InScope(_), _) => None,
        (Scope::OutOfScope, Format::ServiceCode | Format::ServiceCodeOrTotal) => Some(breach),
        _ => Some(breach.at_most(Warning)),
    }
}
