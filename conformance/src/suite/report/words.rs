//! The fixed words of these reports, in both languages.

use careplan::text::Text;

macro_rules! words {
    ($($name:ident $ja:literal $en:literal;)*) => {
        $(#[doc = $en] pub(super) const $name: Text = Text::new($ja, $en);)*

        /// All of them.
        #[cfg(test)]
        pub(super) const ALL: &[Text] = &[$($name),*];
    };
}

words! {
    TITLE "ケアプランデータ連携 適合性の自己検査" "Care-plan exchange: conformance self-test";
    SOFTWARE "対象ソフトウェア" "software under test";
    REQUIREMENTS "要求セット" "requirement set";
    DIGEST "事例集の SHA-256" "SHA-256 of the suite";
    CASES "事例" "cases";
    CASE "事例" "case";
    CLASS "分類" "class";
    VERDICT "判定" "verdict";
    CLAUSE "根拠" "clause";
    WHY "理由" "why";
    MATRIX "分類ごとの結果" "results by class";
    BY_PATTERN "役割とパターンごとの結果（合格／実施）" "results by role and pattern (pass / run)";
    TO_SEE "確認していただきたい事例" "cases that need a look";
    ALL_CASES "すべての事例" "every case";
    STALE "既知の失敗（baseline）の見直し" "known failures to be looked at again";
    OWN_FIELDS "比べなかった項目（対象ソフトウェアの申告）" "fields not compared, as the software asked";
    SHARD "分割" "share";
    NOT_SCORED "採点の対象外です（結果だけを示します）" "not scored: the result is shown only";
    TOTAL "計" "total";
    ROLE "役割" "role";
    NONE "なし" "none";
}
