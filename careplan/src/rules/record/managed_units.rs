//! 区分支給限度額の対象外に給付管理単位数がある

use super::super::prelude::*;
use super::{RecordBreach, View};

/// Managed units outside the limit.
pub static RULE: Rule = Rule {
    id: "record/managed-units",
    severity: Info,
    title: t("区分支給限度額の対象外に給付管理単位数がある", "managed units outside the limit"),
    what: t(
        "区分支給限度額の対象外の行で、給付管理単位数が空か。",
        "Whether rows outside the limit have no managed units.",
    ),
    why: t("取込側で、限度額の計算に入ることがあります。", "Some receivers count them towards the limit."),
    example: t("15EEEE の行に給付管理単位数。", "Managed units on a row 15EEEE."),
    mend: t("対象外の行では空にしておくのが最も安全です。", "Empty there is the safest."),
    source: "R125・L-39",
};

/// Units that are not 0 in No.18 of a subtotal outside the limit or of 居宅療養管理指導.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    let outside = matches!(view.content(9), [_, _, b'E', b'E', b'E', b'E'] | [b'3', b'1' | b'4', ..]);
    (outside && view.number(18)? != 0).then(|| RecordBreach {
        field: 18,
        breach: RULE
            .breach(
                Message::new("限度額の対象外の行にあります", "on a row outside the limit"),
                Message::new("空", "nothing"),
            )
            .reading(&reading::L_39),
    })
}
