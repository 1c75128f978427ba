//! 種類別の小計の行が無い

use super::super::prelude::*;

/// Subtotal of a service type missing.
pub static RULE: Rule = Rule {
    id: "file/subtotal-missing",
    severity: Error,
    title: t("種類別の小計の行が無い", "subtotal of a service type missing"),
    what: t(
        "同じ事業所・種類で、区分支給限度額の対象のサービスコードが2つ以上あるとき、小計（AAAA）の行があるか。",
        "Whether an office’s services of one type under several codes have a subtotal (AAAA).",
    ),
    why: t("取込側で種類ごとの合計と費用が出ません。", "The receiver has no sum and no cost of the type."),
    example: t("152441 と 155301 があり、15AAAA が無い。", "152441 and 155301, but no 15AAAA."),
    mend: t("種類ごとの小計の行を出力してください。", "Write a subtotal for the type."),
    source: "R123",
};

/// Several codes and no subtotal; several rows of one code are a reading (L-37).
pub(crate) fn breach(service: &str, several_codes: bool) -> Breach {
    let found = if several_codes {
        Message::new(format!("{service}AAAA の行がありません"), format!("there is no row {service}AAAA"))
    } else {
        Message::new(
            format!("同じコードの行が2つ以上ありますが、{service}AAAA の行がありません"),
            format!("several rows of one code, but no row {service}AAAA"),
        )
    };
    let breach = RULE.breach(found, Message::new("種類別の小計の行", "a subtotal of the type"));
    if several_codes { breach } else { breach.at_most(Info).reading(&reading::L_37) }
}
