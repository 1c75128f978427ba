//! 数字の書き方

use super::super::prelude::*;
use super::seen;
use crate::layout::Field;

/// How a number is written.
pub static RULE: Rule = Rule {
    id: "field/integer-style",
    severity: Info,
    title: t("数字の書き方", "how a number is written"),
    what: t("正号や余分な前ゼロがあるか。", "Whether there is a plus sign or a needless leading zero."),
    why: t(
        "値は同じですが、文字として比べる取込側では別の値になります。",
        "The value is the same; a receiver that compares text sees another.",
    ),
    example: t("+5、007。", "+5, 007."),
    mend: t(
        "直す必要はありません。余分な記号を付けないのが最も安全です。",
        "Nothing needs mending; plain digits are the safest.",
    ),
    source: "U-6",
};

/// A plus sign or leading zeros of an integer.
pub(crate) fn check(field: &Field, content: &[u8]) -> Option<Breach> {
    let odd = matches!(content, [b'+', ..] | [b'-', b'0', _, ..] | [b'0', _, ..]);
    odd.then(|| {
        RULE.breach(seen(field, content), Message::new("記号や前ゼロの無い整数", "plain digits")).reading(&reading::U_6)
    })
}
