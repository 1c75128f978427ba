//! UPSIKYU: 第7表 別表 (R32).

macro_rules! rows {
    ($make:ident) => {
        $make! {
            /// 第7表 別表 (R32): one row of the money table: a detail, a subtotal or the grand total (R122, R123).
            Upsikyu UseTable7
             1 csv_version                "CSVバージョン"              6  Y Version             High;
             2 insurer_no                 "保険者番号"                 6  Y InsurerNo           High;
             3 insured_no                 "被保険者番号"               10 Y InsuredNo           High;
             4 created_on                 "作成年月日"                 8  Y Date                High;
             5 target_month               "対象年月"                   6  Y Month               High;
             6 office_name                "サービス事業所名"           -  N Text                High;
             7 office_no                  "サービス事業所コード"       10 Y OfficeNoOrTotal     High;
             8 satellite_branch           "サテライト枝番"             2  N Branch              Medium;
             9 service_code               "サービスコード"             6  Y ServiceCodeOrTotal  High;
            10 tais_code                  "TAISコード"                 12 N Tais                High;
            11 equipment_code             "福祉用具届出コード"         12 N Tais                High;
            12 equipment_name             "用具名称（機種名）"         -  N Text                High;
            13 units                      "単位数"                     6  Y Integer(Units)      High;
            14 discount_rate              "割引後率"                   5  N Integer(Rate)       High;
            15 discounted_units           "割引後単位数"               6  N Integer(Units)      High;
            16 count_or_days              "回数／日数"                 3  Y Integer(Count)      High;
            17 service_units_or_amount    "サービス単位金額"           5  N Integer(UnitsOrYen) Medium;
            18 managed_units              "給付管理単位数"             6  N Integer(Units)      High;
            19 type_limit_excess_units    "種類支給限度基準超単位数"   6  N Integer(Units)      High;
            20 type_limit_within_units    "種類支給限度基準内単位数"   6  N Integer(Units)      High;
            21 benefit_limit_excess_units "区分支給限度基準超単位数"   6  N Integer(Units)      High;
            22 benefit_limit_within_units "区分支給限度基準内単位数"   6  N Integer(Units)      High;
            23 unit_price                 "単位数単価"                 6  N Decimal             High;
            24 total_cost                 "費用総額保険／事業対象分"   6  N Integer(Yen)        High;
            25 benefit_rate               "給付率"                     6  N Integer(Rate)       High;
            26 benefit_claim              "保険／事業費請求額"         6  N Integer(Yen)        High;
            27 fixed_copay_unit_price     "定額利用者負担単価金額"     6  N Integer(Yen)        High;
            28 copay                      "利用者負担保険／事業対象分" 6  N Integer(Yen)        High;
            29 full_copay                 "利用者負担（全額負担分）"   6  N Integer(Yen)        High;
            30 days_before                "前月までの利用日数"         2  N Integer(Days)       Low;
            31 planned_days               "当月の計画利用日数"         2  N Integer(Days)       High;
            32 cumulative_days            "累積利用日数"               5  N Integer(Days)       High;
            33 over_30_days               "３０日超区分"               1  Y Code(Applicable)    High;
            34 fixed_office_no            "事業所コード"               10 N FixedNines          Medium;
            35 entered_by                 "入力者コード"               10 N Other               Medium;
            36 updated_by_office_no       "更新業者コード"             10 N OfficeNo            High;
            37 identifier                 "識別子"                     1  N Unused              High;
        }
    };
}
pub(crate) use rows;
