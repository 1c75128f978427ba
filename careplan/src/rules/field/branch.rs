//! サテライト枝番の形でない

use super::super::prelude::*;
use super::seen;
use crate::layout::Field;

/// Not a branch number.
pub static RULE: Rule = Rule {
    id: "field/branch",
    severity: Error,
    title: t("サテライト枝番の形でない", "not a branch number"),
    what: t("半角の番号か。", "Whether it is a half-width number."),
    why: t("どの拠点か分からなくなります。", "The site can no longer be told."),
    example: t("「本店」。", "A name instead of a number."),
    mend: t("事業所の固有の番号、または1からの連番にしてください。", "Use the office's own number, or count from 1."),
    source: "R119",
};

/// Half-width digits; letters are not excluded by the text, so they are a note only.
pub(crate) fn check(field: &Field, content: &[u8]) -> Option<Breach> {
    let breach = RULE.breach(seen(field, content), Message::new("半角の番号", "a half-width number"));
    if content.iter().all(u8::is_ascii_digit) {
        None
    } else if content.iter().all(u8::is_ascii_alphanumeric) {
        Some(breach.at_most(Info).reading(&reading::D_3))
    } else {
        Some(breach)
    }
}
