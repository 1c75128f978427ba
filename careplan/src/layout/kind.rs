//! The file kinds of V4.1.

use serde::{Deserialize, Serialize};

use crate::text::Text;

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident $code:literal $form:literal $ja:literal $en:literal $month:ident;)*) => {
        /// A file kind of V4.1; the standard's own code is its name in files.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Kind { $($(#[$doc])* #[serde(rename = $code)] $variant,)* }

        impl Kind {
            /// All of them, in the order of R23–R40.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The code at the head of a file name, such as `UPPLAN`.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }

            /// The form as clauses name it, such as `第6表`.
            #[must_use]
            pub const fn form(self) -> &'static str {
                match self { $(Self::$variant => $form,)* }
            }

            /// What it is.
            #[must_use]
            pub const fn title(self) -> Text {
                match self { $(Self::$variant => Text::new($ja, $en),)* }
            }

            /// Whether its file name carries a year and month.
            #[must_use]
            pub const fn month_in_name(self) -> bool {
                match self { $(Self::$variant => kinds!(@$month),)* }
            }
        }
    };
    (@month) => { true };
    (@plain) => { false };
}

kinds! {
    /// 利用者補足情報 (R23).
    Uphosoku "UPHOSOKU" "利用者補足情報" "利用者補足情報" "user supplement" month;
    /// 居宅サービス計画1表 (R24).
    Up1kyo "UP1KYO" "第1表" "居宅サービス計画書 第1表" "care plan, sheet 1" plain;
    /// 第1表 削除 (R25).
    Dlt1kyo "DLT1KYO" "第1表 削除" "居宅サービス計画書 第1表の削除" "deletion of sheet 1" plain;
    /// 第2表 (R26).
    Up2kyo "UP2KYO" "第2表" "居宅サービス計画書 第2表" "care plan, sheet 2" plain;
    /// 第3表 (R27).
    Up3kyo "UP3KYO" "第3表" "居宅サービス計画書 第3表" "care plan, sheet 3 (week)" plain;
    /// 第6表 予定 (R28).
    Upplan "UPPLAN" "第6表" "第6表 予定" "use table, planned (sheet 6)" month;
    /// 第6表 実績 (R29).
    Upjsk "UPJSK" "第6表 実績" "第6表 実績" "use table, actual (sheet 6)" month;
    /// 第6表 予定 削除 (R30).
    Dltplan "DLTPLAN" "第6表 削除" "第6表 予定の削除" "deletion of planned use" month;
    /// 実績 削除 (R31).
    Dltjsk "DLTJSK" "実績 削除" "第6表 実績の削除" "deletion of actual use" month;
    /// 第7表 (R32).
    Upsikyu "UPSIKYU" "第7表" "第7表 別表" "use table, money (sheet 7)" month;
    /// 利用者基本情報 (R33).
    Upkihon "UPKIHON" "利用者基本情報" "利用者基本情報" "user basic information" plain;
    /// 利用者基本情報 削除 (R34).
    Dltkihon "DLTKIHON" "利用者基本情報 削除" "利用者基本情報の削除" "deletion of basic information" plain;
    /// 別表1 1日の生活 (R35).
    UpkihonSub1 "UPKIHON_SUB1" "利用者基本情報 別表1" "利用者基本情報 別表1（1日の生活）" "basic information, day" plain;
    /// 別表2 現病歴・既往歴 (R36).
    UpkihonSub2 "UPKIHON_SUB2" "利用者基本情報 別表2" "利用者基本情報 別表2（現病歴・既往歴）" "basic information, illnesses" plain;
    /// 家族構成画像 (R37); a JPEG, not a CSV.
    UpkihonImage "UPKIHON_IMAGE" "家族構成画像" "利用者基本情報 家族構成画像" "family picture" plain;
    /// 介護予防サービス・支援計画書 (R38).
    Upyobo "UPYOBO" "介護予防サービス・支援計画書" "介護予防サービス・支援計画書" "preventive care plan" plain;
    /// 同 削除 (R39).
    Dltyobo "DLTYOBO" "介護予防サービス・支援計画書 削除" "介護予防サービス・支援計画書の削除" "deletion of preventive plan" plain;
    /// 同 別表 (R40).
    UpyoboSub "UPYOBO_SUB" "介護予防サービス・支援計画書 別表" "介護予防サービス・支援計画書 別表" "preventive care plan, table" plain;
}

impl Kind {
    /// The kind whose code this is, exactly as the standard writes it.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }

    /// Whether it is a CSV file (all but the family picture).
    #[must_use]
    pub const fn is_csv(self) -> bool {
        !matches!(self, Self::UpkihonImage)
    }
}
