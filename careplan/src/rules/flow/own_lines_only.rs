//! 事業所ごとに自分の行だけを送っている

use super::super::prelude::*;

/// Each office is sent its own rows only.
pub static RULE: Rule = Rule {
    id: "flow/own-lines-only",
    severity: Info,
    title: t("事業所ごとに自分の行だけを送っている", "each office is sent its own rows only"),
    what: t(
        "同じ利用者の同じ月の利用票が、送信先ごとにその事業所の行だけになっているか。",
        "Whether use tables of one person and month hold the rows of the receiving office only, for each receiver.",
    ),
    why: t(
        "本文では関係する全事業所の行を入れます。自分の行だけでは、事業所は限度額の超過や他のサービスに気づけません。",
        "The text wants the rows of all offices; with its own only, an office cannot see an overrun or other services.",
    ),
    example: t(
        "X 宛の UPPLAN に X の行だけ、Y 宛の UPPLAN に Y の行だけ。",
        "Rows of X only in the UPPLAN to X, rows of Y only in the one to Y.",
    ),
    mend: t(
        "全事業所の行を入れて出力すると、本文のとおりになります。",
        "Writing the rows of all offices follows the text.",
    ),
    source: "R49・D-4",
};

/// The first row of a person in such a file.
pub(crate) fn breach() -> Breach {
    RULE.breach(
        Message::new(
            "この利用者の行が、送信先の事業所の分だけです",
            "the rows of this person are those of the receiver only",
        ),
        Message::new("関係する全事業所の行", "the rows of all offices concerned"),
    )
    .reading(&reading::D_4)
}
