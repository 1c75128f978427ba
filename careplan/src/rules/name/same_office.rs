//! 送信元と送信先が同じ事業所番号

use super::super::prelude::*;
use crate::name::FileName;

/// Same office number on both ends.
pub static RULE: Rule = Rule {
    id: "name/same-office",
    severity: Warning,
    title: t("送信元と送信先が同じ事業所番号", "same office number on both ends"),
    what: t("両端の事業所番号が違うか。", "Whether the two office numbers differ."),
    why: t("連携システムではエラーとなる場合があります。", "The relay may refuse it."),
    example: t("9970000001_43_9970000001_11", "9970000001_43_9970000001_11"),
    mend: t(
        "同じ番号の事業所どうしは、この方法を使わずに共有してください。",
        "Offices under one number share their plans another way.",
    ),
    source: "R57・連携システムの FAQ",
};

/// The two office numbers of a name.
pub(crate) fn check(name: &FileName) -> Option<Breach> {
    (name.unit.from.office == name.unit.to.office).then(|| {
        RULE.breach(
            Message::new(
                format!("両端とも {} です", name.unit.from.office),
                format!("both ends are {}", name.unit.from.office),
            ),
            Message::new("別の事業所番号", "two different numbers"),
        )
    })
}
