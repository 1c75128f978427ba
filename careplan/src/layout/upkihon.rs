//! UPKIHON: 利用者基本情報 (R33).

macro_rules! rows {
    ($make:ident) => {
        $make! {
            /// 利用者基本情報 (R33): the basic information of one user at one consultation.
            Upkihon BasicInformation
             1 csv_version               "CSVバージョン"                  6  Y Version                     High;
             2 insurer_no                "保険者番号"                     6  Y InsurerNo                   High;
             3 insured_no                "被保険者番号"                   10 Y InsuredNo                   High;
             4 consulted_on              "相談日"                         8  Y Date                        High;
             5 plan_type                 "計画種類"                       1  Y Code(PlanType)              High;
             6 outsourcing               "委託の有無"                     1  W Code(Outsourcing)           High;
             7 author_name               "作成担当者"                     -  N Text                        High;
             8 consultation_method       "相談方法"                       2  N Code(ConsultationMethod)    High;
             9 consultation_method_other "相談方法(その他の内容)"         -  N Text                        High;
            10 consultation_count        "相談回数"                       2  N Code(ConsultationCount)     High;
            11 previous_consulted_on     "前回相談日"                     8  N Date                        High;
            12 current_status            "利用者の現況"                   2  N Code(CurrentStatus)         High;
            13 current_status_note       "利用者の現況(状況補足)"         -  N Text                        High;
            14 name_kana                 "利用者氏名ﾌﾘｶﾞﾅ"                -  Y Text                        High;
            15 name                      "利用者氏名"                     -  Y Text                        High;
            16 sex                       "利用者性別"                     1  Y Code(Sex)                   High;
            17 birth_date                "利用者生年月日"                 8  Y BirthDate                   High;
            18 address                   "利用者住所"                     -  N Text                        High;
            19 phone                     "利用者電話番号"                 15 N Phone                       Medium;
            20 fax                       "利用者Fax番号"                  15 N Phone                       Medium;
            21 physical_independence     "障害高齢者の日常生活自立度"     2  N Code(PhysicalIndependence)  High;
            22 cognitive_independence    "認知症高齢者の日常生活自立度"   2  N Code(CognitiveIndependence) High;
            23 care_level                "要介護状態区分"                 2  N Code(BasicCareLevel)        High;
            24 certification_starts_on   "認定有効期限開始日"             8  N Date                        High;
            25 certification_ends_on     "認定有効期間終了日"             8  N Date                        High;
            26 previous_care_level       "前回の介護度"                   2  N Code(BasicCareLevel)        High;
            27 checklist_result          "基本チェックリスト記入結果"     1  N Code(ChecklistResult)       High;
            28 checklist_on              "基本チェックリスト記入日"       8  N Date                        High;
            29 disability_physical       "障害等認定(身障)"               1  N Code(Applicable)            High;
            30 disability_intellectual   "障害等認定(療育)"               1  N Code(Applicable)            High;
            31 disability_mental         "障害等認定(精神)"               1  N Code(Applicable)            High;
            32 disability_intractable    "障害等認定(難病)"               1  N Code(Applicable)            High;
            33 disability_note           "障害等認定特記事項"             -  N Text                        High;
            34 housing_type              "居住形態"                       2  N Code(HousingType)           High;
            35 room_floor                "自室の階数"                     2  N Integer(Count)              Medium;
            36 home_modification         "住宅改修の有無"                 1  N Code(Presence)              High;
            37 national_pension          "経済状況(国民年金)"             1  N Code(Applicable)            High;
            38 employee_pension          "経済状況(厚生年金)"             1  N Code(Applicable)            High;
            39 disability_pension        "経済状況(障害年金)"             1  N Code(Applicable)            High;
            40 public_assistance         "経済状況(生活保護)"             1  N Code(Applicable)            High;
            41 finance_note              "経済状況詳細"                   -  N Text                        High;
            42 visitor_name              "来所者(相談者)氏名"             -  N Text                        High;
            43 visitor_address           "来所者(相談者)住所"             -  N Text                        High;
            44 visitor_phone             "来所者(相談者)電話番号"         15 N Phone                       Medium;
            45 visitor_relation          "来所者(相談者)続柄"             -  N Text                        High;
            46 contact1_name             "1 緊急連絡先(氏名)"             -  N Text                        High;
            47 contact1_relation         "1 緊急連絡先(続柄)"             -  N Text                        High;
            48 contact1_address          "1 緊急連絡先(住所)"             -  N Text                        High;
            49 contact1_phone            "1 緊急連絡先(電話番号)"         15 N Phone                       Medium;
            50 contact2_name             "2 緊急連絡先(氏名)"             -  N Text                        High;
            51 contact2_relation         "2 緊急連絡先(続柄)"             -  N Text                        High;
            52 contact2_address          "2 緊急連絡先(住所)"             -  N Text                        High;
            53 contact2_phone            "2 緊急連絡先(電話番号)"         15 N Phone                       Medium;
            54 contact3_name             "3 緊急連絡先(氏名)"             -  N Text                        High;
            55 contact3_relation         "3 緊急連絡先(続柄)"             -  N Text                        High;
            56 contact3_address          "3 緊急連絡先(住所)"             -  N Text                        High;
            57 contact3_phone            "3 緊急連絡先(電話番号)"         15 N Phone                       Medium;
            58 contact4_name             "4 緊急連絡先(氏名)"             -  N Text                        High;
            59 contact4_relation         "4 緊急連絡先(続柄)"             -  N Text                        High;
            60 contact4_address          "4 緊急連絡先(住所)"             -  N Text                        High;
            61 contact4_phone            "4 緊急連絡先(電話番号)"         15 N Phone                       Medium;
            62 family_image              "家族構成 画像ファイル名"        -  N ImageName                   High;
            63 family_relations          "家族関係等の状況"               -  N Text                        High;
            64 life_history              "今までの生活"                   -  N Text                        High;
            65 daily_life                "１日の生活・すごし方(生活全般)" -  N Text                        High;
            66 hobbies                   "趣味・楽しみ・特技"             -  N Text                        High;
            67 community_relations       "友人・地域との関係"             -  N Text                        High;
            68 public_services           "現在利用している公的サービス"   -  N Text                        High;
            69 private_services          "現在利用している非公的サービス" -  N Text                        High;
            70 consent_on                "同意日"                         8  N Date                        High;
            71 consent_name              "同意者氏名"                     -  N Text                        High;
        }
    };
}
pub(crate) use rows;
