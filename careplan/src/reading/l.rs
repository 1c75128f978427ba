//! Ambiguous points, by the No. of the list of readings.

use super::{Reading, t};

entries! {
    L_1 "L-1"
        t("UPPLAN・UPJSK の No.7・No.8 のどちらが必須か確定できない", "which of No.7 and No.8 of UPPLAN and UPJSK is required is not settled"),
        t("No.7 が必須／No.8 が必須", "No.7 / No.8"),
        t("担当者名か単位数を空にする送信側", "senders who leave the planner or the units empty"),
        t("どちらが空でも誤りとしません。両方入れておくと安全です", "neither empty is an error; filling both is safe");
    L_2 "L-2"
        t("明細判別コードの項目長が読めない", "the length of the detail number cannot be read"),
        t("2桁／その他", "two / another"),
        t("3桁以上を使う送信側", "senders who use more than two digits"),
        t("長さは確かめません", "its length is not judged");
    L_3 "L-3"
        t("前月までの利用日数の項目長が2桁か5桁か", "whether days before the month have two digits or five"),
        t("2桁（表）／5桁（履歴）", "two (table) / five (history)"),
        t("累計の日数を入れる送信側", "senders who write accumulated days"),
        t("5桁まで情報にとどめます", "up to five digits it is information");
    L_4 "L-4"
        t("補足情報の氏名・性別・生年月日が必須か", "whether names, sex and birth date of the supplement are required"),
        t("No.5〜8 が必須／どれかが任意", "No.5 to 8 are required / one is not"),
        t("生年月日などを空にする送信側", "senders who leave the birth date empty"),
        t("必須と読み、空は警告にとどめます", "required; empty is a warning");
    L_5 "L-5"
        t("9999999999 の固定値が UPSIKYU No.34 か No.35 か", "whether the fixed 9999999999 belongs to UPSIKYU No.34 or No.35"),
        t("No.34／No.35", "No.34 / No.35"),
        t("もう片方に固定値を入れる送信側", "senders who write it into the other one"),
        t("No.34 と読みます（R128）。No.35 の値については何も指摘しません", "No.34 (R128); nothing is said of what No.35 holds");
    L_6 "L-6"
        t("UPYOBO_SUB の課題ＮＯなどを引用符で囲むか", "whether the numbers of UPYOBO_SUB are quoted"),
        t("囲む（書式がフリーテキスト）／囲まない（実体は連番）", "quoted (format is free text) / bare (they are numbers)"),
        t("片方しか読めない取込側", "receivers that read one of the two"),
        t("どちらも受けます", "both are accepted");
    L_7 "L-7"
        t("書式欄が空白の項目がある", "some fields have no format"),
        t("名称から推定した書式／どんな値でもよい", "the format their names suggest / anything"),
        t("電話番号などを独自の形で書く送信側", "senders with forms of their own"),
        t("推定した書式で確かめます", "judged by the format that the name suggests");
    L_8 "L-8"
        t("UPSIKYU No.10・11 の「No.19」が指す項目", "which field “No.19” in UPSIKYU No.10 and 11 means"),
        t("No.9（サービスコード）／No.19", "No.9, the service code / No.19"),
        t("参照を文字どおりに実装した側", "who took the reference to the letter"),
        t("No.9 と読みます", "No.9");
    L_9 "L-9"
        t("「17／67」の意味と、2つの用具コードの両方を入れてよいか", "what “17 or 67” means, and whether both equipment codes may be given"),
        t("コードの先頭2桁・どちらか片方／両方でもよい", "the first two characters, one code / both"),
        t("両方が空の行を送る側、両方を見て迷う側", "who sends neither, and who reads both"),
        t("両方が空は警告、両方は許し、他のサービスでは情報とします", "neither is a warning, both are fine, elsewhere it is information");
    L_10 "L-10"
        t("限度額の在りかの注記が「利用者基本情報の No.18」", "a note finds the limit in “No.18 of the basic information”"),
        t("補足情報 No.19／基本情報 No.18", "No.19 of the supplement / No.18 of the basic information"),
        t("注記のとおりに読む取込側", "receivers that follow the note"),
        t("補足情報の No.19", "No.19 of the supplement");
    L_11 "L-11"
        t("家族構成の画像名の項番が 57 か 62 か", "whether the picture is named in No.57 or No.62"),
        t("62（レイアウト）／57（例）", "62 (layout) / 57 (example)"),
        t("57 番に画像名を書く送信側", "senders who write it into No.57"),
        t("No.62 と読みます", "No.62");
    L_12 "L-12"
        t("現況の注記にある「本人の現況（状況補足）」がどの項目か", "which field “more about the present state” means"),
        t("No.13／別の項目", "No.13 / another"),
        t("現況 02 で No.13 を空にする送信側", "senders of 02 with an empty No.13"),
        t("No.13 と読み、02 で空なら誤りとします", "No.13; empty with 02 is an error");
    L_13 "L-13"
        t("「サービス利用票に紐づく利用者基本情報」が指すもの", "what is tied to the use table"),
        t("利用者補足情報／利用者基本情報", "the supplement / the basic information"),
        t("組に基本情報を加える送信側", "senders who add the basic information"),
        t("利用者補足情報と読みます", "the supplement");
    L_14 "L-14"
        t("第1表の削除で第3表も消えるか", "whether sheet 3 goes with sheet 1"),
        t("消える（本文）／第2表だけ（レイアウト）", "it does (text) / sheet 2 alone (layout)"),
        t("古い週間表が残る取込側", "receivers that keep an old week"),
        t("第3表も連動すると読みます", "it goes too");
    L_15 "L-15"
        t("UP2KYO No.5 の名称が配置例と違う", "UP2KYO No.5 has another name in the example"),
        t("作成（変更）日／最新作成日", "day of making or change / latest day"),
        t("最新の日だけを書く送信側", "senders who write the latest day only"),
        t("作成（変更）日と読みます", "the day of making or change");
    L_16 "L-16"
        t("認定有効「期限」開始日と「期間」終了日", "two words for one period"),
        t("同じ期間の開始と終了／別のもの", "both ends of one period / two things"),
        t("項目名で突き合わせる実装", "software that matches by name"),
        t("同じ期間の両端と読みます", "both ends of one period");
    L_17 "L-17"
        t("「種類支給限基準超単位数」の脱字", "a missing letter in the name of UPSIKYU No.19"),
        t("種類支給限度基準超単位数／別の項目", "units beyond the limit of the type / another"),
        t("項目名で突き合わせる実装", "software that matches by name"),
        t("種類支給限度基準超単位数と読みます", "units beyond the limit of the type");
    L_18 "L-18"
        t("折返しで名称の一部が消えた項目", "names of fields that lost a part"),
        t("補った名称／抽出のまま", "the name made whole / as extracted"),
        t("項目名を見出しに使う実装", "software that uses names as headings"),
        t("補った名称を示します。検査は番号で行います", "shown whole; rules go by No.");
    L_19 "L-19"
        t("UPJSK・DLTJSK の例の番号と種類の並び", "the order of numbers and types in the UPJSK and DLTJSK examples"),
        t("種類も入れ替える／例のまま", "types swapped too / as in the example"),
        t("種類コードで振り分ける側", "who sorts by type"),
        t("規約どおり。例の形は情報とします", "as in the rule; the example is information");
    L_20 "L-20"
        t("本文の例の名称が UPKIHON_000000_…", "the text names a file UPKIHON_000000_…"),
        t("年月部なし（規約）／000000（例）", "no year-month (rule) / 000000 (example)"),
        t("名称を「_」で区切った位置で読む取込側", "receivers that read names by position"),
        t("年月部なし。000000 は情報とします", "no year-month; 000000 is information");
    L_21 "L-21"
        t("本文の例の事業所番号が9桁", "office numbers of nine digits in the text"),
        t("10桁／9桁", "ten / nine"),
        t("例を雛形にした送信側", "senders who took the example for a pattern"),
        t("10桁。名称の9桁は情報とします", "ten; nine in a name are information");
    L_22 "L-22"
        t("本文の例の連番が15桁", "serials of fifteen digits in the text"),
        t("14桁／15桁", "fourteen / fifteen"),
        t("連番の順に取り込む側", "receivers that order by serial"),
        t("14桁。15桁は情報とします", "fourteen; fifteen are information");
    L_23 "L-23"
        t("拡張子の大文字・小文字", "the case of the extension"),
        t(".CSV・.jpg（規約）／.csv・.JPG（実装・例）", ".CSV and .jpg (rule) / .csv and .JPG (seen)"),
        t("大文字・小文字を区別する取込側", "receivers that tell cases apart"),
        t("出力は .CSV・.jpg、取込は区別しない", "write .CSV and .jpg, read either");
    L_24 "L-24"
        t("介護予防の名称に入れる種類コード", "the service types in names of preventive files"),
        t("46・AF など／例の 43・11", "46, AF and the like / 43 and 11 as in the example"),
        t("種類コードで振り分ける側", "who sorts by type"),
        t("どれも誤りとしません", "none is an error");
    L_25 "L-25"
        t("「提供年月」と「対象年月」", "two words for the month"),
        t("同じもの／別のもの", "the same / two things"),
        t("補足情報の名称と項目を別の月にする送信側", "senders whose supplement bears two months"),
        t("同じものと読みます", "the same");
    L_26 "L-26"
        t("例の相談日・計画作成(変更)日が6桁", "the examples show consultation and plan dates of six digits"),
        t("YYYYMMDD（書式）／YYYYMM（例）", "YYYYMMDD (format) / YYYYMM (examples)"),
        t("例を雛形にした送信側", "senders who took the example for a pattern"),
        t("書式の8桁。6桁の年月は情報として示します", "eight digits as in the format; a month of six is reported as information");
    L_27 "L-27"
        t("例の CSVバージョンが 202404・201910", "versions 202404 and 201910 in the examples"),
        t("202407／例の値", "202407 / as in the examples"),
        t("例の値をそのまま出す送信側", "senders who copied the example"),
        t("202407 と読みます", "202407");
    L_28 "L-28"
        t("同じ月から適用される 202504 と 202407", "202504 and 202407 apply from the same month"),
        t("202407 だけ／202504 も", "202407 only / 202504 too"),
        t("4.0版のまま出す送信側、版で拒否する取込側", "senders of version 4.0, and receivers that refuse it"),
        t("202407。202504 は警告、適用前の月の 202407 は情報とします", "202407; 202504 is a warning, 202407 for earlier months information");
    L_29 "L-29"
        t("例の被保険者番号が9桁", "insured numbers of nine digits in the examples"),
        t("10桁／9桁", "ten / nine"),
        t("前ゼロを落とす送信側", "senders who drop zeros"),
        t("10桁と読みます", "ten");
    L_30 "L-30"
        t("第2表の配置例で、対象外の保険対象区分が空", "an empty mark for services outside the insurance in the example of sheet 2"),
        t("N を出す／空でもよい", "N / empty"),
        t("空を「不明」と読む取込側", "receivers that take empty for unknown"),
        t("どちらも誤りとしません", "neither is an error");
    L_31 "L-31"
        t("第3表の曜日・時刻の形（24時以降、9999）と、1行に入れる区分", "the form of days and times in sheet 3 (past 24:00, 9999), and the groups of a row"),
        t("コード値と HHMM・1行に1区分／24時以降や 9999 も・混ぜてもよい", "codes and HHMM, one group in a row / past 24:00 and 9999 too, or mixed"),
        t("翌朝までを1日とする送信側、1行に複数の区分を書く送信側", "senders whose week runs into the next morning, or who fill several groups of a row"),
        t("24時以降・9999・区分の混在・片方だけの時刻は、情報として示します", "times past 24:00, 9999, mixed groups and half times are reported as information");
    L_32 "L-32"
        t("別表1の「時間」と別表2の「年月日」の形", "the form of times and dates in the tables of the basic information"),
        t("自由文（6:00、H12年10月）／HHMM・YYYYMMDD", "free text (6:00, H12年10月) / HHMM and YYYYMMDD"),
        t("日付や時刻として読む取込側", "receivers that read them as times and dates"),
        t("自由文として受け、形を確かめません", "free text; its form is not judged");
    L_33 "L-33"
        t("TAISコード・福祉用具届出コードの体系", "the exact shape of TAIS and notification codes"),
        t("5桁-6桁の数字／英字を含む12字以内", "five and six digits / up to twelve characters with letters"),
        t("届出コードに英字を使う送信側", "senders whose codes hold letters"),
        t("半角英数字とハイフンの12字以内なら誤りとしません", "up to twelve half-width letters, digits and hyphens are no error");
    L_34 "L-34"
        t("「必須」と「必要」の違い", "the difference between “required” and “needed”"),
        t("必要も必須と同じ／空でもよい", "the same / may be empty"),
        t("委託の有無を空にする送信側", "senders who leave the commission empty"),
        t("必要だけの項目は空でも誤りとしません", "empty is no error where it is only needed");
    L_35 "L-35"
        t("明細判別コードを 67 に使えるか、使わなくてよいか", "whether 67 may have detail numbers, and whether they may be left out"),
        t("17 だけ／67 も、必要なときだけ", "17 only / 67 too, where needed"),
        t("同じ用具を番号なしで複数送る側", "who sends equal items without numbers"),
        t("17 以外の番号と、番号の無い同じ行は情報とします", "numbers elsewhere and equal rows without one are information");
    L_36 "L-36"
        t("共生型の減算の負号を桁数に数えるか", "whether a minus sign counts towards the length"),
        t("数える／数えない", "counted / not counted"),
        t("6桁の負の単位数を送る側", "who sends six digits and a sign"),
        t("負号を除いて数えます", "not counted");
    L_37 "L-37"
        t("小計・全合計の行の No.7・16・17 以降の値", "what stands in No.7, 16, 17 and behind on rows of sums"),
        t("小計だけに金額／明細にも、回数は0か空など", "amounts on sums only / on details too, counts 0 or empty"),
        t("小計の形を決めて読む取込側", "receivers that expect one form"),
        t("どの形も受け、分かる範囲で検算します", "every form is accepted, and reckoned where it can be");
    L_38 "L-38"
        t("割引後率・給付率の単位", "the unit of discount and benefit rates"),
        t("百分率／残す率か引く率か", "per cent / what is left or what is taken off"),
        t("引く率を書く送信側", "senders who write what is taken off"),
        t("百分率。割引はどちらの意味でも誤りとしません", "per cent; a discount may mean either");
    L_39 "L-39"
        t("給付管理単位数を入れるか空にするか", "whether managed units are given or left empty"),
        t("値を入れる／空", "given / empty"),
        t("空を0と読む取込側", "receivers that take empty for zero"),
        t("どちらも誤りとせず、検算もしません", "neither is an error, and they are not reckoned");
    L_40 "L-40"
        t("31日に満たない月の日割対象日の余り", "the places behind the last day in prorated days"),
        t("0／定めなし", "zeros / not settled"),
        t("余りを1で埋める送信側", "senders who fill them with ones"),
        t("0 と読み、1 は警告とします", "zeros; ones are a warning");
    L_41 "L-41"
        t("時刻の範囲（24:00、日跨ぎ）", "the range of times (24:00, past midnight)"),
        t("0000〜2359／2400 を含む、終了が先でもよい", "0000–2359 / 2400 too, ends before starts"),
        t("夜間のサービスを送る側", "who sends services of the night"),
        t("2400 と日跨ぎは情報として示します", "2400 and passing midnight are reported as information");
    L_42 "L-42"
        t("住所地特例の保険者番号", "the insurer number of people insured elsewhere"),
        t("送信値のまま／施設のある市町村", "as sent / the municipality of the home"),
        t("受け取った後に手で直す事業所", "offices that mend it by hand"),
        t("送信値のまま。値は確かめません", "as sent; not judged");
    L_43 "L-43"
        t("要介護度の3つの体系", "three tables of care levels"),
        t("表ごとのコード／共通のコード", "each table its own / one for all"),
        t("基本情報と第1表で同じコードを使う側", "who uses one table for all"),
        t("表ごとのコードで確かめます", "each table its own");
    L_44 "L-44"
        t("CSV の基本的な書き方", "how CSV is written"),
        t("自由文だけ囲む／必要なときだけ／すべて", "free text in quotes / where needed / everything"),
        t("決まった書き方だけを読む取込側", "receivers that read one way only"),
        t("自由文を囲みます。読めるものは誤りとしません", "free text in quotes; what can be read is no error");
    L_45 "L-45"
        t("識別子に値を入れてよいか", "whether the unused identifier may hold a value"),
        t("空／値があれば無視", "empty / ignored"),
        t("値を意味のあるものと読む取込側", "receivers that give it a meaning"),
        t("空を出し、値があっても無視します", "write it empty, ignore what is there");
}
