//! 親のレコードが無い

use super::super::prelude::*;
use crate::set::Link;

/// Record without its parent.
pub static RULE: Rule = Rule {
    id: "set/orphan",
    severity: Error,
    title: t("親のレコードが無い", "record without its parent"),
    what: t(
        "従属するレコードのキー（保険者番号・被保険者番号と日付または年月）が、親のファイルにあるか。",
        "Whether the key of a dependent record (insurer, insured, date or month) exists in its parent file.",
    ),
    why: t(
        "結び付け先が無いため、取込側で捨てられるか取込が止まります。",
        "It ties to nothing: it is dropped, or the import stops.",
    ),
    example: t("UPSIKYU にいる利用者が UPPLAN にいない。", "A person in UPSIKYU who is not in UPPLAN."),
    mend: t(
        "親と同じキーで出力するか、親のレコードを組に入れてください。",
        "Write it with the key of its parent, or put the parent into the set.",
    ),
    source: "R59〜R63",
};

/// A key that the parent file does not have.
pub(crate) fn breach(link: &Link) -> Breach {
    let (child, parent) = (link.child.code(), link.parent.code());
    RULE.breach(
        Message::new(
            format!("{child} のこの利用者のキーが {parent} にありません"),
            format!("the key of this {child} record is not in {parent}"),
        ),
        Message::new(
            format!("{parent} と同じ保険者番号・被保険者番号・No.{} の値（{}）", link.parent_key, link.source),
            format!("insurer, insured and No.{} as in {parent} ({})", link.parent_key, link.source),
        ),
    )
}
