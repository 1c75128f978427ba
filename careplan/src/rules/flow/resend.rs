//! 同じ利用者の分をもう一度送っている

use super::super::prelude::*;

/// The same people sent again.
pub static RULE: Rule = Rule {
    id: "flow/resend",
    severity: Info,
    title: t("同じ利用者の分をもう一度送っている", "the same people sent again"),
    what: t(
        "同じ送信元・送信先・種別・年月のファイルが、後の連番でもう一度あるか。",
        "Whether files of the same offices, kind and month come again under a later serial.",
    ),
    why: t(
        "取込側は連番の小さい順に処理し、後の連番の内容で置き換えます。順序を守らない取込側では、古い内容が残ります。",
        "Receivers import by serial and replace; one that does not keep the order is left with the older content.",
    ),
    example: t(
        "20250420101500 の後に 20250425090000 で同じ利用者の UPPLAN。",
        "UPPLAN of the same person under 20250420101500 and again under 20250425090000.",
    ),
    mend: t(
        "直す必要はありません。訂正は削除なしに送り直せます。",
        "Nothing needs mending; corrections are sent again without a deletion.",
    ),
    source: "R58・R100",
};

/// A later file that holds `people` keys of an earlier serial.
pub(crate) fn breach(serial: &str, people: usize) -> Breach {
    RULE.breach(
        Message::new(
            format!("{people}件のキーが連番 {serial} に続く再送です"),
            format!("{people} keys were sent under serial {serial} before"),
        ),
        Message::new("後の連番が有効", "the later serial counts"),
    )
}
