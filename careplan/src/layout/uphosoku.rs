//! UPHOSOKU: 利用者補足情報 (R23).

macro_rules! rows {
    ($make:ident) => {
        $make! {
            /// 利用者補足情報 (R23): one user of the supplement that accompanies plans and use tables.
            Uphosoku UserSupplement
             1 csv_version            "CSVバージョン"                  6  Y Version                   High;
             2 insurer_no             "保険者番号"                     6  Y InsurerNo                 High;
             3 insured_no             "被保険者番号"                   10 Y InsuredNo                 High;
             4 plan_date              "居宅サービス計画作成（変更）日" 8  Y DateOrZero                High;
             5 name_kana              "利用者氏名フリガナ"             -  Y Text                      Medium;
             6 name                   "利用者氏名"                     -  Y Text                      Medium;
             7 sex                    "利用者性別"                     1  Y Code(Sex)                 Medium;
             8 birth_date             "利用者生年月日"                 8  Y BirthDate                 Medium;
             9 postal_code            "利用者郵便番号"                 8  N Postal                    High;
            10 address1               "利用者住所１"                   -  N Text                      High;
            11 address2               "利用者住所２"                   -  N Text                      High;
            12 phone                  "利用者電話番号"                 15 N Phone                     Medium;
            13 certified_on           "認定日"                         8  N Date                      High;
            14 limit_starts_on        "限度額適用開始年月日"           8  N Date                      High;
            15 limit_ends_on          "限度額適用終了年月日"           8  N Date                      High;
            16 certification_status   "認定状況区分"                   1  N Code(CertificationStatus) High;
            17 care_level_changed_on  "要介護状態変更日"               8  N Date                      High;
            18 care_level             "要介護状態区分"                 2  N Code(CareLevel)           High;
            19 benefit_limit          "区分支給限度基準額"             7  N Integer(Units)            Medium;
            20 slot1_service_type     "１サービス種類コード"           2  N ServiceType               High;
            21 slot1_limit_units      "１支給限度基準額"               7  N Integer(Units)            Medium;
            22 slot1_total_units      "１合計単位数"                   7  N Integer(Units)            Medium;
            23 slot1_excess_units     "１限度超単位数"                 7  N Integer(Units)            Medium;
            24 slot2_service_type     "２サービス種類コード"           2  N ServiceType               High;
            25 slot2_limit_units      "２支給限度基準額"               7  N Integer(Units)            Medium;
            26 slot2_total_units      "２合計単位数"                   7  N Integer(Units)            Medium;
            27 slot2_excess_units     "２限度超単位数"                 7  N Integer(Units)            Medium;
            28 slot3_service_type     "３サービス種類コード"           2  N ServiceType               High;
            29 slot3_limit_units      "３支給限度基準額"               7  N Integer(Units)            Medium;
            30 slot3_total_units      "３合計単位数"                   7  N Integer(Units)            Medium;
            31 slot3_excess_units     "３限度超単位数"                 7  N Integer(Units)            Medium;
            32 slot4_service_type     "４サービス種類コード"           2  N ServiceType               High;
            33 slot4_limit_units      "４支給限度基準額"               7  N Integer(Units)            Medium;
            34 slot4_total_units      "４合計単位数"                   7  N Integer(Units)            Medium;
            35 slot4_excess_units     "４限度超単位数"                 7  N Integer(Units)            Medium;
            36 slot5_service_type     "５サービス種類コード"           2  N ServiceType               High;
            37 slot5_limit_units      "５支給限度基準額"               7  N Integer(Units)            Medium;
            38 slot5_total_units      "５合計単位数"                   7  N Integer(Units)            Medium;
            39 slot5_excess_units     "５限度超単位数"                 7  N Integer(Units)            Medium;
            40 slot6_service_type     "６サービス種類コード"           2  N ServiceType               High;
            41 slot6_limit_units      "６支給限度基準額"               7  N Integer(Units)            Medium;
            42 slot6_total_units      "６合計単位数"                   7  N Integer(Units)            Medium;
            43 slot6_excess_units     "６限度超単位数"                 7  N Integer(Units)            Medium;
            44 slot7_service_type     "７サービス種類コード"           2  N ServiceType               High;
            45 slot7_limit_units      "７支給限度基準額"               7  N Integer(Units)            Medium;
            46 slot7_total_units      "７合計単位数"                   7  N Integer(Units)            Medium;
            47 slot7_excess_units     "７限度超単位数"                 7  N Integer(Units)            Medium;
            48 slot8_service_type     "８サービス種類コード"           2  N ServiceType               High;
            49 slot8_limit_units      "８支給限度基準額"               7  N Integer(Units)            Medium;
            50 slot8_total_units      "８合計単位数"                   7  N Integer(Units)            Medium;
            51 slot8_excess_units     "８限度超単位数"                 7  N Integer(Units)            Medium;
            52 slot9_service_type     "９サービス種類コード"           2  N ServiceType               High;
            53 slot9_limit_units      "９支給限度基準額"               7  N Integer(Units)            Medium;
            54 slot9_total_units      "９合計単位数"                   7  N Integer(Units)            Medium;
            55 slot9_excess_units     "９限度超単位数"                 7  N Integer(Units)            Medium;
            56 total_excess_units     "合計限度超単位数"               7  N Integer(Units)            Medium;
            57 short_stay_days_before "入所前月迄利用日数"             5  N Integer(Days)             Medium;
            58 short_stay_days_total  "入所累積利用日数"               5  N Integer(Days)             Medium;
            59 previous_care_level    "前回要介護状態区分"             2  N Code(CareLevel)           High;
            60 consent_office_no      "同意書受付業者"                 10 N OfficeNo                  High;
            61 updated_by_office_no   "更新業者コード"                 10 N OfficeNo                  High;
            62 identifier             "識別子"                         1  N Unused                    High;
            63 target_month           "対象年月"                       6  Y MonthOrZero               High;
        }
    };
}
pub(crate) use rows;
