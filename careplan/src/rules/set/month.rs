//! 組の中で年月が違う

use super::super::prelude::*;

/// Months differ within the set.
pub static RULE: Rule = Rule {
    id: "set/month",
    severity: Error,
    title: t(
        "組の中で年月が違う",
        "months differ within the set",
    ),
    what: t(
        "利用票・別表・補足情報の年月が同じか。",
        "Whether use tables and supplement are for the same month.",
    ),
    why: t(
        "別の月の別表や補足が結び付き、取り込まれません。",
        "Tables of another month do not tie up and are not imported.",
    ),
    example: t(
        "UPPLAN_202505 と UPSIKYU_202506。",
        "UPPLAN_202505 with UPSIKYU_202506.",
    ),
    mend: t(
        "同じ提供年月のファイルで組を作ってください。",
        "Make the set from files of one month.",
    ),
    source: "R44・R60",
};
