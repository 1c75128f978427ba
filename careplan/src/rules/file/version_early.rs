//! 202407 より前の提供年月

use super::super::prelude::*;

/// Month before version 202407 applies.
pub static RULE: Rule = Rule {
    id: "file/version-early",
    severity: Info,
    title: t("202407 より前の提供年月", "month before version 202407 applies"),
    what: t(
        "CSVバージョン 202407 のファイルの提供年月が、適用開始の2025年4月以後か。",
        "Whether a file of version 202407 is for April 2025 or later, when it began to apply.",
    ),
    why: t("相手の取込側が、当時の版を期待することがあります。", "The receiver may expect the version of that time."),
    example: t("UPPLAN_202503_… に 202407。", "202407 in UPPLAN_202503_…."),
    mend: t("相手と版を確かめてください。", "Ask the partner which version to use."),
    source: "R1・R3・L-28",
};

/// The month of the file lies before April 2025.
pub(crate) fn judge(version: &[u8], month: &[u8]) -> Option<Breach> {
    (version == b"202407" && month.len() == 6 && month != b"000000" && month < b"202504".as_slice()).then(|| {
        RULE.breach(
            Message::new("2025年4月より前の提供年月です", "a month before April 2025"),
            Message::new("その月に適用される版", "the version that applied in that month"),
        )
        .reading(&reading::L_28)
    })
}
