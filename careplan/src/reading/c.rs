//! Contradictions of the text.

use super::{Reading, t};

entries! {
    C_1 "C-1"
        t("委託のとき、包括が予定（UPPLAN）を取り込むかが表と本文で違う", "whether a centre imports planned use under a commission differs between table and text"),
        t("取り込む（流れの説明）／空欄（役割の表）", "imported (the flow) / blank (the table of roles)"),
        t("予定を取り込まない包括のソフトと、送る居宅", "centres whose software does not import it, and the care managers who send it"),
        t("居宅から包括への予定を誤りとしません。取込は用意しておくと安全です", "planned use sent to a centre is no error; be ready to import it");
    C_2 "C-2"
        t("UPSIKYU No.30 の項目長が履歴（5桁）と表（2桁）で違う", "the length of UPSIKYU No.30 is 2 in the table and 5 in the history"),
        t("2桁／5桁", "2 digits / 5 digits"),
        t("3桁以上を送る側と、2桁で受ける側", "who sends more than two digits, and who receives two"),
        t("送るときは2桁以内、受けるときは5桁まで。超えても誤りとしません", "send at most 2, accept up to 5; never an error");
    C_3 "C-3"
        t("例の事業所番号が9桁", "the examples show office numbers of nine digits"),
        t("10桁（規約）／9桁（例）", "ten digits (rule) / nine digits (examples)"),
        t("例のとおりの9桁で名称を作る送信側", "senders who follow the examples in names"),
        t("規約の10桁。名称の9桁は情報として示します", "ten digits as in the rule; nine in a name are reported as information");
    C_4 "C-4"
        t("例の名称 UPKIHON_000000_… に年月部がある", "an example names UPKIHON_000000_…"),
        t("年月部なし（規約）／000000（例）", "no year-month (rule) / 000000 (example)"),
        t("名称を「_」で区切った位置で読む取込側", "receivers that read names by position"),
        t("年月部なし。000000 は情報として示します", "no year-month; 000000 is reported as information");
    C_5 "C-5"
        t("例の連番が15桁", "the examples show serials of fifteen digits"),
        t("14桁（規約）／15桁（例）", "fourteen digits (rule) / fifteen (examples)"),
        t("連番の順に取り込む側", "receivers that order by serial"),
        t("14桁。15桁は情報として示します", "fourteen; fifteen are reported as information");
    C_6 "C-6"
        t("UPJSK・DLTJSK の例で送信元と送信先の種類コードが入れ替わっている", "the UPJSK and DLTJSK examples swap the two service types"),
        t("送信元＝サービス事業所の種類（規約）／例のまま", "sender's own type (rule) / as in the example"),
        t("種類コードで宛先を振り分ける側", "who sorts files by service type"),
        t("規約どおり。例の形は情報として示します", "as in the rule; the example's form is reported as information");
    C_7 "C-7"
        t("基本情報・支援計画書の別表の例に、6桁の日付・別の版・.JPG・別の項番がある", "the examples of the preventive kinds show six-digit dates, another version, .JPG and another No."),
        t("レイアウト表のとおり／例のとおり", "as in the layout / as in the examples"),
        t("例を雛形にした送信側", "senders who took the examples for a pattern"),
        t("レイアウト表のとおりに読みます。6桁の日付は情報として示します", "read as in the layout; dates of six digits are reported as information");
    C_8 "C-8"
        t("UPSIKYU No.10・11 の参照先が No.19 となっている", "UPSIKYU No.10 and 11 refer to No.19"),
        t("サービスコードの No.9／No.19（別の項目）", "No.9, the service code / No.19, another field"),
        t("No.19 を見て用具コードを必須とする側", "who looks at No.19 to ask for equipment codes"),
        t("No.9 と読みます", "No.9");
    C_9 "C-9"
        t("UPPLAN No.8 の注記が、限度額を利用者基本情報の No.18 とする", "a note on UPPLAN No.8 finds the limit in No.18 of the basic information"),
        t("補足情報 No.19／基本情報 No.18（住所）", "No.19 of the supplement / No.18 of the basic information, an address"),
        t("注記のとおりに限度額を探す取込側", "receivers that look for the limit where the note says"),
        t("補足情報の No.19 と読みます", "No.19 of the supplement");
    C_10 "C-10"
        t("第1表の削除で、第3表と補足情報も消すか", "whether deleting sheet 1 deletes sheet 3 and the supplement"),
        t("第2表だけ／第2表と第3表／補足情報も", "sheet 2 / sheets 2 and 3 / the supplement too"),
        t("古い第3表が残る取込側", "receivers that keep an old sheet 3"),
        t("第2表と第3表。どの実装も誤りとしません", "sheets 2 and 3; none is an error");
    C_11 "C-11"
        t("削除の図に、8桁の年月と食い違う日付がある", "the figures of deletion show months of eight digits and dates that do not agree"),
        t("6桁の年月（項目の定め）／図のとおり", "six digits (the field) / as in the figures"),
        t("図のとおりに8桁を書く送信側", "senders who write eight digits"),
        t("項目の定めのとおり6桁。8桁は項目の誤りとなります", "six digits as the field says");
    C_12 "C-12"
        t("「利用票に紐づく利用者基本情報」の指すもの", "what “basic information tied to the use table” means"),
        t("利用者補足情報（図の枠）／利用者基本情報", "the supplement (the figure) / the basic information"),
        t("組の内容を確かめる側", "who checks what belongs to a set"),
        t("利用者補足情報と読みます", "the supplement");
    C_13 "C-13"
        t("補足情報の No.4・63 の注記が第3表に触れていない", "the notes on No.4 and 63 of the supplement leave out sheet 3"),
        t("第3表も同じ／第1表・第2表だけ", "sheet 3 too / sheets 1 and 2 only"),
        t("注記を文字どおりに読む側", "who reads the notes to the letter"),
        t("同じ組の第3表も同じ扱いとします", "sheet 3 of the set is treated alike");
}
