//! 同じキーのレコードが2つ以上ある

use super::super::prelude::*;

/// Several records with the same key.
pub static RULE: Rule = Rule {
    id: "file/same-record",
    severity: Warning,
    title: t("同じキーのレコードが2つ以上ある", "several records with the same key"),
    what: t(
        "同じ人の同じ計画（または同じ利用）のレコードが、1ファイルに1つだけか。",
        "Whether a person’s plan, or one use, stands once in a file.",
    ),
    why: t(
        "取込側では後のレコードで上書きされるか、回数が二重になります。",
        "The later one replaces the earlier, or the use counts twice.",
    ),
    example: t("同じ利用日・サービスコード・時刻の行が2つ。", "Two rows of the same day, code and times."),
    mend: t(
        "1つにまとめてください。1日に複数回のときはサービス回数に、同じ用具のときは明細判別コードに書きます。",
        "Write it once; several on a day go into the count, equal items get detail numbers.",
    ),
    source: "R59〜R63・R118・別紙 第6表 No.14・19",
};

/// A record like one before it. `equipment` is a row of rental without a detail number, which the
/// text leaves to the sender (L-35).
pub(crate) fn breach(equipment: bool) -> Breach {
    let breach = RULE.breach(
        Message::new("前に同じキーのレコードがあります", "a record before has the same key"),
        Message::new("1ファイルに1つ", "one in a file"),
    );
    if equipment { breach.at_most(Info).reading(&reading::L_35) } else { breach }
}
