//! The interpretation ledger: points that the standard leaves open, each with its readings.

use crate::text::Text;

/// One entry of the ledger.
#[derive(Debug, PartialEq, Eq)]
pub struct Reading {
    /// `C-n` (contradiction), `U-n` (unspecified), `L-n` (ambiguous; the No. of the list of readings)
    /// or `D-n` (odd, but nothing that the standard forbids).
    pub id: &'static str,
    /// What is open.
    pub title: Text,
    /// The readings that the text allows.
    pub readings: Text,
    /// The reading that this product adopts, and why nobody fails by it.
    pub adopted: Text,
}

macro_rules! ledger {
    ($($ident:ident $id:literal $title:expr, $readings:expr, $adopted:expr;)*) => {
        $(
            #[doc = concat!("Entry ", $id, ".")]
            pub static $ident: Reading = Reading { id: $id, title: $title, readings: $readings, adopted: $adopted };
        )*

        /// Every entry, in the order of the ids.
        pub static LEDGER: &[&Reading] = &[$(&$ident),*];
    };
}

const fn t(ja: &'static str, en: &'static str) -> Text {
    Text::new(ja, en)
}

ledger! {
    C_2 "C-2"
        t("UPSIKYU No.30 の項目長が履歴（5桁）と表（2桁）で違う", "the length of UPSIKYU No.30 is 2 in the table and 5 in the history"),
        t("2桁／5桁", "2 digits / 5 digits"),
        t("送るときは2桁以内、受けるときは5桁まで。超えても誤りとしません", "send at most 2, accept up to 5; never an error");
    C_3 "C-3"
        t("例の事業所番号が9桁", "the examples show office numbers of nine digits"),
        t("10桁（規約）／9桁（例）", "ten digits (rule) / nine digits (examples)"),
        t("規約の10桁。名称の9桁は情報として示します", "ten digits as in the rule; nine in a name are reported as information");
    C_4 "C-4"
        t("例の名称 UPKIHON_000000_… に年月部がある", "an example names UPKIHON_000000_…"),
        t("年月部なし（規約）／000000（例）", "no year-month (rule) / 000000 (example)"),
        t("年月部なし。000000 は情報として示します", "no year-month; 000000 is reported as information");
    C_5 "C-5"
        t("例の連番が15桁", "the examples show serials of fifteen digits"),
        t("14桁（規約）／15桁（例）", "fourteen digits (rule) / fifteen (examples)"),
        t("14桁。15桁は情報として示します", "fourteen; fifteen are reported as information");
    C_6 "C-6"
        t("UPJSK・DLTJSK の例で送信元と送信先の種類コードが入れ替わっている", "the UPJSK and DLTJSK examples swap the two service types"),
        t("送信元＝サービス事業所の種類（規約）／例のまま", "sender's own type (rule) / as in the example"),
        t("規約どおり。例の形は情報として示します", "as in the rule; the example's form is reported as information");
    D_1 "D-1"
        t("同じ文字が ED40〜EEFC と FA40〜FC4B の両方にある", "some characters stand at ED40–EEFC and at FA40–FC4B"),
        t("どちらで書いてもよい／FA40〜FC4B だけ", "either place / FA40–FC4B only"),
        t("どちらも受けます。FA40〜FC4B で書くと安全です", "either is accepted; FA40–FC4B is the safer one to write");
    D_2 "D-2"
        t("古い処理系が付けるファイル末尾の印（1A）", "the end mark 1A that old systems add"),
        t("無い／あれば無視", "absent / ignored"),
        t("付けない。あっても誤りとしません", "not written; no error where it stands");
    D_3 "D-3"
        t("サテライト枝番に英字を使えるか", "whether a satellite branch may hold letters"),
        t("数字だけ／英字も", "digits only / letters too"),
        t("英字があっても誤りとしません", "letters are no error");
    L_1 "L-1"
        t("UPPLAN・UPJSK の No.7・No.8 のどちらが必須か確定できない", "which of No.7 and No.8 of UPPLAN and UPJSK is required is not settled"),
        t("No.7 が必須／No.8 が必須", "No.7 / No.8"),
        t("どちらが空でも誤りとしません。両方入れておくと安全です", "neither empty is an error; filling both is safe");
    L_2 "L-2"
        t("UPPLAN・UPJSK No.19 明細判別コードの項目長が読み取れない", "the length of No.19 of UPPLAN and UPJSK is not readable"),
        t("2桁／それ以上", "2 digits / more"),
        t("どの長さも誤りとしません。2桁以内なら安全です", "no length is an error; up to 2 digits are safe");
    L_5 "L-5"
        t("9999999999 の固定値が UPSIKYU No.34 か No.35 か", "whether the fixed 9999999999 belongs to UPSIKYU No.34 or No.35"),
        t("No.34／No.35", "No.34 / No.35"),
        t("No.34 と読みます。No.35 に入っている場合は情報として示します", "No.34; found in No.35 it is reported as information");
    L_6 "L-6"
        t("UPYOBO_SUB の課題ＮＯなどを引用符で囲むか", "whether the numbers of UPYOBO_SUB are quoted"),
        t("囲む（書式がフリーテキスト）／囲まない（実体は連番）", "quoted (format is free text) / bare (they are numbers)"),
        t("どちらも受けます", "both are accepted");
    L_9 "L-9"
        t("TAISコードと福祉用具届出コードの両方を入れてよいか", "whether both a TAIS and a notification code may be given"),
        t("どちらか一方だけ／両方でもよい", "one of them only / both allowed"),
        t("両方あってもよく、両方空なら警告とします", "both are accepted, neither is a warning");
    L_23 "L-23"
        t("拡張子の大文字・小文字", "the case of the extension"),
        t(".CSV・.jpg（規約）／.csv・.JPG（実装・例）", ".CSV and .jpg (rule) / .csv and .JPG (seen)"),
        t("出力は .CSV・.jpg、取込は区別しない", "write .CSV and .jpg, read either");
    L_26 "L-26"
        t("例の相談日・計画作成(変更)日が6桁", "the examples show consultation and plan dates of six digits"),
        t("YYYYMMDD（書式）／YYYYMM（例）", "YYYYMMDD (format) / YYYYMM (examples)"),
        t("書式の8桁。6桁の年月は情報として示します", "eight digits as in the format; a month of six is reported as information");
    L_28 "L-28"
        t("4.0版の 202504 と 4.1版の 202407 が同じ月から始まる", "202504 of version 4.0 and 202407 of version 4.1 start with the same month"),
        t("202407 だけ／202504 も", "202407 only / 202504 too"),
        t("202407 だけ。取り下げられた 202504 は警告とします", "202407 only; the withdrawn 202504 is a warning");
    L_31 "L-31"
        t("第3表の時刻に 24時以降や 9999 を使えるか", "whether the weekly plan may hold times past 24:00, or 9999"),
        t("使える／使えない", "yes / no"),
        t("誤りとせず情報として示します", "reported as information, not as an error");
    L_33 "L-33"
        t("TAISコード・福祉用具届出コードの体系", "the exact shape of TAIS and notification codes"),
        t("5桁-6桁の数字／英字を含む12字以内", "five and six digits / up to twelve characters with letters"),
        t("半角英数字とハイフンの12字以内なら誤りとしません", "up to twelve half-width letters, digits and hyphens are no error");
    L_36 "L-36"
        t("共生型の減算の負号を桁数に数えるか", "whether a minus sign counts towards the length"),
        t("数える／数えない", "counted / not counted"),
        t("負号を除いて数えます", "not counted");
    L_41 "L-41"
        t("時刻の範囲（24:00、日跨ぎ）", "the range of times (24:00, past midnight)"),
        t("0000〜2359／2400 を含む", "0000–2359 / 2400 too"),
        t("2400 は情報として示します", "2400 is reported as information");
    L_45 "L-45"
        t("識別子に値を入れてよいか", "whether the unused identifier may hold a value"),
        t("空／値があれば無視", "empty / ignored"),
        t("空を出し、値があっても無視します", "write it empty, ignore what is there");
    U_1 "U-1"
        t("見出し行の有無", "whether there is a header row"),
        t("なし（例）／あり", "none (examples) / one"),
        t("なし。あれば1行目を記録に数えません", "none; where there is one it is not counted as a record");
    U_2 "U-2"
        t("改行コードと最後の改行", "the line end, and the last one"),
        t("CRLF／LF、最後の改行あり／なし", "CRLF / LF, with or without a last one"),
        t("CRLF で、最後にも置きます", "CRLF, the last one too");
    U_3 "U-3"
        t("自由文以外を引用符で囲んでよいか", "whether other fields than free text may be quoted"),
        t("囲まない／囲んでもよい", "bare / quotes allowed"),
        t("囲まない。囲んであっても誤りとしません", "bare; quotes are no error");
    U_4 "U-4"
        t("空の自由文の書き方", "how an empty free text is written"),
        t("\"\"／長さ0", "\"\" / nothing at all"),
        t("\"\" を出し、どちらも受けます", "write \"\", accept either");
    U_5 "U-5"
        t("項目長は文字数かバイト数か", "whether lengths count characters or bytes"),
        t("文字数／バイト数", "characters / bytes"),
        t("文字数。バイト数だけ超えるものは情報として示します", "characters; an excess in bytes only is reported as information");
    U_6 "U-6"
        t("数字の全角・前ゼロ・符号", "full-width digits, leading zeros and signs"),
        t("半角・前ゼロなし・正号なし／その他", "half-width, no leading zeros, no plus sign / others"),
        t("半角で余分な記号を付けません。全角などは情報として示します", "half-width without extras; the others are reported as information");
    U_7 "U-7"
        t("地域包括支援センターなどの種類コード", "service types of community centres and the like"),
        t("46／AF／その他", "46 / AF / another"),
        t("どれも誤りとしません", "none is an error");
}
