//! 引用符が閉じていない

use super::super::prelude::*;

/// Quote never closed.
pub static RULE: Rule = Rule {
    id: "csv/unclosed-quote",
    severity: Error,
    title: t("引用符が閉じていない", "quote never closed"),
    what: t("開いた引用符がファイルの終わりまでに閉じるか。", "Whether every quote that opens also closes."),
    why: t(
        "そこから後ろのすべてのレコードが1つの項目として読まれ、失われます。",
        "Everything behind it is read as one field and lost.",
    ),
    example: t("「\"本人の意向,3,…」のように閉じる引用符が無い。", "\"text,3,… without a closing quote."),
    mend: t(
        "自由文の終わりに引用符を置き、文中の引用符は2つ重ねてください。",
        "Close the quotes, and double those inside the text.",
    ),
    source: "R17・R19",
};

/// The quote that never closes.
pub(crate) fn breach() -> Breach {
    RULE.breach(
        Message::new("引用符がファイルの終わりまで閉じていません", "the quote is still open at the end of the file"),
        Message::new("閉じる引用符", "a closing quote"),
    )
}
