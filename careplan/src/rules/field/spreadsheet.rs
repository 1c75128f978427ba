//! 表計算ソフトで壊れた値

use super::super::prelude::*;
use super::seen;
use crate::layout::Field;

/// Value broken by a spreadsheet.
pub static RULE: Rule = Rule {
    id: "field/spreadsheet",
    severity: Error,
    title: t("表計算ソフトで壊れた値", "value broken by a spreadsheet"),
    what: t(
        "「1.10E+02」のような指数の形になっていないか。",
        "Whether a value took the form of an exponent, such as 1.10E+02.",
    ),
    why: t(
        "元のコードや番号は失われ、取込側では別の値か読めない値になります。",
        "The original code or number is lost.",
    ),
    example: t("11E001 が 1.10E+02 に、31桁の日割が 1.1E+30 に。", "11E001 became 1.10E+02."),
    mend: t(
        "CSV を表計算ソフトで開いて保存しないでください。元のソフトから出し直してください。",
        "Do not open and save the CSV in a spreadsheet; write it again from the software.",
    ),
    source: "R21",
};

/// Digits, a point, digits, `E+`, digits.
pub(crate) fn check(field: &Field, content: &[u8]) -> Option<Breach> {
    let text = std::str::from_utf8(content).ok()?;
    let (mantissa, exponent) = text.split_once("E+")?;
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    (digits(whole) && digits(fraction) && digits(exponent)).then(|| {
        RULE.breach(
            seen(field, content),
            Message::new("元のソフトが出力したままの値", "the value as the software wrote it"),
        )
    })
}
