//! わざと壊したソフトウェアの表：名前、見本の言語、何をするか、どの事例がどの判定で捕まえるか。
//! The table of softwares that are broken on purpose: name, language of the sample, what it does, and
//! which case catches it with which verdict. It is the one declaration; the code goes by the names.

use careplan::text::Text;
use conformance::suite::verdict::Verdict;

/// The sample that is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sample {
    Python,
    TypeScript,
    Rust,
}

/// One software.
#[derive(Debug)]
pub(crate) struct Mutant {
    pub(crate) id: &'static str,
    pub(crate) sample: Sample,
    pub(crate) what: Text,
    /// Cases that catch it. Where no verdict stands the software is found before the first case: it
    /// does not come up (exit 2).
    pub(crate) caught: &'static [(&'static str, Option<Verdict>)],
}

macro_rules! mutants {
    ($($sample:ident $id:literal $ja:literal $en:literal [$($case:literal $verdict:ident)+];)*) => {
        /// All of them.
        pub(crate) static MUTANTS: &[Mutant] = &[$(Mutant {
            id: $id,
            sample: Sample::$sample,
            what: Text::new($ja, $en),
            caught: &[$(($case, mutants!(@$verdict))),+],
        }),*];
    };
    (@Unready) => { None };
    (@$verdict:ident) => { Some(Verdict::$verdict) };
}

