//! 組の中で年月が違う

use super::super::prelude::*;

/// Months differ within the set.
pub static RULE: Rule = Rule {
    id: "set/month",
    severity: Error,
    title: t("組の中で年月が違う", "months differ within the set"),
    what: t("利用票・別表・補足情報の年月が同じか。", "Whether use tables and supplement are for the same month."),
    why: t(
        "別の月の別表や補足が結び付き、取り込まれません。",
        "Tables of another month do not tie up and are not imported.",
    ),
    example: t("UPPLAN_202505 と UPSIKYU_202506。", "UPPLAN_202505 with UPSIKYU_202506."),
    mend: t("同じ提供年月のファイルで組を作ってください。", "Make the set from files of one month."),
    source: "R44・R60",
};

/// A file of another month than the first.
pub(crate) fn breach(months: &[String]) -> Breach {
    let list = months.join("・");
    RULE.breach(
        Message::new(
            format!("組に {list} の年月があります"),
            format!("the set holds the months {}", months.join(", ")),
        ),
        Message::new("1つの組に1つの提供年月", "one month per set"),
    )
}

/// A supplement whose name ties it to the other kind of set.
pub(crate) fn supplement(of_plan: bool) -> Breach {
    let (found, expected) = if of_plan {
        (
            Message::new("計画書の組の補足情報に年月があります", "the supplement of a plan bears a month"),
            Message::new("名称の年月が 000000", "000000 in the name"),
        )
    } else {
        (
            Message::new("利用票の組の補足情報が 000000 です", "the supplement of use tables bears 000000"),
            Message::new("名称の年月が提供年月", "the month in the name"),
        )
    };
    RULE.breach(found, expected)
}
