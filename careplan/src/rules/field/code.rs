//! コード表に無い値

use super::super::prelude::*;
use super::seen;
use crate::layout::Field;

/// Not in the code table.
pub static RULE: Rule = Rule {
    id: "field/code",
    severity: Error,
    title: t("コード表に無い値", "not in the code table"),
    what: t("値がコード表にあるか。", "Whether the value is in its code table."),
    why: t("取込側で未設定になるか、レコードが拒否されます。", "The receiver leaves it unset or rejects the record."),
    example: t("利用者性別に「3」、要介護状態区分に「20」。", "\"3\" for sex, \"20\" for care level."),
    mend: t("コード表の値にしてください。", "Use a value of the code table."),
    source: "R21・R133",
};

/// One of the codes of the field's table.
pub(crate) fn check(field: &Field, content: &[u8]) -> Option<Breach> {
    let table = field.codes?;
    if table.label(content).is_some() {
        return None;
    }
    let codes: Vec<&str> = table.entries.iter().map(|(code, _)| *code).collect();
    let list = codes.join("・");
    Some(RULE.breach(
        seen(field, content),
        Message::new(format!("{list} のいずれか"), format!("one of {}", codes.join(", "))),
    ))
}
