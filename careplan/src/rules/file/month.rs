//! 対象年月が名称や他のレコードと違う

use super::super::prelude::*;
use crate::encoding::decode_lossy;

/// Month differs from the name or the other records.
pub static RULE: Rule = Rule {
    id: "file/month",
    severity: Error,
    title: t("対象年月が名称や他のレコードと違う", "month differs from the name or the other records"),
    what: t(
        "レコードの対象年月がファイル名の年月と同じで、1ファイルに1つの月だけか。",
        "Whether every record is for the month in the name, and a file holds one month only.",
    ),
    why: t(
        "別の月の予定や実績が、違う月の分として取り込まれるか、捨てられます。",
        "Rows of another month are imported into the wrong month, or dropped.",
    ),
    example: t("UPPLAN_202505_… に 202506 のレコード。", "A record of 202506 in UPPLAN_202505_…."),
    mend: t("提供年月ごとに別のファイルにしてください。", "Write one file per month."),
    source: "R44・R45",
};

/// The first record with another month.
pub(crate) fn breach(found: &[u8], expected: &[u8], from_name: bool) -> Breach {
    let (found, expected) = (decode_lossy(found), decode_lossy(expected));
    let expected = if from_name {
        Message::new(format!("ファイル名の年月 {expected}"), format!("{expected} as in the file name"))
    } else {
        Message::new(format!("1件目の年月 {expected}"), format!("{expected} as in the first record"))
    };
    RULE.breach(Message::new(format!("「{found}」です"), format!("\"{found}\"")), expected)
}
