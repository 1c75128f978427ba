//! UPYOBO_SUB: 介護予防サービス・支援計画書 別表 (R40).

macro_rules! rows {
    ($make:ident) => {
        $make! {
            /// 介護予防サービス・支援計画書 別表 (R40): one row of the table of a preventive care plan: issue, support and service (R131).
            UpyoboSub PreventivePlanItem
             1 csv_version    "CSVバージョン"                                6  Y Version   High;
             2 insurer_no     "保険者番号"                                   6  Y InsurerNo High;
             3 insured_no     "被保険者番号"                                 10 Y InsuredNo High;
             4 plan_date      "計画作成(変更)日"                             8  Y Date      High;
             5 issue_no       "課題ＮＯ"                                     2  N Text      Medium;
             6 overall_issue  "総合的課題"                                   -  N Text      High;
             7 proposed_goal  "課題に対する目標と具体策の提案"               -  N Text      High;
             8 user_intention "具体策についての意向本人・家族"               -  N Text      High;
             9 goal           "目標"                                         -  N Text      High;
            10 support_no     "支援計画ＮＯ"                                 2  N Text      Medium;
            11 support_points "【支援計画】目標についての支援のポイント"     -  N Text      High;
            12 self_care      "【支援計画】本人等のセルフケアや家族の支援、インフォーマルサービス（民間サービス）" -  N Text      High;
            13 formal_service "【支援計画】介護保険サービス又は地域支援事業（総合事業のサービス）" -  N Text      High;
            14 service_no     "利用サービスＮＯ"                             2  N Text      Medium;
            15 service_kind   "【利用サービス】サービス種別"                 -  N Text      High;
            16 service_office "【利用サービス】事業所(利用先)"               -  N Text      High;
            17 service_period "【利用サービス】期間"                         -  N Text      High;
        }
    };
}
pub(crate) use rows;
