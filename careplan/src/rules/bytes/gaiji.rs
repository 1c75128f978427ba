//! 外字が含まれている

use super::super::prelude::*;

/// User-defined character.
pub static RULE: Rule = Rule {
    id: "bytes/gaiji",
    severity: Error,
    title: t("外字が含まれている", "user-defined character"),
    what: t(
        "外字領域（F040〜F9FC）の文字が無いか。",
        "Whether there are characters of the user-defined zone (F040–F9FC).",
    ),
    why: t(
        "外字は送信側のパソコンにしか無い字形です。取込側では空白や別の文字になるか、取込が止まります。",
        "The glyph exists on the sending PC only: the receiver sees a blank or another character, or the import stops.",
    ),
    example: t("氏名の中の F040。", "F040 inside a name."),
    mend: t(
        "外字を MS932 にある文字（例：はしご高は FBFC の「髙」）に置き換えて出力してください。",
        "Replace it by a character of MS932 before writing.",
    ),
    source: "R16",
};
