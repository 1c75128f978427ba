//! 送信先と関係の無い利用者がいる

use super::super::prelude::*;
use super::is_service;
use crate::rules::record::View;

/// A person who has nothing to do with the receiver.
pub static RULE: Rule = Rule {
    id: "flow/unrelated-person",
    severity: Warning,
    title: t("送信先と関係の無い利用者がいる", "a person who has nothing to do with the receiver"),
    what: t(
        "サービス事業所へ送る利用票の利用者に、その事業所の行が1つはあるか。",
        "Whether every person of planned use sent to a service office has at least one row of that office.",
    ),
    why: t(
        "関係の無い事業所に個人の情報が渡ります。取込側では、知らない利用者として取込が止まることもあります。",
        "Personal data reach an office that has no part in them; the receiver may stop at an unknown person.",
    ),
    example: t(
        "X 宛の UPPLAN に、Y のサービスだけを使う利用者がいる。",
        "The UPPLAN to X holds a person who uses services of Y only.",
    ),
    mend: t(
        "送信先の事業所のサービスを使う利用者だけを含めてください。",
        "Include only people who use a service of the receiver.",
    ),
    source: "R50・R52",
};

/// The number of the receiver, where it is a service office.
pub(crate) fn receiver<'a>(view: &View<'a>) -> Option<&'a [u8]> {
    view.name.map(|name| &name.unit.to).filter(|to| is_service(to)).map(|to| to.office.as_bytes())
}

/// The first row of the person.
pub(crate) fn breach() -> Breach {
    RULE.breach(
        Message::new("この利用者に、送信先の事業所の行がありません", "this person has no row of the receiving office"),
        Message::new("送信先の事業所のサービスを使う利用者だけ", "only people who use a service of the receiver"),
    )
}
