//! UPKIHON_SUB1: 利用者基本情報 別表1 1日の生活 (R35).

macro_rules! rows {
    ($make:ident) => {
        $make! {
            /// 利用者基本情報 別表1 1日の生活 (R35): one line of the day of a user.
            UpkihonSub1 BasicInformationDay
             1 csv_version     "CSVバージョン"          6  Y Version   High;
             2 insurer_no      "保険者番号"             6  Y InsurerNo High;
             3 insured_no      "被保険者番号"           10 Y InsuredNo High;
             4 consulted_on    "相談日"                 8  Y Date      High;
             5 time            "時間"                   -  N Text      High;
             6 user_activity   "本人の生活状況"         -  N Text      High;
             7 family_activity "介護者・家族の生活状況" -  N Text      High;
        }
    };
}
pub(crate) use rows;
