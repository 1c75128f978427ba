//! 取り下げられた 4.0版の値 202504

use super::super::prelude::*;

/// The withdrawn value 202504 of version 4.0.
pub static RULE: Rule = Rule {
    id: "file/version-withdrawn",
    severity: Warning,
    title: t("取り下げられた 4.0版の値 202504", "the withdrawn value 202504 of version 4.0"),
    what: t(
        "CSVバージョンが 202504（4.0版の案）になっていないか。",
        "Whether the CSV version is 202504, the value of the withdrawn version 4.0.",
    ),
    why: t("4.1版の値だけを受け付ける取込側では拒否されます。", "A receiver that accepts version 4.1 only refuses it."),
    example: t("202504", "202504"),
    mend: t("202407 を出力してください。", "Write 202407."),
    source: "R1・L-28",
};

/// The one finding of this value.
pub(crate) fn breach() -> Breach {
    RULE.breach(
        Message::new("CSVバージョンが「202504」（4.0版）です", "the CSV version is 202504 (version 4.0)"),
        Message::new("202407（4.1版）", "202407 (version 4.1)"),
    )
    .reading(&reading::L_28)
}
