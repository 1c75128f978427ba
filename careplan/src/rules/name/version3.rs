//! 3版以前のファイル名

use super::super::prelude::*;

/// Name of version 3 or before.
pub static RULE: Rule = Rule {
    id: "name/version3",
    severity: Error,
    title: t("3版以前のファイル名", "name of version 3 or before"),
    what: t("名称にサービス種類コードがあるか。", "Whether the name holds the service types."),
    why: t("4.1版だけに対応した連携では受け付けられません。", "An exchange of version 4.1 does not accept it."),
    example: t(
        "UPPLAN_202505_9970000001_9970000002_20250317182009.CSV",
        "UPPLAN_202505_9970000001_9970000002_20250317182009.CSV",
    ),
    mend: t(
        "事業所番号の後ろにサービス種類コード（2桁）を入れてください。",
        "Put the service type (two characters) behind each office number.",
    ),
    source: "R43",
};
