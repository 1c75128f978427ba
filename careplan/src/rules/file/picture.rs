//! JPEG の画像でない

use super::super::prelude::*;

/// Not a JPEG.
pub static RULE: Rule = Rule {
    id: "file/picture",
    severity: Error,
    title: t("JPEG の画像でない", "not a JPEG"),
    what: t("家族構成画像が JPEG か。", "Whether the family picture is a JPEG."),
    why: t("取込側で画像を表示できません。", "The receiver cannot show it."),
    example: t("拡張子だけ .jpg の PNG。", "A PNG named .jpg."),
    mend: t("JPEG で保存し直してください。", "Save it as a JPEG."),
    source: "R37・R42",
};

/// Not the first bytes of a JPEG.
pub(crate) fn breach() -> Breach {
    RULE.breach(
        Message::new("JPEG の先頭（FF D8 FF）ではありません", "it does not begin like a JPEG (FF D8 FF)"),
        Message::new("JPEG の画像", "a JPEG"),
    )
}
