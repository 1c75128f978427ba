//! 年月の無い種別の名称に 000000

use super::super::prelude::*;

/// 000000 in the name of a kind without year-month.
pub static RULE: Rule = Rule {
    id: "name/zero-month",
    severity: Info,
    title: t("年月の無い種別の名称に 000000", "000000 in the name of a kind without year-month"),
    what: t("年月を持たない種別の名称に年月部が無いか。", "Whether a kind without year-month has none in its name."),
    why: t("名称の部分の数が違うとして拒否する取込側があり得ます。", "A receiver may refuse the number of parts."),
    example: t("UPKIHON_000000_…", "UPKIHON_000000_…"),
    mend: t("年月部を入れないでください。", "Leave the year-month out."),
    source: "C-4",
};
