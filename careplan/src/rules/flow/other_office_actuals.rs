//! 別の事業所の実績が入っている

use super::super::prelude::*;
use super::super::record::{RecordBreach, View};
use super::is_service;
use crate::layout::Kind;

/// Actual use of another office.
pub static RULE: Rule = Rule {
    id: "flow/other-office-actuals",
    severity: Warning,
    title: t("別の事業所の実績が入っている", "actual use of another office"),
    what: t(
        "サービス事業所が送る実績に、他の事業所の番号が無いか。",
        "Whether actual use sent by a service office holds rows of another office.",
    ),
    why: t("取込側で実績が二重になるか、結び付かないことがあります。", "Actual use may be doubled or tie to nothing."),
    example: t("送信元 9970000002 の UPJSK に 9970000009 の行。", "A row of 9970000009 in a UPJSK sent by 9970000002."),
    mend: t(
        "自事業所の実績だけを出力してください（居宅が包括へ転送するときは、全事業所分で構いません）。",
        "Write your own rows only; a care manager forwarding to a centre writes all.",
    ),
    source: "R98・R103",
};

/// Rows of actual use whose provider is not the service office that sends them.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    let name = view.name.filter(|_| view.kind == Kind::Upjsk)?;
    let sender = Some(&name.unit.from).filter(|sender| is_service(sender))?;
    let provider = view.content(20);
    (!provider.is_empty() && provider != sender.office.as_bytes()).then(|| RecordBreach {
        field: 20,
        breach: RULE.breach(
            Message::new("送信元と違う事業所の実績です", "a row of another office than the sender"),
            Message::new(format!("送信元の番号 {}", sender.office), format!("the sender's number {}", sender.office)),
        ),
    })
}
