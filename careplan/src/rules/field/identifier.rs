//! 使わない項目に値がある

use super::super::prelude::*;
use super::seen;
use crate::layout::Field;

/// Value in an unused field.
pub static RULE: Rule = Rule {
    id: "field/identifier",
    severity: Info,
    title: t("使わない項目に値がある", "value in an unused field"),
    what: t("識別子が空か。", "Whether the unused identifier is empty."),
    why: t("取込側は無視します。", "The receiver ignores it."),
    example: t("識別子に「1」。", "\"1\" in the identifier."),
    mend: t("直す必要はありません。空で出力すると最も安全です。", "Nothing needs mending; empty is the safest."),
    source: "R132・L-45",
};

/// Anything at all in it.
pub(crate) fn check(field: &Field, content: &[u8]) -> Option<Breach> {
    Some(RULE.breach(seen(field, content), Message::new("空", "nothing")).reading(&reading::L_45))
}
