//! 郵便番号の形でない

use super::super::prelude::*;
use super::seen;
use crate::layout::Field;
use crate::value::PostalCode;

/// Not a postal code.
pub static RULE: Rule = Rule {
    id: "field/postal",
    severity: Error,
    title: t("郵便番号の形でない", "not a postal code"),
    what: t("XXX-XXXX の8桁か。", "Whether it is XXX-XXXX."),
    why: t("取込側で空になるか、桁がずれます。", "The receiver empties or misreads it."),
    example: t("0000310（ハイフンなし）。", "0000310 (no hyphen)."),
    mend: t("3桁-4桁の形で出力してください。", "Write three digits, a hyphen and four digits."),
    source: "R108",
};

/// `XXX-XXXX`.
pub(crate) fn check(field: &Field, content: &[u8]) -> Option<Breach> {
    let ok = PostalCode::parse(content).is_some();
    (!ok).then(|| RULE.breach(seen(field, content), Message::new("XXX-XXXX の形", "the form XXX-XXXX")))
}
