//! Code tables: each is declared once, and is both data for checks and a type for records.

use crate::value::macros::field_value;

/// A table of codes: what a `Format::Code` field may hold.
#[derive(Debug, PartialEq, Eq)]
pub struct CodeTable {
    /// English identifier.
    pub ident: &'static str,
    /// Code and Japanese label, in the order of the annex.
    pub entries: &'static [(&'static str, &'static str)],
}

impl CodeTable {
    /// The Japanese label of a code, if the table has it.
    #[must_use]
    pub fn label(&self, code: &[u8]) -> Option<&'static str> {
        self.entries.iter().find(|(known, _)| known.as_bytes() == code).map(|(_, label)| *label)
    }
}

macro_rules! code_tables {
    ($($(#[$doc:meta])* $table:ident { $($variant:ident $code:literal $label:literal;)* })*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub enum $table {
                $(#[doc = concat!("`", $code, "` ", $label, ".")] $variant,)*
            }

            impl $table {
                /// All of them, in the order of the annex.
                pub const ALL: &'static [Self] = &[$(Self::$variant),*];

                /// The table as data.
                #[must_use]
                pub const fn table() -> &'static CodeTable {
                    static TABLE: CodeTable =
                        CodeTable { ident: stringify!($table), entries: &[$(($code, $label)),*] };
                    &TABLE
                }

                /// The code, as files hold it.
                #[must_use]
                pub const fn as_str(self) -> &'static str {
                    match self { $(Self::$variant => $code,)* }
                }

                /// The Japanese label.
                #[must_use]
                pub const fn label(self) -> &'static str {
                    match self { $(Self::$variant => $label,)* }
                }

                /// The value whose code this is, exactly as the annex writes it.
                #[must_use]
                pub fn parse(code: &[u8]) -> Option<Self> {
                    Self::ALL.iter().copied().find(|value| value.as_str().as_bytes() == code)
                }
            }

            impl std::fmt::Display for $table {
                /// The code.
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str(self.as_str())
                }
            }

            field_value!($table);
        )*

        /// Every table, in the order of their declaration.
        pub static CODE_TABLES: &[&CodeTable] = &[$($table::table()),*];
    };
}

code_tables! {
    /// The sex of a user.
    Sex {
        Male "1" "男性";
        Female "2" "女性";
    }
    /// The care level (要介護状態区分) of the common code table; UPKIHON and UPYOBO have their own.
    CareLevel {
        ProjectTarget "06" "事業対象者";
        Support1 "12" "要支援１";
        Support2 "13" "要支援２";
        Care1 "21" "要介護１";
        Care2 "22" "要介護２";
        Care3 "23" "要介護３";
        Care4 "24" "要介護４";
        Care5 "25" "要介護５";
    }
    /// Whether the certification is applied for or given (認定状況区分).
    CertificationStatus {
        Applied "1" "申請中";
        Certified "2" "認定済";
    }
    /// What kind of plan it is (計画書区分).
    PlanClass {
        First "11" "初回";
        Introduced "12" "紹介";
        Continued "21" "継続";
        FirstIntroduced "51" "初回＆紹介";
        FirstContinued "52" "初回＆継続";
        IntroducedContinued "53" "紹介＆継続";
        FirstIntroducedContinued "54" "初回＆紹介＆継続";
    }
    /// Why living support is charged (生活援助中心型の算定理由).
    LivingSupportReason {
        LivesAlone "1" "一人暮らし";
        FamilyUnable "2" "家族等が障害、疾病等";
        Other "3" "その他";
    }
    /// Whether the insurance covers it (保険対象区分).
    InsuranceCoverage {
        Covered "Y" "対象";
        NotCovered "N" "対象外";
    }
    /// A day of the week (曜日), from Monday.
    Weekday {
        Monday "1" "月曜日";
        Tuesday "2" "火曜日";
        Wednesday "3" "水曜日";
        Thursday "4" "木曜日";
        Friday "5" "金曜日";
        Saturday "6" "土曜日";
        Sunday "7" "日曜日";
    }
    /// Whether something applies (該当・非該当).
    Applicable {
        Yes "1" "該当";
        No "0" "非該当";
    }
    /// Which preventive scheme the plan belongs to (計画種類).
    PlanType {
        PreventiveSupport "1" "介護予防支援";
        PreventiveManagement "2" "介護予防ケアマネジメント";
    }
    /// Whether the plan is made by the centre itself or outsourced (委託の有無).
    Outsourcing {
        Own "1" "自前";
        Outsourced "2" "委託";
    }
    /// How the consultation took place (相談方法).
    ConsultationMethod {
        Visit "01" "来所";
        Phone "02" "電話";
        Other "03" "その他";
    }
    /// First consultation or a further one (相談回数).
    ConsultationCount {
        First "01" "初回";
        Again "02" "再来";
    }
    /// Where the user is now (利用者の現況).
    CurrentStatus {
        AtHome "01" "在宅";
        InFacility "02" "入院又は入所中";
    }
    /// Independence of the disabled elderly in daily life (障害高齢者の日常生活自立度).
    PhysicalIndependence {
        Independent "01" "自立";
        J1 "11" "J1";
        J2 "12" "J2";
        A1 "21" "A1";
        A2 "22" "A2";
        B1 "31" "B1";
        B2 "32" "B2";
        C1 "41" "C1";
        C2 "42" "C2";
    }
    /// Independence of the elderly with dementia in daily life (認知症高齢者の日常生活自立度).
    CognitiveIndependence {
        Independent "01" "自立";
        I "02" "Ⅰ";
        IIa "03" "Ⅱａ";
        IIb "04" "Ⅱｂ";
        IIIa "05" "Ⅲａ";
        IIIb "06" "Ⅲｂ";
        IV "07" "Ⅳ";
        M "08" "Ｍ";
    }
    /// The care level as 利用者基本情報 codes it: 01 for not certified, no 06.
    BasicCareLevel {
        NotCertified "01" "非該当";
        Support1 "12" "要支援１";
        Support2 "13" "要支援２";
        Care1 "21" "要介護１";
        Care2 "22" "要介護２";
        Care3 "23" "要介護３";
        Care4 "24" "要介護４";
        Care5 "25" "要介護５";
    }
    /// The outcome of the basic checklist (基本チェックリスト記入結果).
    ChecklistResult {
        Target "1" "事業対象者の該当あり";
        NotTarget "2" "事業対象者の該当なし";
    }
    /// The kind of housing (居住形態).
    HousingType {
        OwnHome "01" "自宅";
        Rented "02" "借家";
        Detached "03" "一戸建て";
        Apartment "04" "集合住宅";
        OwnDetached "05" "自宅・一戸建て";
        OwnApartment "06" "自宅・集合住宅";
        RentedDetached "07" "借家・一戸建て";
        RentedApartment "08" "借家・集合住宅";
    }
    /// Whether there is one (有・無).
    Presence {
        Present "1" "有";
        Absent "2" "無";
    }
    /// The support level of a preventive plan (要支援状態区分).
    SupportLevel {
        Support1 "1" "要支援１";
        Support2 "2" "要支援２";
        RegionalProject "3" "地域支援事業";
    }
    /// Whether a programme is needed (要・否).
    Need {
        Needed "1" "要";
        NotNeeded "2" "否";
    }
    /// The role of the doctor (主治医・意見作成者フラグ).
    DoctorRole {
        Attending "1" "主治医";
        Other "2" "それ以外";
    }
    /// The course of an illness (経過).
    Progress {
        UnderTreatment "01" "治療中";
        UnderObservation "02" "経過観察中";
        Other "03" "その他";
    }
}
