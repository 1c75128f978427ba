//! The fixed words of these reports, in both languages.

use careplan::text::Text;

macro_rules! words {
    ($($name:ident $ja:literal $en:literal;)*) => {
        $(#[doc = $en] pub(super) const $name: Text = Text::new($ja, $en);)*

        /// All of them.
        #[cfg(test)]
        const ALL: &[Text] = &[$($name),*];
    };
}

words! {
    TITLE "ケアプランデータ連携 相互確認の表（自己検査）" "Care-plan exchange: who reads whom (self-test)";
    LEGEND
        "行が書き出す側、列が取り込む側です。数は、合格したやり取り／実施したやり取りです。"
        "Rows write, columns read. The numbers are exchanges that pass / exchanges that were run.";
    WRITES "書き出す側＼取り込む側" "writes \\ reads";
    NOTHING "やり取りなし" "nothing to exchange";
    MEMBERS "参加したソフトウェア" "software that takes part";
    LETTER "記号" "letter";
    SOFTWARE "ソフトウェア" "software";
    ROLES "役割" "roles";
    ADAPTER "つなぎ方" "adapter";
    AS_WRITER "書き出しで直すもの" "to mend as writer";
    AS_READER "取り込みで直すもの" "to mend as reader";
    OWN_FIELDS "比べなかった項目" "fields not compared";
    WROTE "が書き出したもの" "as writer";
    ALL_RIGHT "指摘はありません。" "Nothing is to be mended.";
    FROM_WRITER "書き出しに問題があって渡さなかったもの" "not handed over, because of the writer";
    CASE "やり取り" "exchange";
    BETWEEN "役割（書き出し→取り込み）" "roles (writer → reader)";
    VERDICT "判定" "verdict";
    SIDE "直す側" "to be mended by";
    WHY "理由（ファイル・項目）" "why (file, field)";
    NOT_COUNTED "（採点外）" "(not counted)";
    REQUIREMENTS "要求セット" "requirement set";
    DIGEST "事例集の SHA-256" "SHA-256 of the suite";
    EXCHANGES "やり取り" "exchanges";
    ALL_EXCHANGES "実施したやり取りの一覧" "every exchange";
    BACK "表へ戻る" "back to the table";
    NONE "なし" "none";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_stands_in_both_languages() {
        assert!(ALL.iter().all(|text| !text.ja.is_empty() && !text.en.is_empty()));
    }
}
