//! 削除の対象が前の連番に見当たらない

use super::super::prelude::*;
use crate::set::Deletion;

/// Deletion without its target before it.
pub static RULE: Rule = Rule {
    id: "flow/deletion-target",
    severity: Info,
    title: t("削除の対象が前の連番に見当たらない", "deletion without its target before it"),
    what: t(
        "削除ファイルのキーが、それより前の連番で送られているか（この検査に同じ種別のファイルがあるときだけ見ます）。",
        "Whether the key of a deletion was sent under an earlier serial; looked at only where the run holds files of that kind.",
    ),
    why: t(
        "取込側では消すものが無く、取り下げたつもりの内容が残ることがあります。",
        "The receiver has nothing to delete, and what was to be withdrawn may stay.",
    ),
    example: t("DLTPLAN の利用者が、前の UPPLAN にいない。", "A person of DLTPLAN who is in no UPPLAN before it."),
    mend: t(
        "保険者番号・被保険者番号・日付または年月が、送ったときの値と同じかを確かめてください。",
        "See whether insurer, insured and date or month are those that were sent.",
    ),
    source: "R65〜R68",
};

/// A key that no earlier serial holds.
pub(crate) fn breach(deletion: &Deletion) -> Breach {
    let target = deletion.target.code();
    RULE.breach(
        Message::new(
            format!("このキーの {target} が前の連番にありません"),
            format!("no {target} of this key under an earlier serial"),
        ),
        Message::new(
            format!("先に送った {target} と同じキー（{}）", deletion.source),
            format!("the key of a {target} sent before ({})", deletion.source),
        ),
    )
}
