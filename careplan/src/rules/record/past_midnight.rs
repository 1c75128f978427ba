//! 終了が開始より前（日をまたぐ）

use super::super::prelude::*;
use super::{RecordBreach, View};

/// End before start, past midnight.
pub static RULE: Rule = Rule {
    id: "record/past-midnight",
    severity: Info,
    title: t("終了が開始より前（日をまたぐ）", "end before start, past midnight"),
    what: t(
        "終了時刻が開始時刻より前のとき、日をまたぐと読んでよいか。",
        "Whether an end before the start may be read as the next morning.",
    ),
    why: t(
        "標準に定めが無く、取込側によっては誤りとされます。",
        "The standard does not say; some receivers refuse it.",
    ),
    example: t("開始 2330、終了 0030。", "2330 to 0030."),
    mend: t(
        "日をまたぐサービスであれば、直す必要はありません。",
        "Nothing needs mending where the service passes midnight.",
    ),
    source: "R113・L-41",
};

/// Two times of which the second comes first.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    let (start, end) = (view.content(12), view.content(13));
    let times = start.len() == 4 && end.len() == 4 && start != b"9999" && end.iter().all(u8::is_ascii_digit);
    (times && end < start && start.iter().all(u8::is_ascii_digit)).then(|| RecordBreach {
        field: 13,
        breach: RULE
            .breach(
                Message::new("終了が開始より前です", "the end comes before the start"),
                Message::new("開始より後の時刻、または日をまたぐサービス", "a later time, or a service past midnight"),
            )
            .reading(&reading::L_41),
    })
}
