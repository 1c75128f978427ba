//! 日付として読めない

use super::super::prelude::*;
use super::seen;
use crate::layout::{Field, Format};
use crate::value::{Date, YearMonth};

/// Not a date.
pub static RULE: Rule = Rule {
    id: "field/date",
    severity: Error,
    title: t("日付として読めない", "not a date"),
    what: t("YYYYMMDD の、暦にある日付か。", "Whether it is YYYYMMDD and a day of the calendar."),
    why: t(
        "取込側はその日付を空にするか、レコードを拒否します。",
        "The receiver empties the date or rejects the record.",
    ),
    example: t("20250231、2025/04/01、R7.4.1。", "20250231, 2025/04/01, R7.4.1."),
    mend: t("西暦8桁の実在する日付にしてください。", "Write eight digits of a real day."),
    source: "R21・書式 YYYYMMDD・L-26",
};

/// `YYYYMMDD` of a real day; `00000000` only where R61 has it. A month of six digits is a reading
/// where the standard's own examples show one (L-26).
pub(crate) fn check(field: &Field, content: &[u8]) -> Option<Breach> {
    let zero = field.format == Format::DateOrZero && content == b"00000000";
    if zero || Date::parse(content).is_some() {
        return None;
    }
    let breach =
        RULE.breach(seen(field, content), Message::new("YYYYMMDD の実在する日付", "YYYYMMDD, a day of the calendar"));
    let as_in_the_example = matches!(field.name, "相談日" | "計画作成(変更)日") && YearMonth::parse(content).is_some();
    Some(if as_in_the_example { breach.at_most(Info).reading(&reading::L_26) } else { breach })
}
