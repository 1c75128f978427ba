//! UP2KYO: 居宅サービス計画書 第2表 (R26).

macro_rules! rows {
    ($make:ident) => {
        $make! {
            /// 居宅サービス計画書 第2表 (R26): one row of sheet 2: issue, goals and support.
            Up2kyo CarePlanSheet2
             1 csv_version          "CSVバージョン"                  6  Y Version                 High;
             2 insurer_no           "保険者番号"                     6  Y InsurerNo               High;
             3 insured_no           "被保険者番号"                   10 Y InsuredNo               High;
             4 created_on           "居宅計画書作成年月日"           8  Y Date                    Medium;
             5 plan_date            "居宅サービス計画作成（変更）日" 8  Y Date                    High;
             6 issue_no             "課題ＮＯ"                       2  N Integer(SequenceNo)     High;
             7 issue                "課題"                           -  N Text                    High;
             8 goal_no              "援助目標ＮＯ"                   2  N Integer(SequenceNo)     High;
             9 long_term_goal       "長期目標"                       -  N Text                    High;
            10 short_term_goal      "短期目標"                       -  N Text                    High;
            11 long_term_period     "長期期間"                       -  N Text                    High;
            12 short_term_period    "短期期間"                       -  N Text                    High;
            13 support_no           "援助内容ＮＯ"                   2  N Integer(SequenceNo)     High;
            14 service_content      "サービス内容"                   -  N Text                    High;
            15 insurance_coverage   "保険対象区分"                   1  N Code(InsuranceCoverage) High;
            16 service_kind         "サービス種別"                   -  N Text                    High;
            17 office_no            "サービス事業者コード"           10 N OfficeNo                Medium;
            18 office_name          "サービス事業所名"               -  N Text                    High;
            19 frequency            "頻度"                           -  N Text                    High;
            20 period               "実施期間"                       -  N Text                    High;
            21 updated_by_office_no "更新業者コード"                 10 N OfficeNo                High;
            22 identifier           "識別子"                         1  N Unused                  High;
        }
    };
}
pub(crate) use rows;
