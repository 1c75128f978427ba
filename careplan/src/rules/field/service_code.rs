//! サービスコードの形でない

use super::super::prelude::*;
use super::seen;
use crate::layout::{Field, Format};
use crate::value::ServiceCode;

/// Not a service code.
pub static RULE: Rule = Rule {
    id: "field/service-code",
    severity: Error,
    title: t("サービスコードの形でない", "not a service code"),
    what: t("半角英数字6桁か。", "Whether it is six half-width characters."),
    why: t("どのサービスか分からず、その行が捨てられます。", "Nobody can tell the service: the row is dropped."),
    example: t("前ゼロの落ちた値、小文字。", "A value that lost its zeros, or small letters."),
    mend: t("種類2桁＋項目4桁の6桁で出力してください。", "Write two characters of type and four of item."),
    source: "R21・サービスコード",
};

/// Six digits or capitals. The codes of subtotal and total rows have the same shape.
pub(crate) fn check(field: &Field, content: &[u8]) -> Option<Breach> {
    debug_assert!(matches!(field.format, Format::ServiceCode | Format::ServiceCodeOrTotal));
    let ok = ServiceCode::parse(content).is_some();
    (!ok).then(|| RULE.breach(seen(field, content), Message::new("半角英数字6桁", "six half-width characters")))
}
