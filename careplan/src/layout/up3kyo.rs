//! UP3KYO: 居宅サービス計画書 第3表 (R27).

macro_rules! rows {
    ($make:ident) => {
        $make! {
            /// 居宅サービス計画書 第3表 (R27): one entry of the weekly plan; which of three groups is filled tells what it is (R112).
            Up3kyo CarePlanSheet3
             1 csv_version        "CSVバージョン"                  6  Y Version       High;
             2 insurer_no         "保険者番号"                     6  Y InsurerNo     High;
             3 insured_no         "被保険者番号"                   10 Y InsuredNo     High;
             4 created_on         "週間サービス計画表作成年月日"   8  Y Date          High;
             5 plan_date          "居宅サービス計画作成（変更）日" 8  Y Date          High;
             6 service_content    "介護サービス内容"               -  N Text          High;
             7 weekday            "曜日"                           1  N Code(Weekday) High;
             8 service_starts_at  "開始時間"                       4  N WeekTime      High key "介護サービス 開始時間";
             9 service_ends_at    "終了時間"                       4  N WeekTime      High key "介護サービス 終了時間";
            10 daily_activity     "主な日常生活上の活動"           -  N Text          High;
            11 activity_starts_at "開始時間"                       4  N WeekTime      High key "日常生活上の活動 開始時間";
            12 activity_ends_at   "終了時間"                       4  N WeekTime      High key "日常生活上の活動 終了時間";
            13 non_weekly_service "週単位以外のサービス"           -  N Text          High;
        }
    };
}
pub(crate) use rows;
