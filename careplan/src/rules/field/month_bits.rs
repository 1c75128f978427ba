//! 日割対象日が31桁の0・1でない

use super::super::prelude::*;
use super::seen;
use crate::layout::Field;

/// Not 31 digits of 0 and 1.
pub static RULE: Rule = Rule {
    id: "field/month-bits",
    severity: Error,
    title: t("日割対象日が31桁の0・1でない", "not 31 digits of 0 and 1"),
    what: t("日割対象日が31桁の 0 と 1 か。", "Whether it is 31 digits of 0 and 1."),
    why: t("日割の日数が変わり、請求が合わなくなります。", "The number of days changes, and claims no longer agree."),
    example: t("30桁、28桁、1.1E+30。", "30 or 28 digits, 1.1E+30."),
    mend: t("31日までの桁をそろえ、対象の日を1にしてください。", "Write all 31 digits, 1 for each day that counts."),
    source: "R114",
};

/// Exactly 31 of `0` and `1`.
pub(crate) fn check(field: &Field, content: &[u8]) -> Option<Breach> {
    let ok = content.len() == 31 && content.iter().all(|byte| matches!(byte, b'0' | b'1'));
    (!ok).then(|| RULE.breach(seen(field, content), Message::new("31桁の 0 と 1", "31 digits of 0 and 1")))
}
