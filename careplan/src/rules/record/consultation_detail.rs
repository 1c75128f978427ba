//! 相談方法「その他」の内容が空

use super::super::prelude::*;
use super::{RecordBreach, View};

/// The other way of consulting is not told.
pub static RULE: Rule = Rule {
    id: "record/consultation-detail",
    severity: Error,
    title: t("相談方法「その他」の内容が空", "the other way of consulting is not told"),
    what: t(
        "相談方法が 03（その他）のとき、No.9 に内容があるか。",
        "Whether No.9 tells what 03 (another way) in No.8 means.",
    ),
    why: t(
        "取込側で、どのように相談を受けたのかが分からなくなります。",
        "The receiver cannot tell how the person was consulted.",
    ),
    example: t("No.8 が 03 で、No.9 が空。", "03 in No.8 and nothing in No.9."),
    mend: t("No.9 に内容を入れてください。", "Write it in No.9."),
    source: "R129",
};

/// 03 in No.8 needs No.9.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    (view.content(8) == b"03" && view.content(9).is_empty()).then(|| RecordBreach {
        field: 9,
        breach: RULE.breach(
            Message::new("No.8 が 03（その他）ですが、内容が空です", "No.8 is 03 (another way), but this is empty"),
            Message::new("相談方法の内容", "the way of consulting"),
        ),
    })
}
