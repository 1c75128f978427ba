//! 区分支給限度の超過が限度額と合わない

use super::super::prelude::*;

/// Overrun that does not fit the limit.
pub static RULE: Rule = Rule {
    id: "set/limit-overrun",
    severity: Warning,
    title: t("区分支給限度の超過が限度額と合わない", "overrun that does not fit the limit"),
    what: t(
        "全合計の限度内の単位数が、補足情報の限度額以内で、超過があるときは限度額と同じか。",
        "Whether the units within, by the grand total, are at most the limit of the supplement, and equal to it where there is an overrun.",
    ),
    why: t(
        "利用者の全額負担と保険請求の境が、取込側と食い違います。",
        "The border between what is claimed and what is paid in full differs at the receiver.",
    ),
    example: t("限度額 16765 で、限度内 16800、超過 0。", "A limit of 16765, 16800 units within and none beyond."),
    mend: t(
        "限度額と、超過させた単位数を確かめてください（どの行で超過させるかは自由です）。",
        "See the limit and the overrun; which row takes it is free.",
    ),
    source: "別紙 第7表 No.21・22・別紙 利用者補足情報 No.19",
};

/// The units beyond and within, by the grand total, and the limit.
pub(crate) fn judge(over: i64, inside: i64, limit: i64) -> Option<Breach> {
    let fits = if over > 0 { inside == limit } else { inside <= limit };
    (!fits).then(|| {
        RULE.breach(
            Message::new(
                format!("限度内 {inside}、超過 {over} です"),
                format!("{inside} units within and {over} beyond"),
            ),
            Message::new(format!("限度額 {limit}"), format!("the limit {limit}")),
        )
    })
}