mutants! {
    // Characters.
    Python "bom-kept" "BOM 付き UTF-8 を受け入れ、BOM を値に残す" "takes UTF-8 with a BOM and keeps the BOM in a value" ["refuse/enc_utf8_bom" Fail];
    Python "utf8-welcome" "UTF-8 を黙って受け入れる" "takes UTF-8 without a word" ["refuse/enc_utf8" Fail];
    Python "gaiji-replaced" "外字を〓にして取り込む" "takes 外字 as 〓" ["refuse/enc_gaiji" Fail];
    Python "nec-selected-refused" "NEC選定IBM拡張文字を断る" "refuses codes of the NEC selection" ["variant/nec-twins/d1_basic-11" Fail];
    Python "ibm-twins-lost" "IBM拡張文字の符号を〓にする" "makes codes of the IBM extensions 〓" ["variant/ibm-twins/d1_basic-11" SilentLoss];
    Python "backslash-trail-lost" "2バイト目が 5C の文字を失う" "loses characters with a trail byte 5C" ["variant/text-5c/d1_basic-11" Fail];
    Python "takahashi-replaced" "髙を高にする" "makes 髙 高" ["variant/text-ibm/d1_basic-11" SilentLoss];
    Python "takahashi-told" "髙を高にし、そう知らせる" "makes 髙 高 and tells so" ["variant/text-ibm/d1_basic-11" Fail];
    Python "unified-by-nfc" "Unicode の正規化（NFC）で別の字にする" "lets NFC make other characters" ["variant/text-ibm/d1_basic-11" SilentLoss];
    Python "half-kana-widened" "半角カナを全角にする" "widens half-width kana" ["variant/text-half-kana/d1_basic-11" Fail];
    Python "circled-digits-opened" "丸数字を数字にする" "makes circled digits plain ones" ["variant/text-row-13/d1_basic-11" Fail];
    // Lines and quotes.
    Python "header-as-record" "見出し行をレコードとして取り込む" "takes a header row for a record" ["open/csv_header_row" Fail];
    Python "first-row-taken-for-header" "1行目を見出しとみなして読まない" "takes the first row for a header" ["read/d2_basic-21" SilentLoss "read/d7_itaku-71" SilentLoss];
    Python "last-row-without-line-end-lost" "改行で終わらない最終行を失う" "loses a last row without line end" ["variant/no-last-line-end/d7_itaku-71" SilentLoss];
    Python "file-ends-at-lf" "LF の改行で1件目しか読まない" "reads one record where lines end with LF" ["variant/lf/d7_itaku-71" SilentLoss];
    Python "quotes-not-unescaped" "\"\" を元に戻さない" "leaves doubled quotes doubled" ["variant/text-marks/d1_basic-11" Fail];
    Python "quotes-dropped" "文中の引用符を失う" "loses quotes inside text" ["variant/text-marks/d1_basic-11" Fail];
    Python "surplus-fields-ignored" "余分な項目を黙って捨てる" "drops surplus fields without a word" ["refuse/csv_too_many_columns" Fail "refuse/csv_trailing_comma" Fail];
    Python "blank-line-ends-the-file" "空行から後を読まない" "stops at a blank line" ["refuse/csv_blank_line" Fail];
    Python "line-breaks-lost" "文中の改行を失う" "loses line breaks inside text" ["variant/text-marks/d1_basic-11" Fail];
    Python "line-breaks-to-blanks" "文中の改行を空白にする" "makes line breaks inside text blanks" ["variant/text-marks/d1_basic-11" Fail];
    Python "cut-at-first-line" "文の1行目しか取り込まない" "takes the first line of a text only" ["variant/text-marks/d1_basic-11" SilentLoss];
    Python "commas-to-ideographic" "文中のカンマを読点にする" "makes commas ideographic" ["variant/text-marks/d1_basic-11" SilentLoss];
    // Records.
    Python "rows-skipped" "3件に1件を黙って飛ばす" "skips every third record" ["read/d2_basic-21" SilentLoss "read/d4_full-41" SilentLoss];
    Python "grand-total-dropped" "7表の全合計の行を捨てる" "drops the grand total of sheet 7" ["read/d2_basic-21" SilentLoss];
    Python "subtotal-counted-twice" "7表の小計を2回足す" "counts subtotals of sheet 7 twice" ["read/d2_basic-21" Fail];
    Python "same-day-merged" "同じ日の同じサービスを1件にする" "merges the same service on one day" ["read/d2_equipment-25" SilentLoss];
    Python "empty-goals-dropped" "課題を書かない2表の行を捨てる" "drops rows of sheet 2 that repeat no issue" ["read/d1_basic-11" SilentLoss];
    Python "first-record-twice" "1件目の実績を2回取り込む" "takes the first actual use twice" ["read/d7_itaku-71" Fail];
    Python "start-and-end-swapped" "開始と終了の時刻を取り違える" "swaps start and end" ["read/d2_basic-21" Fail];
    Python "supplement-lost" "利用者補足情報を黙って捨てる" "drops the supplement without a word" ["read/d1_basic-11" SilentLoss "read/d2_basic-21" SilentLoss];
    Python "pictures-lost" "家族構成画像を捨てる" "drops family pictures" ["read/d4_full-41" SilentLoss];
    Python "pictures-blackened" "家族構成画像の中身を失う" "loses what pictures show" ["read/d4_full-41" SilentLoss];
    // Values.
    Python "insured-zeros-lost" "被保険者番号の先頭の 0 を失う" "loses leading zeros of insured numbers" ["read/d1_basic-11" Fail];
    Python "office-zeros-lost" "事業所番号の先頭の 0 を失う" "loses leading zeros of office numbers" ["edge/read/leading-zero" Fail];
    Python "code-as-number" "11E001 を数として読む" "reads 11E001 as a number" ["edge/read/letters-in-code" Fail];
    Python "cut-at-40" "文を40文字で切る" "cuts text at 40 characters" ["variant/text-long/d1_basic-11" SilentLoss];
    Python "cut-and-told" "文を40文字で切り、そう知らせる" "cuts text at 40 characters and tells so" ["variant/text-long/d1_basic-11" Fail];
    Python "cut-at-255" "文を255文字で切る" "cuts text at 255 characters" ["variant/text-long/d1_basic-11" SilentLoss];
    Python "blanks-trimmed" "文の前後の空白を除く" "trims text" ["variant/text-spaces/d1_basic-11" SilentLoss];
    Python "markup-unescaped" "&amp; を & にする" "makes &amp; &" ["variant/text-markup/d1_basic-11" Fail];
    Python "tags-stripped" "タグに見える文字を除く" "strips what looks like tags" ["variant/text-markup/d1_basic-11" Fail];
    Python "backslash-n-obeyed" "\\n という文字を改行にする" "makes the characters \\n a line break" ["variant/text-markup/d1_basic-11" Fail];
    Python "null-word-emptied" "NULL などの言葉を空にする" "empties words such as NULL" ["variant/text-words/d1_basic-11" Fail];
    Python "formula-calculated" "式に見える文字を計算する" "calculates what looks like a formula" ["variant/text-formula/d1_basic-11" Fail];
    Python "sign-lost" "負の単位数の符号を失う" "loses the sign of negative units" ["edge/read/negative-units" Fail];
    Python "empty-made-zero" "空の数を 0 にする" "makes empty numbers 0" ["read/d7_itaku-71" Fail];
    Python "zero-made-empty" "0 を空にする" "makes 0 empty" ["edge/read/zero-units" SilentLoss];
    Python "midnight-emptied" "0時ちょうどを空にする" "empties midnight" ["edge/read/midnight" SilentLoss];
    Python "untimed-made-midnight" "時刻の無いサービスを0時にする" "makes services without time start at midnight" ["edge/read/untimed" Fail];
    Python "24-made-0" "24時を0時にする" "makes 24:00 00:00" ["edge/read/all-week-times" Fail];
    Python "price-rounded" "単位数単価の小数を切り捨てる" "cuts the decimals of prices" ["read/d2_basic-21" Fail];
    Python "leap-day-moved" "うるう日を翌日にする" "moves the leap day" ["edge/read/leap-day" Fail];
    Python "birth-after-1920" "1920年より前の生年月日を百年進める" "takes births before 1920 for later ones" ["edge/read/centenarian" Fail];
    Python "dates-as-numbers" "日付を数にする" "makes dates numbers" ["read/d1_basic-11" Fail];
    Python "field-unsaid" "サービス事業所名を示さない" "says nothing of office names" ["read/d2_basic-21" SilentLoss];
    // Checks.
    Python "nothing-checked" "書式を検査しない" "checks no formats" ["refuse/f_code_sex" Fail "refuse/f_bits_28" Fail];
    Python "codes-unchecked" "コード表を見ない" "looks at no code tables" ["refuse/f_code_sex" Fail];
    Python "required-unchecked" "必須の項目を見ない" "does not ask for required fields" ["refuse/f_required_up1kyo" Fail];
    Python "version-unchecked" "CSVバージョンを見ない" "does not look at the version" ["refuse/ver_202208" Fail];
    Python "lengths-unchecked" "項目長を見ない" "does not look at lengths" ["refuse/f_phone_too_long" Fail];
    Python "incomplete-set-accepted" "足りない組を取り込む" "takes sets that are not whole" ["refuse/s_no_upsikyu" Fail "refuse/s_no_up2kyo" Fail];
    Python "missing-picture-accepted" "画像の無い組を取り込む" "takes a set without its picture" ["refuse/s_picture_missing" Fail];
    Python "untimed-refused" "時刻 9999 を断る" "refuses 9999 for a time" ["edge/read/untimed" Fail];
    Python "negative-refused" "負の単位数を断る" "refuses negative units" ["edge/read/negative-units" Fail];
    Python "letters-refused" "英字を含む事業所番号を断る" "refuses office numbers with letters" ["read/d7_itaku-71" Fail];
    Python "long-text-refused" "千字を超える文を断る" "refuses more than a thousand characters" ["variant/text-long/d1_basic-11" Fail];
    Python "half-taken" "誤りのある組から、読めるファイルだけ取り込む" "takes the readable half of a wrong set" ["refuse/f_code_sex" Fail];
    // Order, replacement, deletion.
    Python "order-of-arrival" "連番の順でなく届いた順に取り込む" "takes units in the order of arrival" ["order/dlt1kyo-between/d1_basic-11" SilentLoss "order/deletions-1" Fail];
    Python "replacement-appended" "置き換えずに足す" "appends instead of replacing" ["replace/d1_basic-11" Fail "replace/d7_itaku-71" Fail];
    Python "replacement-ignored" "同じキーの新しいものを捨てる" "keeps the older of two" ["replace/d1_basic-11" SilentLoss];
    Python "old-rows-shine-through" "置き換えのあと、古い余りの行が残る" "leaves surplus rows of the older sheet" ["replace/d7_itaku-71" Fail];
    Python "replacement-of-all-months" "同じ人のほかの月も置き換える" "replaces the person's other months too" ["read/late-month-1" SilentLoss];
    Python "replacement-of-other-offices" "ほかの事業所の実績も置き換える" "replaces actual use of other offices too" ["read/preventive-itaku-actual-1" SilentLoss];
    Python "deletion-ignored" "削除を無視する" "ignores deletions" ["delete/dlt1kyo/d1_basic-11" Fail "delete/dltplan/d2_basic-21" Fail];
    Python "cascade-forgets-sheets-2-3" "1表の削除で2表・3表を残す" "leaves sheets 2 and 3 when sheet 1 is deleted" ["delete/dlt1kyo/d1_basic-11" Fail];
    Python "cascade-forgets-sheet-3" "1表の削除で3表を残す" "leaves sheet 3 when sheet 1 is deleted" ["delete/dlt1kyo/d1_basic-11" Fail];
    Python "cascade-forgets-sheet-7" "6表の削除で7表を残す" "leaves sheet 7 when sheet 6 is deleted" ["delete/dltplan/d2_basic-21" Fail];
    Python "cascade-forgets-tables" "基本情報の削除で別表を残す" "leaves the tables when basic information is deleted" ["delete/dltkihon/d4_full-41" Fail];
    Python "cascade-forgets-pictures" "基本情報の削除で画像を残す" "leaves the pictures when basic information is deleted" ["delete/dltkihon/d4_full-41" Fail];
    Python "cascade-forgets-plan-table" "支援計画書の削除で別表を残す" "leaves the table when a preventive plan is deleted" ["delete/dltyobo/d5_itaku_in-51" Fail];
    Python "deletes-every-service" "実績の削除で、ほかのサービス種類の分も消す" "deletes actual use of other services too" ["delete/dltjsk/preventive-itaku-actual-1" SilentLoss "delete/dltjsk/shared-number-1.3" SilentLoss];
    Python "deletes-every-person" "削除で、ほかの人の分も消す" "deletes what is of other people" ["delete/dltplan/zero-actual-one-1" SilentLoss];
    Python "deletes-all-of-the-person" "1つの削除で、その人の分をすべて消す" "deletes all of the person" ["delete/dltplan/late-month-1" SilentLoss];
    Python "deletion-of-what-comes-first" "無いものの削除で、ほかのものを消す" "deletes something else where the key is not held" ["delete/dltplan-other/d2_basic-21" SilentLoss];
    Python "reset-ignored" "忘れるように言われても忘れない" "does not forget when it is told to" ["read/d1_basic-11" Fail];
    // Receipts.
    Python "receipt-missing" "受領の明細を返さない" "gives no receipt" ["read/d2_basic-21" SilentLoss];
    Python "receipt-counts-one-too-many" "読んだ件数が1件多い" "counts one record too many" ["read/d2_basic-21" SilentLoss];
    Python "receipt-counts-replaced-twice" "置き換えを2回数える" "counts what is replaced twice" ["replace/d2_basic-21" SilentLoss];
    Python "receipt-leaves-imports-out" "取り込んだ件数を 0 とする" "says that nothing was imported" ["read/d2_basic-21" SilentLoss];
    Python "receipt-inflated" "釣り合うように1件水増しする" "inflates both sides of the receipt" ["read/d2_basic-21" Fail];
    Python "receipt-of-nothing" "すべて 0 の明細を返す" "gives a receipt of zeros" ["read/d2_basic-21" SilentLoss];
    Python "receipt-all-ignored" "すべて対象外とする" "says that all was left out" ["read/d2_basic-21" Fail];
    Python "receipt-hides-refusals" "断ったことを明細に書かない" "hides refusals" ["refuse/s_no_upsikyu" SilentLoss];
    Python "receipt-turns-refusals-into-imports" "断ったものを取り込んだことにする" "says that what was refused was imported" ["refuse/f_code_sex" Fail];
    Python "holds-nothing" "明細では取り込み、何も保持しない" "tells of imports and holds nothing" ["read/d2_basic-21" SilentLoss];
    Python "holds-only-the-last" "種類ごとに最後の1件だけ保持する" "holds the last record of each kind" ["read/d2_basic-21" SilentLoss];
    // Writing: files.
    Python "writes-utf8" "UTF-8 で書く" "writes UTF-8" ["write/d2_basic-21" Fail];
    Python "writes-utf8-with-bom" "BOM 付き UTF-8 で書く" "writes UTF-8 with a BOM" ["write/d2_basic-21" Fail];
    Python "writes-utf16" "UTF-16 で書く" "writes UTF-16" ["write/d2_basic-21" Fail];
    Python "writes-euc" "EUC-JP で書く" "writes EUC-JP" ["write/d2_basic-21" Fail];
    Python "writes-old-version" "CSVバージョンに 202208 を書く" "writes version 202208" ["write/d2_basic-21" Fail];
    Python "writes-trailing-comma" "レコードの終わりにカンマを書く" "writes a comma behind each record" ["write/d2_basic-21" Fail];
    Python "writes-no-line-ends" "レコードの間の改行を書かない" "writes no line ends between records" ["write/d2_basic-21" Fail];
    Python "writes-lf-cr" "改行を LF CR で書く" "ends lines with LF CR" ["write/d2_basic-21" Fail];
    Python "writes-blank-lines" "レコードの間に空行を書く" "writes blank lines between records" ["write/d2_basic-21" Fail];
    Python "writes-empty-files" "空のファイルを書く" "writes empty files" ["write/d2_basic-21" Fail];
    Python "writes-tabs" "カンマの代わりにタブを書く" "writes tabs for commas" ["write/d2_basic-21" Fail];
    Python "writes-last-record-twice" "最後のレコードを2回書く" "writes the last record twice" ["write/d2_basic-21" Fail];
    Python "drops-last-record" "最後のレコードを書かない" "leaves the last record out" ["write/d2_basic-21" Fail];
    Python "writes-one-field-less" "最後の項目を書かない" "leaves the last field out" ["write/d2_basic-21" Fail];
    Python "writes-names-in-lower-case" "ファイル名を小文字で書く" "writes names in lower case" ["write/d2_basic-21" Fail];
    Python "writes-names-of-v3" "サービス種類の無い名称を書く（V3）" "writes names of V3" ["write/d2_basic-21" Fail];
    Python "writes-names-of-copies" "名称に (1) が付く" "writes names with (1)" ["write/d2_basic-21" Fail];
    Python "writes-serial-of-8-digits" "連番を日付だけにする" "writes serials of a day only" ["write/d2_basic-21" Fail];
    Python "writes-serial-per-file" "ファイルごとに違う連番を付ける" "gives each file a serial of its own" ["write/d2_basic-21" Fail];
    Python "writes-month-of-another" "名称に別の年月を書く" "writes another month into names" ["write/d2_basic-21" Fail];
    Python "swaps-sender-and-receiver" "送信元と送信先を取り違える" "swaps sender and receiver" ["write/d2_basic-21" Fail];
    Python "leaves-supplement-out" "利用者補足情報を書かない" "leaves the supplement out" ["write/d1_basic-11" Fail "write/d2_basic-21" Fail];
    Python "leaves-sheet-3-out" "3表を書かない" "leaves sheet 3 out" ["write/d1_basic-11" Fail];
    Python "leaves-pictures-out" "家族構成画像を書かない" "leaves pictures out" ["write/d4_full-41" Fail];
    Python "writes-pictures-as-png" "画像を PNG で書く" "writes pictures as PNG" ["write/d4_full-41" Fail];
    Python "names-a-file-unwritten" "書いていないファイルを書いたと答える" "names a file that it did not write" ["write/d2_basic-21" Fail];
    Python "writes-a-file-unnamed" "書いたファイルの1つを知らせない" "does not name a file that it wrote" ["write/d2_basic-21" Fail];
    Python "writes-nothing" "何も書かない" "writes nothing" ["write/d2_basic-21" Fail];
    // Writing: values.
    Python "writes-zeros-away" "番号の先頭の 0 を書かない" "writes numbers without leading zeros" ["write/d2_basic-21" Fail];
    Python "writes-empty-as-zero" "空の数を 0 と書く" "writes empty numbers as 0" ["write/d2_basic-21" Fail];
    Python "writes-dates-with-slashes" "日付を / で区切って書く" "writes dates with slashes" ["write/d2_basic-21" Fail];
    Python "writes-times-with-colons" "時刻を : で区切って書く" "writes times with colons" ["write/d2_basic-21" Fail];
    Python "writes-codes-as-numbers" "11E001 を数として書く" "writes 11E001 as a number" ["edge/write/letters-in-code" Fail];
    Python "writes-text-cut" "文を40文字で切って書く" "writes 40 characters of a text" ["write/text-long/d1_basic-11" Fail];
    Python "writes-line-breaks-away" "文中の改行を書かない" "writes text without its line breaks" ["write/text-marks/d1_basic-11" Fail];
    Python "writes-without-quotes" "自由文を囲まずに書く" "writes text without quotes" ["write/text-marks/d1_basic-11" Fail];
    Python "writes-quotes-undoubled" "文中の引用符を重ねずに書く" "writes quotes undoubled" ["write/text-marks/d1_basic-11" Fail];
    Python "writes-references" "MS932 に無い文字を &#…; と書く" "writes &#…; for what MS932 does not have" ["write/outside-ms932/d1_basic-11" Fail];
    Python "crash-outside-ms932" "MS932 に無い文字で落ちる" "ends at what MS932 does not have" ["write/outside-ms932/d1_basic-11" Crash];
    // Roles and functions.
    Python "relays-less" "受け取ったものの一部だけを次へ渡す" "passes only a part on" ["relay/d7_itaku-71" Fail];
    Python "cannot-relay" "受け取ったものを次へ渡す機能が無い" "has no function to pass on" ["relay/d7_itaku-71" NotImplemented];
    Python "cannot-export" "書き出しの機能が無い" "has no function to write" ["write/d2_basic-21" NotImplemented];
    Python "centre-cannot-import" "地域包括支援センターの取り込みが無い" "takes nothing as a centre" ["duty/R83/import/houkatsu" NotImplemented];
    Python "office-refuses-commission" "委託された支援計画書を断る" "refuses a preventive plan on commission" ["read/d5_itaku_in-51" Fail "duty/R83/import/kyotaku" Fail];
    // The protocol and the process.
    Python "garbage-on-stdout" "標準出力に JSON でない行を書く" "writes a line that is no JSON" ["read/d2_basic-21" Crash];
    Python "log-line-at-hello" "hello の前に記録の行を書く" "writes a log line before hello" ["read/d2_basic-21" Unready];
    Python "wrong-id" "答えの id が違う" "answers with another id" ["read/d2_basic-21" Crash];
    Python "wrong-schema" "答えの schema が違う" "answers with another schema" ["read/d2_basic-21" Crash];
    Python "answers-twice" "2回答える" "answers twice" ["replace/d2_basic-21" Crash];
    Python "answers-another-request" "別の要求の答えを返す" "answers another request" ["read/d2_basic-21" Crash];
    Python "answer-cut-off" "答えが途中で切れる" "cuts its answer off" ["read/d2_basic-21" Crash];
    Python "unknown-field" "知らない項目名で答える" "answers with a field that is none" ["read/d2_basic-21" Crash];
    Python "adapter-fails" "アダプターが失敗したと答える" "says that the adapter failed" ["read/d2_basic-21" CouldNotJudge];
    Python "crash-at-hello" "hello で落ちる" "ends at hello" ["read/d2_basic-21" Unready];
    Python "crash-at-import" "取り込みで落ちる" "ends at an import" ["read/d2_basic-21" Crash];
    Python "crash-at-export" "書き出しで落ちる" "ends at an export" ["write/d2_basic-21" Crash];
    Python "crash-on-big-files" "大きなファイルで落ちる" "ends at big files" ["variant/text-long/d1_basic-11" Crash];
    Python "hang-at-import" "取り込みから戻らない" "does not come back from an import" ["read/d2_basic-21" TimeOut];
    Python "hang-at-export" "書き出しから戻らない" "does not come back from an export" ["write/d2_basic-21" TimeOut];
    // The other samples.
    TypeScript "ts-insured-zeros-lost" "被保険者番号の先頭の 0 を失う" "loses leading zeros of insured numbers" ["read/d1_basic-11" Fail];
    TypeScript "ts-cut-at-40" "文を40文字で切る" "cuts text at 40 characters" ["variant/text-long/d1_basic-11" SilentLoss];
    TypeScript "ts-takahashi-replaced" "髙を ? にする" "makes 髙 ?" ["variant/text-ibm/d1_basic-11" SilentLoss];
    TypeScript "ts-rows-skipped" "3件に1件を黙って飛ばす" "skips every third record" ["read/d2_basic-21" SilentLoss];
    TypeScript "ts-quotes-not-unescaped" "\"\" を元に戻さない" "leaves doubled quotes doubled" ["variant/text-marks/d1_basic-11" Fail];
    TypeScript "ts-last-row-lost" "改行で終わらない最終行を失う" "loses a last row without line end" ["variant/no-last-line-end/d7_itaku-71" SilentLoss];
    TypeScript "ts-nothing-checked" "書式を検査しない" "checks no formats" ["refuse/f_code_sex" Fail];
    TypeScript "ts-deletion-ignored" "削除を無視する" "ignores deletions" ["delete/dlt1kyo/d1_basic-11" Fail];
    TypeScript "ts-cascade-forgets-sheet-7" "6表の削除で7表を残す" "leaves sheet 7 when sheet 6 is deleted" ["delete/dltplan/d2_basic-21" Fail];
    TypeScript "ts-receipt-missing" "受領の明細を返さない" "gives no receipt" ["read/d2_basic-21" SilentLoss];
    TypeScript "ts-writes-utf8" "UTF-8 で書く" "writes UTF-8" ["write/d2_basic-21" Fail];
    TypeScript "ts-leaves-supplement-out" "利用者補足情報を書かない" "leaves the supplement out" ["write/d2_basic-21" Fail];
    TypeScript "ts-garbage-on-stdout" "標準出力に JSON でない行を書く" "writes a line that is no JSON" ["read/d2_basic-21" Crash];
    TypeScript "ts-crash-at-export" "書き出しで落ちる" "ends at an export" ["write/d2_basic-21" Crash];
    Rust "rs-nothing-checked" "検査をしない" "checks nothing" ["refuse/f_month_13" Fail];
    Rust "rs-valid-refused" "適合する組を断る" "refuses valid sets" ["read/d2_basic-21" Fail];
    Rust "rs-last-record-lost" "ファイルの最後のレコードを読まない" "does not read the last record of a file" ["read/d2_basic-21" SilentLoss];
    Rust "rs-takahashi-replaced" "髙を高にする" "makes 髙 高" ["variant/text-ibm/d1_basic-11" SilentLoss];
    Rust "rs-crash-on-long-text" "千字の文で落ちる" "ends at a thousand characters" ["variant/text-long/d1_basic-11" Crash];
    Rust "rs-deletes-every-service" "実績を事業所・サービス種類で分けない" "does not tell actual use of services apart" ["read/preventive-itaku-actual-1" SilentLoss];
    Rust "rs-one-month-only" "月や日をキーとして見ない" "does not tell months apart" ["read/late-month-1" SilentLoss];
    Rust "rs-writes-utf8" "UTF-8 で書く" "writes UTF-8" ["write/d2_basic-21" Fail];
    Rust "rs-writes-without-quotes" "自由文を囲まずに書く" "writes text without quotes" ["write/text-marks/d1_basic-11" Fail];
    Rust "rs-writes-lf-cr" "改行を LF CR で書く" "ends lines with LF CR" ["write/d2_basic-21" Fail];
}
