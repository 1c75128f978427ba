//! 入院・入所中の状況が空

use super::super::prelude::*;
use super::{RecordBreach, View};

/// The stay in hospital or a facility is not told.
pub static RULE: Rule = Rule {
    id: "record/condition-detail",
    severity: Error,
    title: t("入院・入所中の状況が空", "the stay in hospital or a facility is not told"),
    what: t(
        "利用者の現況が 02（入院又は入所中）のとき、No.13 に内容があるか。",
        "Whether No.13 tells more where No.12 is 02 (in hospital or a facility).",
    ),
    why: t(
        "取込側で、どこに入院・入所しているのかが分からなくなります。",
        "The receiver cannot tell where the person stays.",
    ),
    example: t("No.12 が 02 で、No.13 が空。", "02 in No.12 and nothing in No.13."),
    mend: t("No.13 に内容を入れてください。", "Write it in No.13."),
    source: "R129・L-12",
};

/// 02 in No.12 needs No.13.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    (view.content(12) == b"02" && view.content(13).is_empty()).then(|| RecordBreach {
        field: 13,
        breach: RULE
            .breach(
                Message::new(
                    "No.12 が 02（入院又は入所中）ですが、内容が空です",
                    "No.12 is 02 (in hospital or a facility), but this is empty",
                ),
                Message::new("現況の補足", "more about it"),
            )
            .reading(&reading::L_12),
    })
}
