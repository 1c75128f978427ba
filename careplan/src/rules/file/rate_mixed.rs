//! 1人の1か月に2つの給付率

use super::super::prelude::*;

/// Two rates of benefit for one person in a month.
pub static RULE: Rule = Rule {
    id: "file/rate-mixed",
    severity: Warning,
    title: t("1人の1か月に2つの給付率", "two rates of benefit for one person in a month"),
    what: t(
        "介護給付・予防給付の給付率が、1人の1か月に1つか。",
        "Whether a person has one rate of benefit in a month, apart from municipal projects.",
    ),
    why: t("どちらの負担割合が正しいか、取込側で決められません。", "The receiver cannot tell which rate is right."),
    example: t("訪問介護が 90、通所介護が 80。", "90 for home help, 80 for day service."),
    mend: t("負担割合証を確かめてください。", "See the certificate of the person’s share."),
    source: "別紙 第7表 No.25",
};

/// Another rate than a row before.
pub(crate) fn breach(given: i64, before: i64) -> Breach {
    RULE.breach(
        Message::new(format!("{given} です"), format!("{given}")),
        Message::new(format!("前の行と同じ {before}"), format!("{before} as before")),
    )
}
