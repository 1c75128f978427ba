//! 予定と実績の回数が違う

use super::super::prelude::*;
use crate::encoding::decode_lossy;

/// Planned and actual use differ.
pub static RULE: Rule = Rule {
    id: "flow/planned-actual",
    severity: Info,
    title: t("予定と実績の回数が違う", "planned and actual use differ"),
    what: t(
        "同じ月・事業所・サービスコード・利用者の、予定と実績の回数の差（予実突合）。",
        "How often a service was planned and given, per month, office, service code and person.",
    ),
    why: t(
        "差があること自体は普通です。給付管理や請求の前に確かめる手がかりになります。",
        "Differences are ordinary; they tell what to look at before claiming.",
    ),
    example: t("151241：予定 8 回、実績 7 回。", "151241: planned 8, actual 7."),
    mend: t(
        "直す必要はありません。取消しや追加のとおりかを確かめてください。",
        "Nothing needs mending; see whether they are the visits that were cancelled or added.",
    ),
    source: "R94・R98・R103",
};

/// The two numbers of one person, office and service code.
pub(crate) fn breach(office: &[u8], code: &[u8], planned: i64, actual: i64) -> Breach {
    let (office, code) = (decode_lossy(office), decode_lossy(code));
    RULE.breach(
        Message::new(
            format!("{office} の {code}：予定 {planned} 回、実績 {actual} 回"),
            format!("{code} of {office}: planned {planned}, actual {actual}"),
        ),
        Message::new("差は誤りではありません", "a difference is no mistake"),
    )
}
