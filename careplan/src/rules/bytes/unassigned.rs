//! MS932 に無いバイト

use super::super::prelude::*;

/// No character of MS932.
pub static RULE: Rule = Rule {
    id: "bytes/unassigned",
    severity: Error,
    title: t("MS932 に無いバイト", "no character of MS932"),
    what: t(
        "80・A0・FD〜FF、文字の割当ての無い2バイト、2バイト目の欠けた1バイト目が無いか。",
        "Whether there are bytes 80, A0, FD–FF, pairs without a character, or lead bytes without a trail.",
    ),
    why: t(
        "読めない文字として「?」や「・」になるか、その位置で取込が止まります。",
        "It becomes \"?\" or \"・\", or the import stops there.",
    ),
    example: t("文字の途中で切れた自由文。", "Free text cut in the middle of a character."),
    mend: t(
        "桁数で切り詰めるときに2バイト文字の途中で切っていないか、別の文字コードの文字が混ざっていないかを確かめてください。",
        "See whether text is cut inside a two-byte character, or mixed with another encoding.",
    ),
    source: "R15・R16",
};
