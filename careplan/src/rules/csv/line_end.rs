//! 改行コードが CRLF でない

use super::super::prelude::*;
use crate::csv::LineEnd;

/// Line end other than CR LF.
pub static RULE: Rule = Rule {
    id: "csv/line-end",
    severity: Info,
    title: t("改行コードが CRLF でない", "line end other than CR LF"),
    what: t("レコードの終わりが LF または CR だけになっているか。", "Whether records end in LF or CR alone."),
    why: t(
        "改行コードは定められていません。CRLF を前提とする取込側では1件も読めないことがあります。",
        "The line end is not laid down; a receiver that relies on CR LF may read nothing.",
    ),
    example: t("Unix 系の環境で出力したファイル。", "A file written on a Unix system."),
    mend: t("CRLF で出力すると最も安全です。", "CR LF is the safest form."),
    source: "U-2",
};

/// The first record that ends otherwise.
pub(crate) fn breach(end: LineEnd) -> Breach {
    let (ja, en) = match end {
        LineEnd::Lf => ("レコードの終わりが LF です", "the record ends in LF"),
        LineEnd::Cr => ("レコードの終わりが CR です", "the record ends in CR"),
        LineEnd::CrLf | LineEnd::None => ("レコードの終わりが CRLF ではありません", "the record does not end in CR LF"),
    };
    RULE.breach(Message::new(ja, en), Message::new("CRLF", "CR LF")).reading(&reading::U_2)
}
