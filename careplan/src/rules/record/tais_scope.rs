//! 福祉用具貸与でない行の用具コード

use super::super::prelude::*;
use super::{RecordBreach, View};
use crate::layout::Kind;

/// Equipment code outside equipment rental.
pub static RULE: Rule = Rule {
    id: "record/tais-scope",
    severity: Info,
    title: t("福祉用具貸与でない行の用具コード", "equipment code outside equipment rental"),
    what: t(
        "TAISコード・福祉用具届出コードが、福祉用具貸与（17・67）の行だけにあるか。",
        "Whether equipment codes stand on rows of equipment rental (17, 67) only.",
    ),
    why: t("取込側は読み飛ばします。", "Receivers skip it."),
    example: t("訪問介護の行に TAISコード。", "A TAIS code on a row of home help."),
    mend: t("17・67 以外では空にしておくのが最も安全です。", "Empty elsewhere is the safest."),
    source: "R117・L-9",
};

/// One of the two codes on another service.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    let (code, tais, notified) = match view.kind {
        Kind::Upsikyu => (9, 10, 11),
        _ => (15, 16, 17),
    };
    let field = [tais, notified].into_iter().find(|no| !view.content(*no).is_empty())?;
    (!matches!(view.content(code), [b'1' | b'6', b'7', ..])).then(|| RecordBreach {
        field,
        breach: RULE
            .breach(
                Message::new("福祉用具貸与（17・67）でない行にあります", "on a row that is no equipment rental"),
                Message::new("空", "nothing"),
            )
            .reading(&reading::L_9),
    })
}
