//! 同じ種別のファイルが2つ以上ある

use super::super::prelude::*;
use crate::layout::Kind;

/// Two files of one kind.
pub static RULE: Rule = Rule {
    id: "set/duplicate",
    severity: Error,
    title: t("同じ種別のファイルが2つ以上ある", "two files of one kind"),
    what: t("組の中に同じ種別のファイルが1つだけか。", "Whether a set holds one file of each kind."),
    why: t("どちらが有効か決められません。", "Nobody can tell which one counts."),
    example: t("同じ連番の UPPLAN が2つ。", "Two UPPLAN files under one serial."),
    mend: t(
        "1つのファイルにまとめてください。月が違うときは連番を分けてください。",
        "Put them into one file; use another serial for another month.",
    ),
    source: "R46・R47・R57",
};

/// The second file of a kind.
pub(crate) fn breach(kind: Kind) -> Breach {
    RULE.breach(
        Message::new(format!("{} が2つ以上あります", kind.code()), format!("more than one {}", kind.code())),
        Message::new("種別ごとに1ファイル", "one file of each kind"),
    )
}
