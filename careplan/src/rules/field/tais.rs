//! TAISコード・届出コードの形でない

use super::super::prelude::*;
use super::seen;
use crate::layout::Field;

/// Not a TAIS or notification code.
pub static RULE: Rule = Rule {
    id: "field/tais",
    severity: Error,
    title: t("TAISコード・届出コードの形でない", "not a TAIS or notification code"),
    what: t(
        "半角英数字とハイフンで12桁以内か（例は5桁-6桁）。",
        "Whether it is at most twelve half-width letters, digits and hyphens (five and six digits in the example).",
    ),
    why: t("福祉用具を特定できません。", "The equipment cannot be told."),
    example: t("全角のハイフン「00001－000010」。", "A full-width hyphen."),
    mend: t("半角の「5桁-6桁」で出力してください。", "Write five digits, a half-width hyphen and six digits."),
    source: "R117・L-33",
};

/// Twelve half-width characters; anything but `99999-999999` is a reading (L-33).
pub(crate) fn check(field: &Field, content: &[u8]) -> Option<Breach> {
    let breach = RULE
        .breach(seen(field, content), Message::new("半角の 5桁-6桁", "five digits, a half-width hyphen, six digits"));
    let usual = |(place, byte): (usize, &u8)| if place == 5 { *byte == b'-' } else { byte.is_ascii_digit() };
    if content.len() == 12 && content.iter().enumerate().all(usual) {
        None
    } else if content.len() <= 12 && content.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-') {
        Some(breach.at_most(Info).reading(&reading::L_33))
    } else {
        Some(breach)
    }
}
