//! UPYOBO: 介護予防サービス・支援計画書 (R38).

macro_rules! rows {
    ($make:ident) => {
        $make! {
            /// 介護予防サービス・支援計画書 (R38): one preventive care plan.
            Upyobo PreventivePlan
             1 csv_version             "CSVバージョン"                                6  Y Version                   High;
             2 insurer_no              "保険者番号"                                   6  Y InsurerNo                 High;
             3 insured_no              "被保険者番号"                                 10 Y InsuredNo                 High;
             4 plan_date               "計画作成(変更)日"                             8  Y Date                      High;
             5 plan_type               "計画種類"                                     1  Y Code(PlanType)            High;
             6 outsourcing             "委託の有無"                                   1  W Code(Outsourcing)         High;
             7 reference_no            "整理番号"                                     -  N Text                      High;
             8 name                    "利用者名"                                     -  Y Text                      High;
             9 certified_on            "認定年月日"                                   8  N Date                      High;
            10 certification_starts_on "認定有効期間開始日"                           8  N Date                      High;
            11 certification_ends_on   "認定有効期間終了日"                           8  N Date                      High;
            12 plan_class              "計画書区分"                                   2  N Code(PlanClass)           High;
            13 certification_status    "認定状況区分"                                 1  N Code(CertificationStatus) High;
            14 support_level           "要支援状態区分"                               1  N Code(SupportLevel)        High;
            15 center_planner_name     "計画作成者氏名（地域包括支援センター担当者名）" -  N Text                      High;
            16 care_manager_name       "計画作成者氏名（担当介護支援専門員名）"       -  N Text                      High;
            17 planner_office_name     "計画作成者事業者・事業所名"                   -  N Text                      High;
            18 planner_office_address  "計画作成者事業者・事業所住所"                 -  N Text                      High;
            19 planner_office_phone    "計画作成者事業者・事業所電話番号"             15 N Phone                     Medium;
            20 first_plan_date         "初回作成日"                                   8  N Date                      High;
            21 support_center          "担当地域包括支援センター"                     -  N Text                      High;
            22 goal_day                "目標とする生活(1日)"                          -  N Text                      High;
            23 goal_year               "目標とする生活(1年)"                          -  N Text                      High;
            24 mobility_status         "【運動・移動】現在の状況"                     -  N Text                      High;
            25 mobility_intention      "【運動・移動】本人・家族の意欲・意向"         -  N Text                      High;
            26 mobility_has_issue      "【運動・移動】領域における課題の有無"         1  N Code(Presence)            High;
            27 mobility_issue          "【運動・移動】領域における課題（背景・原因）" -  N Text                      High;
            28 home_life_status        "【日常生活(家庭生活)】現在の状況"             -  N Text                      High;
            29 home_life_intention     "【日常生活(家庭生活)】本人・家族の意欲・意向" -  N Text                      High;
            30 home_life_has_issue     "【日常生活(家庭生活)】領域における課題の有無" 1  N Code(Presence)            High;
            31 home_life_issue         "【日常生活(家庭生活)】領域における課題（背景・原因）" -  N Text                      High;
            32 social_status           "【社会参加、対人関係・コミュニケーション】現在の状況" -  N Text                      High;
            33 social_intention        "【社会参加、対人関係・コミュニケーション】本人・家族の意欲・意向" -  N Text                      High;
            34 social_has_issue        "【社会参加、対人関係・コミュニケーション】領域における課題の有無" 1  N Code(Presence)            High;
            35 social_issue            "【社会参加、対人関係・コミュニケーション】領域における課題（背景・原因）" -  N Text                      High;
            36 health_status           "【健康管理】現在の状況"                       -  N Text                      High;
            37 health_intention        "【健康管理】本人・家族の意欲・意向"           -  N Text                      High;
            38 health_has_issue        "【健康管理】領域における課題の有無"           1  N Code(Presence)            High;
            39 health_issue            "【健康管理】領域における課題（背景・原因）"   -  N Text                      High;
            40 health_notes            "健康状態の留意点"                             -  N Text                      High;
            41 support_policy          "妥当な支援の実施に向けた方針"                 -  N Text                      High;
            42 overall_policy          "総合的な方針"                                 -  N Text                      High;
            43 checklist_exercise      "基本チェックリストの該当数(運動不足)"         1  N Integer(Count)            Medium;
            44 checklist_nutrition     "基本チェックリストの該当数(栄養改善)"         1  N Integer(Count)            Medium;
            45 checklist_oral          "基本チェックリストの該当数(口腔内ケア)"       1  N Integer(Count)            Medium;
            46 checklist_housebound    "基本チェックリストの該当数(閉じこもり予防)"   1  N Integer(Count)            Medium;
            47 checklist_memory        "基本チェックリストの該当数(物忘れ予防)"       1  N Integer(Count)            Medium;
            48 checklist_depression    "基本チェックリストの該当数(うつ予防)"         1  N Integer(Count)            Medium;
            49 program_exercise        "事業プログラムの要否(運動不足)"               1  N Code(Need)                High;
            50 program_nutrition       "事業プログラムの要否(栄養改善)"               1  N Code(Need)                High;
            51 program_oral            "事業プログラムの要否(口腔内ケア)"             1  N Code(Need)                High;
            52 program_housebound      "事業プログラムの要否(閉じこもり予防)"         1  N Code(Need)                High;
            53 program_memory          "事業プログラムの要否(物忘れ予防)"             1  N Code(Need)                High;
            54 program_depression      "事業プログラムの要否(うつ予防)"               1  N Code(Need)                High;
            55 center_opinion          "地域包括支援センター意見"                     -  N Text                      High;
            56 consent_on              "同意日"                                       8  N Date                      High;
            57 consent_name            "同意者氏名"                                   -  N Text                      High;
        }
    };
}
pub(crate) use rows;
