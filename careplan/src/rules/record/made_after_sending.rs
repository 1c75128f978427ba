//! 作成日がファイルの日時より後

use super::super::prelude::*;
use crate::layout::Kind;
use crate::value::Date;

/// Made after it was sent.
pub static RULE: Rule = Rule {
    id: "record/made-after-sending",
    severity: Warning,
    title: t("作成日がファイルの日時より後", "made after it was sent"),
    what: t(
        "作成年月日などが、ファイル連番の日より後になっていないか。",
        "Whether the day of making lies after the day in the serial of the file.",
    ),
    why: t(
        "どの版が新しいかを日付で決める取込側で、順番を取り違えます。",
        "Receivers that order by date take the wrong one for newer.",
    ),
    example: t("連番 20250425… に作成年月日 20250501。", "Made on 20250501 under a serial of 20250425."),
    mend: t("作成日か、ファイルを作る端末の時計を確かめてください。", "See the date, or the clock of the machine."),
    source: "R57・作成年月日",
};

/// The days of making, by kind.
pub(crate) const fn fields(kind: Kind) -> &'static [u16] {
    match kind {
        Kind::Up1kyo => &[4, 14],
        Kind::Up2kyo | Kind::Up3kyo | Kind::Upplan | Kind::Upjsk | Kind::Upsikyu | Kind::Upkihon | Kind::Upyobo => &[4],
        _ => &[],
    }
}

/// A day that comes after the one in the file name.
pub(crate) fn judge(made: &[u8], sent: &[u8]) -> Option<Breach> {
    if made <= sent || Date::parse(made).is_none() {
        return None;
    }
    let shown = String::from_utf8_lossy(sent);
    Some(RULE.breach(
        Message::new("ファイルの日時より後の日です", "a day after that of the file"),
        Message::new(format!("{shown} まで"), format!("{shown} at the latest")),
    ))
}
