//! UP1KYO: 居宅サービス計画書 第1表 (R24).

macro_rules! rows {
    ($make:ident) => {
        $make! {
            /// 居宅サービス計画書 第1表 (R24): sheet 1 of a care plan: the user, the planner and the policy.
            Up1kyo CarePlanSheet1
             1 csv_version             "CSVバージョン"                                6  Y Version                   High;
             2 insurer_no              "保険者番号"                                   6  Y InsurerNo                 High;
             3 insured_no              "被保険者番号"                                 10 Y InsuredNo                 High;
             4 created_on              "作成年月日"                                   8  Y Date                      High;
             5 postal_code             "利用者郵便番号"                               8  N Postal                    High;
             6 address1                "利用者住所１"                                 -  N Text                      High;
             7 address2                "利用者住所２"                                 -  N Text                      High;
             8 planner_name            "居宅サービス計画作成者氏名"                   -  Y Text                      High;
             9 office_name             "介護支援事業者名"                             -  Y Text                      High;
            10 office_postal_code      "介護支援事業者郵便番号"                       8  N Postal                    High;
            11 office_address1         "介護支援事業者住所１"                         -  N Text                      High;
            12 office_address2         "介護支援事業者住所２"                         -  N Text                      High;
            13 office_no               "介護支援事業者コード"                         10 Y OfficeNo                  High;
            14 plan_date               "居宅サービス計画作成（変更）日"               8  Y Date                      High;
            15 first_plan_date         "初回居宅サービス計画作成日"                   8  Y Date                      High;
            16 plan_class              "計画書区分"                                   2  N Code(PlanClass)           High;
            17 certification_status    "認定状況区分"                                 1  N Code(CertificationStatus) High;
            18 certified_on            "認定日"                                       8  N Date                      High;
            19 certification_starts_on "認定有効期間開始日"                           8  N Date                      High;
            20 certification_ends_on   "認定有効期間終了日"                           8  N Date                      High;
            21 care_level              "要介護状態区分"                               2  N Code(CareLevel)           High;
            22 assessment_result       "利用者及び家族の生活に対する意向を踏まえた課題分析の結果" -  N Text                      High;
            23 review_board_opinion    "介護認定審査会の意見及びサービスの種類の指定" -  N Text                      High;
            24 support_policy          "総合的な援助の方針"                           -  N Text                      High;
            25 living_support_reason   "生活援助中心型の算定理由"                     1  N Code(LivingSupportReason) High;
            26 other_reason            "その他理由"                                   -  N Text                      High;
            27 updated_by_office_no    "更新業者コード"                               10 N OfficeNo                  High;
            28 identifier              "識別子"                                       1  N Unused                    High;
        }
    };
}
pub(crate) use rows;
