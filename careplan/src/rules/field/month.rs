//! 年月として読めない

use super::super::prelude::*;
use super::seen;
use crate::layout::{Field, Format};
use crate::value::YearMonth;

/// Not a month.
pub static RULE: Rule = Rule {
    id: "field/month",
    severity: Error,
    title: t("年月として読めない", "not a month"),
    what: t("YYYYMM の、1〜12月か。", "Whether it is YYYYMM with a month from 01 to 12."),
    why: t("取込側はどの月の分か決められません。", "The receiver cannot tell which month it is for."),
    example: t("202513、2025-04。", "202513, 2025-04."),
    mend: t("西暦6桁の年月にしてください。", "Write six digits of a month."),
    source: "R21・書式 YYYYMM",
};

/// `YYYYMM`; `000000` only where R61 has it.
pub(crate) fn check(field: &Field, content: &[u8]) -> Option<Breach> {
    let zero = field.format == Format::MonthOrZero && content == b"000000";
    if zero || YearMonth::parse(content).is_some() {
        return None;
    }
    Some(RULE.breach(seen(field, content), Message::new("YYYYMM の年月", "YYYYMM, a month")))
}
