//! ファイル名が規約と違う

use super::super::prelude::*;

/// Name against the naming rule.
pub static RULE: Rule = Rule {
    id: "name/broken",
    severity: Error,
    title: t("ファイル名が規約と違う", "name against the naming rule"),
    what: t(
        "ファイル名が「種別_[年月_]送信元番号_種類_送信先番号_種類_日時.CSV」になっているか。",
        "Whether the name is KIND_[YYYYMM_]FROM_TYPE_TO_TYPE_SERIAL.CSV.",
    ),
    why: t(
        "送信先を決められず、送信または取込で拒否されます。",
        "The destination cannot be read: sending or importing is refused.",
    ),
    example: t(
        "UPPLAN_9970000001_43_9970000002_15_20250317182009.CSV（年月が無い）。",
        "UPPLAN_9970000001_43_9970000002_15_20250317182009.CSV (no year-month).",
    ),
    mend: t(
        "規約のとおりの名称で出力してください。保存や添付のときに付いた「 (1)」「コピー」なども取り除いてください。",
        "Name the file by the rule; take off what saving or mailing added, such as \" (1)\".",
    ),
    source: "R23〜R40",
};
