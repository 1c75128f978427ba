//! TAISコードも届出コードも無い

use super::super::prelude::*;
use super::{RecordBreach, View};
use crate::layout::Kind;

/// Neither TAIS nor notification code.
pub static RULE: Rule = Rule {
    id: "record/tais-missing",
    severity: Warning,
    title: t("TAISコードも届出コードも無い", "neither TAIS nor notification code"),
    what: t(
        "福祉用具貸与（17・67）の行に、TAISコードか福祉用具届出コードがあるか。",
        "Whether a row of equipment rental (17, 67) has one of the two codes.",
    ),
    why: t(
        "どの用具か分からず、上限価格の確認や請求ができません。",
        "The equipment cannot be told; price limits and claims cannot be checked.",
    ),
    example: t("サービスコード 171003 で、両方が空。", "Service code 171003 with both empty."),
    mend: t("どちらかのコードを入れてください。", "Write one of the two codes."),
    source: "R117・L-9",
};

/// The service code and the two codes, by kind.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    let (code, tais, notified) = match view.kind {
        Kind::Upsikyu => (9, 10, 11),
        _ => (15, 16, 17),
    };
    let equipment = matches!(view.content(code), [b'1' | b'6', b'7', _, _, _, last] if *last != b'A' && *last != b'E' && *last != b'Z');
    (equipment && view.content(tais).is_empty() && view.content(notified).is_empty()).then(|| RecordBreach {
        field: tais,
        breach: RULE
            .breach(
                Message::new("TAISコードも福祉用具届出コードも空です", "neither code is given"),
                Message::new("どちらかのコード", "one of the two codes"),
            )
            .reading(&reading::L_9),
    })
}
