//! 必須の項目が空

use super::super::prelude::*;
use crate::layout::{Confidence, Field, Required};

/// Required field empty.
pub static RULE: Rule = Rule {
    id: "field/required",
    severity: Error,
    title: t("必須の項目が空", "required field empty"),
    what: t("必須の項目に値があるか。", "Whether required fields hold a value."),
    why: t(
        "取込側はそのレコードを受け取れないか、利用者や計画に結び付けられません。",
        "The receiver rejects the record, or cannot tie it to a person or plan.",
    ),
    example: t("被保険者番号が空。", "An empty insured number."),
    mend: t("値を入れて出力してください。", "Write the value."),
    source: "R21",
};

/// What an empty field means.
pub(crate) fn check(field: &Field) -> Option<Breach> {
    let found = Message::new(format!("「{}」が空です", field.name), format!("{} is empty", field.name));
    let expected = Message::new("値があること", "a value");
    let breach = RULE.breach(found, expected);
    match (field.required, field.confidence) {
        (Required::Yes, Confidence::High) => Some(breach),
        (Required::Yes, Confidence::Medium) => Some(breach.at_most(Warning)),
        (Required::Yes, Confidence::Low) => Some(breach.at_most(Info)),
        (Required::Unknown, _) => Some(breach.at_most(Info).reading(&reading::L_1)),
        (Required::Needed | Required::No, _) => None,
    }
}
