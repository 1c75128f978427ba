//! The fixed words of reports, in both languages: one table.

use careplan::text::Text;

macro_rules! words {
    ($($name:ident $ja:literal $en:literal;)*) => {
        $(#[doc = $en] pub const $name: Text = Text::new($ja, $en);)*

        /// All of them.
        pub const ALL: &[Text] = &[$($name),*];
    };
}

words! {
    TITLE "ケアプランデータ連携 検査結果" "Care-plan exchange: check report";
    SELF_TEST
        "これは自己検査の記録です。公的な認定や合否の証明ではありません。"
        "This is a record of a self-test. It is no official certification.";
    ERROR "誤り" "error";
    WARNING "警告" "warning";
    INFO "情報" "info";
    RECORD "記録" "record";
    LINE "行" "line";
    BETWEEN "・" ", ";
    RECORDS "記録数" "records";
    EXPECTED "期待" "expected";
    FOUND "実際" "found";
    VALUE "値" "value";
    CLAUSE "根拠" "clause";
    WHY "受信側で起こること" "what happens to the receiver";
    MEND "直し方" "how to mend it";
    WHAT "何を検べるか" "what it checks";
    WHY_IT_MATTERS "なぜ大切か" "why it matters";
    EXAMPLE "例" "example";
    READING "解釈台帳" "interpretation ledger";
    RULES_TITLE "検査の規則と解釈台帳" "rules of the check and the interpretation ledger";
    READING_IS
        "標準仕様の文面だけでは決まらない点と、ここで採用した読み方です。読み方の違いだけで誤りとすることはありません。"
        "Points that the text of the standard leaves open, and the reading adopted here. A reading alone is never an error.";
    GENERATED
        "この頁は renkei rules --format html が作ります（手で直さないでください）。"
        "This page is written by renkei rules --format html; it is not edited by hand.";
    LIST "、" ", ";
    READINGS "読み方" "readings";
    AT_RISK "困るのは誰か" "who is at risk";
    ADOPTED "採用した読み" "adopted";
    COLON "：" ": ";
    SET "組（送信単位）" "set";
    SERIAL "連番" "serial";
    SET_ITSELF "組全体" "the set itself";
    FILES "ファイル" "files";
    FILE "ファイル" "file";
    KIND "種類" "kind";
    PLACE "場所" "place";
    FIELD "項目" "field";
    RULE "規則" "rule";
    FINDINGS "指摘" "findings";
    SEVERITY "重さ" "severity";
    TO_SEE "確認していただきたいもの" "what needs a look";
    NO_KIND "種類不明（名称が標準仕様に合いません）" "kind unknown (the name is not of the standard)";
    NO_EXCHANGE "連携のファイルではありません（検査の対象外）" "no file of the exchange (not judged)";
    CLEAN_FILES "指摘のないファイル" "files without findings";
    CLEAN_SETS "指摘のない組（送信単位）" "sets without findings";
    PICTURE "画像" "a picture";
    NOT_JUDGED "判定できなかったもの" "what could not be judged";
    VERDICT "判定" "verdict";
    SPEC "標準仕様 V4.1（CSVバージョン 202407）" "standard specification V4.1 (CSV version 202407)";
    ALL_FILES "検査したすべてのファイル" "every file that was judged";
    ALL_SETS "すべての組（送信単位）" "every set";
    ENDS "送信元 → 送信先" "from → to";
    WHOLE "全体" "as a whole";
    CONTENTS "目次" "contents";
    BACK "目次へ戻る" "back to contents";
    HASH "SHA-256" "SHA-256";
    MASKED
        "個人が分かるおそれのある値は、形だけを示しています（数字は #、英字は x、半角の記号と空白はそのまま、その他は 〇）。"
        "Values that could tell of a person are shown as shapes (digits #, letters x, ASCII punctuation and spaces kept, the rest 〇).";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_stands_in_both_languages() {
        for text in ALL {
            assert!(!text.ja.is_empty() && !text.en.is_empty(), "{text:?}");
        }
    }
}
