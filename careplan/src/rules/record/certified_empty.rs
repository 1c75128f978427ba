//! 認定済で、要介護状態区分が空

use super::super::prelude::*;
use super::{RecordBreach, View};
use crate::layout::Kind;

/// Certified, but no care level.
pub static RULE: Rule = Rule {
    id: "record/certified-empty",
    severity: Info,
    title: t("認定済で、要介護状態区分が空", "certified, but no care level"),
    what: t(
        "認定状況区分が 2（認定済）のとき、要介護（要支援）状態区分があるか。",
        "Whether a certified person (2) has a care level.",
    ),
    why: t("取込側で、利用者の区分を手で入れることになります。", "The receiver has to type the level in."),
    example: t("認定状況区分が 2 で、要介護状態区分が空。", "2, and an empty level."),
    mend: t("分かっていれば入れてください。", "Write it where it is known."),
    source: "R133・D-6",
};

/// 2 without a level.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    let (state, level) = match view.kind {
        Kind::Up1kyo => (17, 21),
        Kind::Upyobo => (13, 14),
        _ => (16, 18),
    };
    (view.content(state) == b"2" && view.content(level).is_empty()).then(|| RecordBreach {
        field: level,
        breach: RULE
            .breach(
                Message::new("認定済ですが、区分が空です", "certified, but no level"),
                Message::new("要介護（要支援）状態区分", "a care level"),
            )
            .reading(&reading::D_6),
    })
}
