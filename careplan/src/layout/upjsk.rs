//! UPJSK: 第6表 実績 (R29).

macro_rules! rows {
    ($make:ident) => {
        $make! {
            /// 第6表 実績 (R29): one service given on one day.
            Upjsk ActualUse
             1 csv_version            "CSVバージョン"              6  Y Version             High;
             2 insurer_no             "保険者番号"                 6  Y InsurerNo           High;
             3 insured_no             "被保険者番号"               10 Y InsuredNo           High;
             4 created_on             "作成年月日"                 8  Y Date                High;
             5 target_month           "対象年月"                   6  Y Month               High;
             6 planner_office_no      "プラン担当業者コード"       10 Y OfficeNo            Medium;
             7 planner_name           "プラン担当者名"             -  ? Text                Low;
             8 units                  "単位数"                     6  ? Integer(Units)      Low;
             9 short_stay_days_before "前月までの短期入所利用日数" 5  N Integer(Days)       Medium;
            10 service_date           "サービス利用日"             8  Y Date                High;
            11 prorata_days           "日割対象日"                 31 N MonthBits           High;
            12 starts_at              "サービス開始時刻"           4  Y Time                High;
            13 ends_at                "サービス終了時刻"           4  Y Time                High;
            14 service_count          "サービス回数"               2  Y Integer(Count)      High;
            15 service_code           "サービスコード"             6  Y ServiceCode         High;
            16 tais_code              "TAISコード"                 12 N Tais                High;
            17 equipment_code         "福祉用具届出コード"         12 N Tais                High;
            18 equipment_name         "用具名称（機種名）"         -  N Text                High;
            19 detail_no              "明細判別コード"             ?  N Integer(SequenceNo) Low;
            20 office_no              "サービス事業者コード"       10 Y OfficeNo            High;
            21 office_name            "サービス事業所名"           -  N Text                High;
            22 satellite_branch       "サテライト枝番"             2  N Branch              Medium;
            23 over_30_days           "３０日超区分"               1  Y Code(Applicable)    High;
            24 updated_by_office_no   "更新業者コード"             10 N OfficeNo            High;
            25 identifier             "識別子"                     1  N Unused              High;
        }
    };
}
pub(crate) use rows;
