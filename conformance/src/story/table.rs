//! The stories, one row each. An id never changes and is never used again.

use careplan::text::Text;

use super::Story;
use super::tales::{care, corrections, month, offices, preventive};

macro_rules! stories {
    ($($id:literal [$($pattern:literal)*] [$($edge:literal)*] $rule:literal [$($info:literal)*] $tell:path,
        $ja:literal, $en:literal, $note_ja:literal, $note_en:literal;)*) => {
        /// All of them.
        pub static STORIES: &[Story] = &[$(Story {
            id: $id,
            title: Text::new($ja, $en),
            patterns: &[$($pattern),*],
            edges: &[$($edge),*],
            rule: $rule,
            note: Text::new($note_ja, $note_en),
            information: &[$($info),*],
            tell: $tell,
        }),*];
    };
}

stories! {
    "kyotaku-plan" ["D1"] ["freetext" "encoding"] "R53①・R59・R61・R110・R112" [] care::plan,
        "居宅サービス計画書（1〜3表と補足情報）", "care plan: sheets 1 to 3 with the supplement",
        "自由文にはカンマ・改行・引用符・5C文字・機種依存文字・半角カナが現れる。申請中の人がいることもある。",
        "Free text holds commas, line breaks, quotes, 5C bytes, NEC and IBM characters and half-width kana.";
    "kyotaku-month" ["D2"] ["multi_office"] "R53②・R60・R122〜R124" [] care::month,
        "予定の組（6表・7表・補足情報）", "the planned month: sheets 6 and 7 with the supplement",
        "送信先と関係のない事業所の行も入る（R49）。", "The rows of other offices stand beside those of the receiver (R49).";
    "kyotaku-actual" ["D3"] [] "R54①・R103" [] care::actual,
        "実績（予定のうち1回は中止）", "actual use, one planned visit missed",
        "事業所が自分の分だけを送る。", "The office sends its own rows only.";
    "kyotaku-full" ["D1" "D2" "D3"] ["sequence"] "R53・R54・R57・R94" [] care::full,
        "計画書・予定・実績を3つの連番で", "plan, month and actual use under three serials",
        "同じ利用者・同じ事業所の1か月。実績は予定より1回少ない。",
        "One month of the same people and office; one visit was missed.";
    "multi-office-month" ["D2"] ["multi_office" "equipment"] "R49・R52" [] care::multi_office,
        "1人の予定を3つの事業所へ", "the month of one user, to three offices",
        "どの事業所へも全事業所の行を送る。連番は送信先ごとに違う。",
        "Each office gets the rows of all; a serial for each receiver.";
    "own-lines-only" ["D1" "D2"] ["own_lines_only"] "R49・relay 52" [] care::own_lines_only,
        "6表・7表に送信先の行だけ（現場の読み）", "sheets 6 and 7 with the receiver's rows only: a reading",
        "計画書には2つ以上の事業所があるが、利用票には送信先の行しかない。本文（R49）とは違う読みで、ファイルだけからは分からない。",
        "The plan names more offices than the month; against R49, but the files alone do not tell.";
    "shared-number" ["D2" "D3"] ["shared_number"] "R43・R46・R49" [] offices::shared_number,
        "1つの番号に2つの種類（訪問介護と通所介護）", "one number, two service types",
        "予定はどちらの組にも全部の行が入り、名称の種類コードだけが違う。実績は種類ごとに1ファイル。",
        "Both planned sets hold all rows and differ in the type of the name; actuals are a file per type.";
    "satellite" ["D2" "D3"] ["satellite"] "R46・R104・R119" [] offices::satellite,
        "サテライト（1つの番号・種類に2つの拠点）", "a satellite: one number and type, two sites",
        "2つの拠点を1ファイルにまとめ、枝番で分ける。", "One file for both sites, told apart by the branch.";
    "equipment" ["D2" "D3"] ["equipment"] "R116〜R118" [] offices::equipment,
        "福祉用具貸与（TAIS、届出コード、明細判別コード）", "equipment rental: both codes, and lines told apart",
        "同じ用具2つは、明細判別コード 1・2 で分ける。", "Two equal things are told apart by 明細判別コード 1 and 2.";
    "alnum-codes" ["D2" "D3"] ["alnum_codes"] "R117・domain 4.1" [] offices::letters_in_codes,
        "英字を含むサービスコード（11B401、11E001）", "service codes with letters",
        "11E001 は表計算ソフトで 110 に化ける形。", "A spreadsheet takes 11E001 for 110.";
    "overrun" ["D2"] ["overrun" "multi_office"] "R125・domain 3.6" [] month::overrun,
        "区分支給限度基準の超過（全額負担あり）", "beyond the monthly limit, paid in full",
        "全額負担分は、超過単位×単価を単独で切り捨てる。", "What is paid in full is floored on its own.";
    "overrun-unseen" ["D2"] ["overrun" "own_lines_only" "message"] "R49・relay 52" ["name/not-exchange"] month::overrun_unseen,
        "限度額の超過が、受け取る事業所に見えない（メッセージで知らせる）", "beyond the limit, unseen by the office that is paid in full: a message says so",
        "送信先の行だけを送る現場の読み。超過した単位数は message.txt だけにある。",
        "Own rows only, a reading of the field; the units beyond stand in message.txt alone.";
    "prorata" ["D6" "D7"] ["prorata"] "R114・R116" [] month::prorata,
        "月の途中からの総合事業（日割）", "総合事業 from within the month, by the day",
        "日割対象日は31桁。7表の回数は日割の日数。", "31 characters of days; the count is their number.";
    "over-30-days" ["D2" "D3"] ["over_30_days"] "R123・domain 3.9" [] month::over_30_days,
        "短期入所の30日超", "a short stay beyond thirty days",
        "前の月から続く入所。31日目からは全額負担で、30日超区分が1。", "It goes on from the month before; the thirty-first day is paid in full.";
    "level-change" ["D2"] ["level_change"] "施行規則68条・domain 2" [] month::level_change,
        "月の途中の区分変更", "the care level changes within the month",
        "変更日からサービスコードが変わる。限度額は重いほうの区分。", "The code changes with the day; the limit is that of the heavier level.";
    "seiho" ["D2"] ["seiho"] "R107" [] month::assistance,
        "生活保護単独（H で始まる番号）", "public assistance alone: a number with H",
        "40〜64歳、給付率100、利用者負担なし。", "Aged 40 to 64, all of it paid.";
    "sogo" ["D6"] ["sogo"] "R12・domain 1.1" [] month::project,
        "総合事業（英字を含む事業所番号、A2・A6）", "総合事業: office numbers with a letter, A2 and A6",
        "月額の包括。6表は利用日ごと、7表は1回。", "Charged once a month: a row for each day in sheet 6, one in sheet 7.";
    "type-limit" ["D2"] ["type_limit"] "R109・別紙 利用者補足情報 No.20〜56" [] month::type_limit,
        "種類支給限度基準額の超過", "beyond the limit of a service type",
        "補足情報の1枠目に種類の限度額。超過分は全額負担。", "The first slot of the supplement holds the limit.";
    "discount" ["D2"] ["discount"] "別紙 第7表 No.13〜15" [] month::discount,
        "割引のある事業所（割引後率・割引後単位数）", "an office that charges less",
        "6表の単位数は割引後。", "Sheet 6 holds the units after the discount.";
    "fixed-copay" ["D6"] ["sogo" "fixed_copay"] "R12・domain 3.4" [] month::fixed_price,
        "総合事業の定額負担（A4）", "総合事業 at a fixed price for the user",
        "利用者負担は定額単価×回数、請求はその残り。", "The user pays the price for each visit, the insurer the rest.";
    "preventive-own" ["D4" "D5" "D6" "D7"] ["image"] "R55・R56・R62・R63・R95" [] preventive::own,
        "予防・委託なし：包括から事業所へ、実績は包括へ", "preventive care by the centre itself",
        "利用者基本情報（別表・画像）と支援計画書（別表）は、1つの連番のことも2つのこともある。",
        "Basic information and plan travel under one serial or two.";
    "preventive-itaku-in" ["D4" "D5"] ["yobo_itaku" "image"] "R55(2)・R96・R99" [] preventive::commissioned_in,
        "予防・委託：包括から居宅へ基本情報と支援計画書", "commissioned: documents from the centre to the office",
        "委託の有無は2。", "委託の有無 is 2.";
    "preventive-itaku-out" ["D4" "D5" "D6"] ["yobo_itaku" "image"] "R96・R97" [] preventive::commissioned_out,
        "予防・委託：居宅から事業所へ基本情報・支援計画書・予定", "commissioned: documents and month to the provider",
        "送信元は居宅（43）。", "The sender is the care manager (43).";
    "preventive-itaku-actual" ["D7"] ["yobo_itaku"] "R98" [] preventive::commissioned_actual,
        "予防・委託：事業所から居宅へ実績", "commissioned: actual use from the providers",
        "事業所ごとに1ファイル。", "A file from each provider.";
    "preventive-itaku-return" ["D6" "D7"] ["yobo_itaku" "multi_office"] "R98・C-1" [] preventive::commissioned_return,
        "予防・委託：居宅から包括へ予定と実績", "commissioned: plan and actual use to the centre",
        "2つの連番で送る。実績の更新業者コードはサービス事業者の番号のまま。",
        "Under two serials; the actuals keep the providers' numbers.";
    "preventive-itaku-full" ["D4" "D5" "D6" "D7"] ["yobo_itaku" "image" "sequence"] "R96・R98・C-1" [] preventive::commissioned_full,
        "予防・委託：包括・居宅・事業所の1か月を通して", "commissioned: a whole month of all three parties",
        "1組の登場人物で、書類と予定が居宅を通って事業所へ、実績が居宅を通って包括へ。",
        "One cast: documents and month go out over the care manager, actuals come back over it.";
    "zero-actual-one" ["D2" "D3"] ["zero_actual" "multi_user"] "R54①・relay 51" [] corrections::nothing_of_one,
        "3人のうち1人は利用なし", "nothing took place for one of three",
        "その人の行が無いだけ。届いていないことと区別できないが、ファイルとしては適合。",
        "The rows are just not there; the file alone cannot tell it from a loss.";
    "zero-actual-all" ["D2" "D3"] ["zero_actual_all" "message"] "R54①・relay 51" ["name/not-exchange"] corrections::nothing_of_all,
        "全員の実績なし（ファイルは作れず、メッセージで知らせる）", "nothing took place for anybody: a message instead of a file",
        "フォルダーには予定の組と message.txt がある。message.txt が実績の代わりで、UPJSK は無い（0件のファイルは作れない）。",
        "The folder holds the planned month and message.txt, which stands for the actuals: there is no UPJSK, for a file without records cannot be made.";
    "resend" ["D2"] ["resend" "sequence"] "R58・R100" ["flow/resend"] corrections::resend,
        "同じ月の送り直し", "the same month again",
        "後の連番が有効。削除は要らない。", "The later serial holds; nothing need be deleted.";
    "deletions" ["D1" "D2" "D3" "D4" "D5"] ["delete" "sequence"] "R65〜R68・R101" [] corrections::deletions,
        "5種類の削除", "the five deletions",
        "送ったものを、種類ごとの削除ファイルで取り下げる。削除は1つずつ別の連番。",
        "What was sent is withdrawn, each under a serial of its own.";
    "late-month" ["D2"] ["late_month" "sequence"] "R45・R47" [] corrections::late_month,
        "月遅れ（前の月の訂正と今月分）", "the month before, late, beside the current one",
        "提供年月ごとに別のファイル、別の連番。", "A file and a serial for each month.";
}
