//! 福祉用具貸与でない行の明細判別コード

use super::super::prelude::*;
use super::{RecordBreach, View};

/// Detail number outside equipment rental.
pub static RULE: Rule = Rule {
    id: "record/detail-no-scope",
    severity: Info,
    title: t("福祉用具貸与でない行の明細判別コード", "detail number outside equipment rental"),
    what: t(
        "明細判別コードが、福祉用具貸与（17）の行だけにあるか。",
        "Whether detail numbers stand on rows of equipment rental (17) only.",
    ),
    why: t(
        "取込側は読み飛ばします。67 に使えるかは標準から決まりません。",
        "Receivers skip it; whether 67 may have it is open.",
    ),
    example: t("訪問介護の行に 1。", "1 on a row of home help."),
    mend: t("17 以外では空にしておくのが最も安全です。", "Empty elsewhere is the safest."),
    source: "R118・L-35",
};

/// A number on another service than 17.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    (!view.content(19).is_empty() && !view.content(15).starts_with(b"17")).then(|| RecordBreach {
        field: 19,
        breach: RULE
            .breach(
                Message::new("福祉用具貸与（17）でない行にあります", "on a row that is no equipment rental (17)"),
                Message::new("空", "nothing"),
            )
            .reading(&reading::L_35),
    })
}
