//! UPKIHON_SUB2: 利用者基本情報 別表2 現病歴・既往歴 (R36).

macro_rules! rows {
    ($make:ident) => {
        $make! {
            /// 利用者基本情報 別表2 現病歴・既往歴 (R36): one illness of a user.
            UpkihonSub2 BasicInformationIllness
             1 csv_version  "CSVバージョン"            6  Y Version          High;
             2 insurer_no   "保険者番号"               6  Y InsurerNo        High;
             3 insured_no   "被保険者番号"             10 Y InsuredNo        High;
             4 consulted_on "相談日"                   8  Y Date             High;
             5 onset        "年月日"                   -  N Text             High;
             6 illness      "病名"                     -  N Text             High;
             7 doctor       "医療機関・医師名"         -  N Text             High;
             8 doctor_role  "主治医・意見作成者フラグ" 1  N Code(DoctorRole) High;
             9 doctor_phone "医療機関・医師電話番号"   15 N Phone            Medium;
            10 progress     "経過"                     2  N Code(Progress)   High;
            11 treatment    "治療中の内容"             -  N Text             High;
        }
    };
}
pub(crate) use rows;
