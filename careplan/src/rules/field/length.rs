//! 項目長を超えている

use super::super::prelude::*;
use crate::encoding;
use crate::layout::{Field, Format, MaxLen};

/// Longer than the field.
pub static RULE: Rule = Rule {
    id: "field/length",
    severity: Error,
    title: t("項目長を超えている", "longer than the field"),
    what: t("値が項目長以内か（文字数で数える）。", "Whether the value fits, counted in characters."),
    why: t(
        "取込側で途中から切り捨てられるか、レコードごと拒否されます。",
        "The receiver cuts it off or rejects the record.",
    ),
    example: t("項目長2の回数に「100」。", "\"100\" in a field of two."),
    mend: t("項目長に収まる値にしてください。", "Make it fit."),
    source: "R21",
};

/// Whether the content fits; a sign is not counted (L-36).
pub(crate) fn check(field: &Field, content: &[u8]) -> Option<Breach> {
    let MaxLen::Chars(max) = field.max_len else { return None };
    let counted = match (field.format, content) {
        (Format::Integer, [b'-' | b'+', digits @ ..]) => digits,
        _ => content,
    };
    let max = usize::from(max);
    if counted.len() <= max {
        return None;
    }
    let chars = encoding::count_chars(counted);
    let breach = RULE.breach(
        Message::new(format!("{chars}文字です"), format!("{chars} characters")),
        Message::new(format!("{max}文字以内"), format!("at most {max} characters")),
    );
    if chars <= max {
        Some(breach.at_most(Info).reading(&reading::U_5))
    } else if field.no == 30 && field.max_len == MaxLen::Chars(2) && chars <= 5 {
        Some(breach.at_most(Info).reading(&reading::C_2))
    } else {
        Some(breach)
    }
}
