//! 数字・英字が全角

use super::super::prelude::*;
use super::seen;
use crate::encoding;
use crate::layout::Field;

/// Full-width digits or letters.
pub static RULE: Rule = Rule {
    id: "field/full-width",
    severity: Info,
    title: t("数字・英字が全角", "full-width digits or letters"),
    what: t("番号やコードが半角か。", "Whether numbers and codes are half-width."),
    why: t("半角に直して読む取込側と、読めない取込側があります。", "Some receivers convert it, some cannot read it."),
    example: t("「２」（公式の構成例にもある）。", "２, as in an official example."),
    mend: t("半角で出力すると最も安全です。", "Half-width is the safest."),
    source: "U-6",
};

/// The content with full-width digits, capitals and hyphens made half-width, if it has any.
pub(crate) fn narrowed(content: &[u8]) -> Option<Vec<u8>> {
    if content.is_ascii() || content.len() > 128 {
        return None;
    }
    let text = encoding::decode(content).ok()?;
    text.chars()
        .map(|character| match character {
            '０'..='９' | 'Ａ'..='Ｚ' => u8::try_from(u32::from(character) - 0xFEE0).ok(),
            _ => u8::try_from(u32::from(character)).ok().filter(u8::is_ascii),
        })
        .collect()
}

/// For a value that is right once narrowed.
pub(crate) fn breach(field: &Field, content: &[u8]) -> Breach {
    RULE.breach(seen(field, content), Message::new("半角", "half-width characters")).reading(&reading::U_6)
}
