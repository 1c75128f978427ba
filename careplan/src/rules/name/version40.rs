//! 4.0版のファイル名

use super::super::prelude::*;

/// Name of version 4.0.
pub static RULE: Rule = Rule {
    id: "name/version40",
    severity: Error,
    title: t("4.0版のファイル名", "name of version 4.0"),
    what: t("名称のコードが2桁の種類コードか。", "Whether the codes in the name are service types of two characters."),
    why: t("4.1版の名称として受け付けられません。", "It is not accepted as a name of version 4.1."),
    example: t(
        "UPPLAN_202505_9970000001_430_9970000002_150_20250317182009.CSV",
        "UPPLAN_202505_9970000001_430_9970000002_150_20250317182009.CSV",
    ),
    mend: t(
        "サービスコード3桁ではなく、サービス種類コード2桁を入れてください。",
        "Use the service type of two characters instead of the code of three.",
    ),
    source: "R43",
};
