//! 全合計の行が1つでない

use super::super::prelude::*;

/// Grand total missing or doubled.
pub static RULE: Rule = Rule {
    id: "file/total-row",
    severity: Error,
    title: t("全合計の行が1つでない", "grand total missing or doubled"),
    what: t(
        "利用者ごとに、全合計の行（9999999999・999999）がちょうど1つあるか。",
        "Whether each person has one row of the grand total (9999999999, 999999).",
    ),
    why: t("取込側で合計が空になるか、2倍になります。", "The receiver shows no total, or twice the amount."),
    example: t("明細だけで、全合計の行が無い。", "Details without a grand total."),
    mend: t("全合計の行を、利用者ごとに1つ出力してください。", "Write one row of the grand total for each person."),
    source: "R122",
};

/// A person whose rows end without a total.
pub(crate) fn missing(from: u64, to: u64) -> Breach {
    RULE.breach(
        Message::new(
            format!("レコード {from}〜{to} の利用者に全合計の行がありません"),
            format!("the person of records {from} to {to} has no grand total"),
        ),
        Message::new("全合計の行が1つ", "one row of the grand total"),
    )
}

/// The second total of a person.
pub(crate) fn doubled() -> Breach {
    RULE.breach(
        Message::new("この利用者の2つ目の全合計です", "the second grand total of this person"),
        Message::new("全合計の行が1つ", "one row of the grand total"),
    )
}
