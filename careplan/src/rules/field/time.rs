//! 時刻として読めない

use super::super::prelude::*;
use super::seen;
use crate::layout::{Field, Format};

/// Not a time.
pub static RULE: Rule = Rule {
    id: "field/time",
    severity: Error,
    title: t("時刻として読めない", "not a time"),
    what: t("HHMM の時刻か。時間表示の無いサービスは 9999。", "Whether it is HHMM; 9999 for a service without a time."),
    why: t("取込側は時間帯を失うか、レコードを拒否します。", "The receiver loses the time or rejects the record."),
    example: t("900、12:00、2561。", "900, 12:00, 2561."),
    mend: t("4桁の HHMM にしてください。", "Write four digits HHMM."),
    source: "R112・R113",
};

/// `HHMM`; hours past 24:00 and 9999 are a reading in the weekly plan (L-31), 2400 elsewhere (L-41).
pub(crate) fn check(field: &Field, content: &[u8]) -> Option<Breach> {
    let weekly = field.format == Format::WeekTime;
    let breach = RULE.breach(
        seen(field, content),
        if weekly {
            Message::new("HHMM の時刻", "HHMM")
        } else {
            Message::new("HHMM の時刻、または 9999", "HHMM, or 9999")
        },
    );
    let digits = match content {
        [a, b, c, d] if content.iter().all(u8::is_ascii_digit) => [a, b, c, d].map(|digit| u16::from(digit - b'0')),
        _ => return Some(breach),
    };
    let [tens, ones, min_tens, _] = digits;
    let hour = tens * 10 + ones;
    match (hour, min_tens, weekly) {
        (0..=23, 0..=5, _) => None,
        (99, 9, _) if content == b"9999" => weekly.then(|| breach.at_most(Info).reading(&reading::L_31)),
        (24..=29, 0..=5, true) => Some(breach.at_most(Info).reading(&reading::L_31)),
        (24, 0, false) if content == b"2400" => Some(breach.at_most(Info).reading(&reading::L_41)),
        _ => Some(breach),
    }
}
