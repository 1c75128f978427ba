//! CSVバージョンが 202407 でない

use super::super::prelude::*;
use crate::encoding;

/// CSV version other than 202407.
pub static RULE: Rule = Rule {
    id: "file/version",
    severity: Error,
    title: t("CSVバージョンが 202407 でない", "CSV version other than 202407"),
    what: t("CSVバージョンが 4.1版の 202407 か。", "Whether the CSV version is 202407, that of version 4.1."),
    why: t(
        "版を確かめる取込側では、ファイルごと拒否されます。",
        "A receiver that checks the version refuses the file.",
    ),
    example: t("202410（発出月を版の値と取り違えたもの）。", "202410, the month of publication taken for the version."),
    mend: t("202407 を出力してください。", "Write 202407."),
    source: "R1・R3",
};

/// What another value than `202407` means for the provision month (`YYYYMM`, if the file has one).
pub(crate) fn judge(content: &[u8], month: Option<&[u8]>) -> Option<Breach> {
    if content == b"202407" {
        return None;
    }
    if content == b"202504" {
        return Some(super::version_withdrawn::breach());
    }
    let shown = if content.len() <= 16 { encoding::decode_lossy(content) } else { String::from("…") };
    let breach = RULE.breach(
        Message::new(format!("CSVバージョンが「{shown}」です"), format!("the CSV version is \"{shown}\"")),
        Message::new("202407（4.1版）", "202407 (version 4.1)"),
    );
    let old = matches!(content, b"201910" | b"202003" | b"202208");
    // 000000 is the supplement of a plan: no month at all, as in the names of the other plan files.
    let before = month.is_some_and(|month| month.len() == 6 && month != b"000000" && month < b"202504".as_slice());
    Some(if old && before { breach.at_most(Info) } else { breach })
}
