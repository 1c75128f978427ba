//! 予定のある利用者の実績が無い

use super::super::prelude::*;
use crate::encoding::decode_lossy;

/// Planned person without actual use.
pub static RULE: Rule = Rule {
    id: "flow/no-actual",
    severity: Info,
    title: t("予定のある利用者の実績が無い", "planned person without actual use"),
    what: t(
        "予定のある利用者について、その事業所の実績が1行も無いか。",
        "Whether a person with planned use has no row of actual use of that office.",
    ),
    why: t(
        "利用が無かったのか、届いていないのかを、取込側は区別できません。",
        "The receiver cannot tell a month without visits from rows that never came.",
    ),
    example: t("3人のうち1人の行が UPJSK に無い。", "One of three people has no row in UPJSK."),
    mend: t(
        "利用が無かった月は、メッセージなどで伝えてください。",
        "Tell the partner by message that there was no visit.",
    ),
    source: "R103・relay.md 51",
};

/// The first planned record of the person at that office.
pub(crate) fn breach(office: &[u8]) -> Breach {
    let office = decode_lossy(office);
    RULE.breach(
        Message::new(
            format!("この利用者の {office} の実績がありません"),
            format!("no actual use of this person at {office}"),
        ),
        Message::new("利用が無かった月なら、その旨の連絡", "a word that there was no visit"),
    )
}
