//! 画像ファイル名の形でない

use super::super::prelude::*;
use super::seen;
use crate::encoding;
use crate::layout::{Field, Kind};
use crate::name;

/// Not the name of a family picture.
pub static RULE: Rule = Rule {
    id: "field/image-name",
    severity: Error,
    title: t("画像ファイル名の形でない", "not the name of a family picture"),
    what: t(
        "家族構成画像の項目に、規約どおりの JPEG の名称があるか。",
        "Whether the field holds the name of a family picture by the rule.",
    ),
    why: t("画像が利用者に結び付きません。", "The picture ties to nobody."),
    example: t("family.jpg", "family.jpg"),
    mend: t("UPKIHON_IMAGE_…_枝番4桁.jpg の名称を入れてください。", "Write the name UPKIHON_IMAGE_…_NNNN.jpg."),
    source: "R37・R42",
};

/// A name that parses as a family picture of V4.1.
pub(crate) fn check(field: &Field, content: &[u8]) -> Option<Breach> {
    let parsed = name::parse(&encoding::decode_lossy(content));
    let ok = parsed.kind == Some(Kind::UpkihonImage) && !parsed.issues.iter().any(name::NameIssue::breaks_the_rule);
    (!ok).then(|| {
        RULE.breach(seen(field, content), Message::new("UPKIHON_IMAGE_…_枝番4桁.jpg", "UPKIHON_IMAGE_…_NNNN.jpg"))
    })
}
