//! Points that the text leaves unspecified.

use super::{Reading, t};

entries! {
    U_1 "U-1"
        t("見出し行の有無", "whether there is a header row"),
        t("なし（例）／あり", "none (examples) / one"),
        t("見出し行を1件目と読む取込側", "receivers that take it for the first record"),
        t("なし。あれば1行目を記録に数えません", "none; where there is one it is not counted as a record");
    U_2 "U-2"
        t("改行コードと最後の改行", "the line end, and the last one"),
        t("CRLF／LF、最後の改行あり／なし", "CRLF / LF, with or without a last one"),
        t("改行を CRLF に限る取込側", "receivers that take CR LF only"),
        t("CRLF で、最後にも置きます", "CRLF, the last one too");
    U_3 "U-3"
        t("自由文以外を引用符で囲んでよいか", "whether other fields than free text may be quoted"),
        t("囲まない／囲んでもよい", "bare / quotes allowed"),
        t("引用符を値の一部と読む取込側", "receivers that take quotes for part of the value"),
        t("囲まない。囲んであっても誤りとしません", "bare; quotes are no error");
    U_4 "U-4"
        t("空の自由文の書き方", "how an empty free text is written"),
        t("\"\"／長さ0", "\"\" / nothing at all"),
        t("空の引用符を値と読む取込側", "receivers that take two quotes for a value"),
        t("\"\" を出し、どちらも受けます", "write \"\", accept either");
    U_5 "U-5"
        t("項目長は文字数かバイト数か", "whether lengths count characters or bytes"),
        t("文字数／バイト数", "characters / bytes"),
        t("バイト数で切る取込側", "receivers that cut by bytes"),
        t("文字数。バイト数だけ超えるものは情報として示します", "characters; an excess in bytes only is reported as information");
    U_6 "U-6"
        t("数字の全角・前ゼロ・符号", "full-width digits, leading zeros and signs"),
        t("半角・前ゼロなし・正号なし／その他", "half-width, no leading zeros, no plus sign / others"),
        t("数字を文字として比べる取込側", "receivers that compare numbers as text"),
        t("半角で余分な記号を付けません。全角などは情報として示します", "half-width without extras; the others are reported as information");
    U_7 "U-7"
        t("地域包括支援センターなどの種類コード", "service types of community centres and the like"),
        t("46／AF／その他", "46 / AF / another"),
        t("種類コードで相手を決める側", "who tells partners by their type"),
        t("どれも誤りとしません", "none is an error");
    U_8 "U-8"
        t("「必要」の列の意味", "what the column “needed” means"),
        t("必須と同じ／空でもよい", "required / may be empty"),
        t("委託の有無を空にする送信側", "senders who leave the commission empty"),
        t("空でも誤りとしません", "empty is no error");
    U_9 "U-9"
        t("取込で誤りが見つかったときの扱い", "what a receiver does with an error"),
        t("ファイルごと拒否／行だけ飛ばす／そのまま取り込む", "refuse the file / skip the row / import it"),
        t("一部だけ取り込まれたことに気づかない送信側", "senders who do not learn that a part was left out"),
        t("定めません。誤りの無いファイルを送るのが安全です", "not settled; files without errors are safe");
    U_10 "U-10"
        t("明細判別コードの項目長", "the length of the detail number"),
        t("2桁（実装）／定めなし", "two (seen) / none"),
        t("100件以上の明細を送る側", "who sends a hundred details or more"),
        t("長さは確かめません", "its length is not judged");
    U_11 "U-11"
        t("第3表に更新業者コードと識別子が無い", "sheet 3 has neither 更新業者コード nor an identifier"),
        t("13項目のまま／他の表にそろえる", "thirteen fields / like the other sheets"),
        t("列数を他の表にそろえた実装", "software that gave it the columns of the others"),
        t("13項目と読みます", "thirteen fields");
    U_12 "U-12"
        t("第6表の必須の印が7個で、No.7 と No.8 のどちらに付くか", "seven marks of the use table: whether No.7 or No.8 is required"),
        t("No.7／No.8", "No.7 / No.8"),
        t("どちらかを空にする送信側", "senders who leave one of them empty"),
        t("どちらが空でも誤りとしません", "neither empty is an error");
}
