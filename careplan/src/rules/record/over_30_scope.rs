//! 短期入所でないサービスの30日超

use super::super::prelude::*;
use super::{RecordBreach, View};
use crate::layout::Kind;

/// Beyond thirty days, but no short stay.
pub static RULE: Rule = Rule {
    id: "record/over-30-scope",
    severity: Warning,
    title: t("短期入所でないサービスの30日超", "beyond thirty days, but no short stay"),
    what: t("30日超区分が 1 の行が、短期入所のサービスか。", "Whether a row beyond thirty days is one of short stays."),
    why: t("取込側で、利用者の全額負担として計算されます。", "The receiver charges the whole to the person."),
    example: t("訪問介護（11）の行の30日超区分が 1。", "1 on a row of home help (11)."),
    mend: t("短期入所でないサービスでは 0 にしてください。", "Write 0 for other services."),
    source: "R109・13.8.29 事務連絡",
};

/// 1 on a service that has no limit of thirty days: 短期入所 and 短期利用 have one.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    let (flag, code) = match view.kind {
        Kind::Upsikyu => (33, 9),
        _ => (23, 15),
    };
    if view.content(flag) != b"1" {
        return None;
    }
    let code = view.content(code);
    let stay = code.first_chunk::<2>().is_none_or(|kind| {
        matches!(
            kind,
            b"21"
                | b"22"
                | b"23"
                | b"2A"
                | b"24"
                | b"25"
                | b"26"
                | b"2B"
                | b"27"
                | b"28"
                | b"38"
                | b"39"
                | b"68"
                | b"69"
                | b"79"
        )
    });
    (!stay && code != b"999999").then(|| RecordBreach {
        field: flag,
        breach: RULE.breach(
            Message::new("短期入所でないサービスで 1 です", "1 on a service that is no short stay"),
            Message::new("0", "0"),
        ),
    })
}
