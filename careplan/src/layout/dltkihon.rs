//! DLTKIHON: 利用者基本情報 削除 (R34).

macro_rules! rows {
    ($make:ident) => {
        $make! {
            /// 利用者基本情報 削除 (R34): withdraws a basic information with its tables and pictures (R68).
            Dltkihon BasicInformationDeletion
             1 csv_version  "CSVバージョン" 6  Y Version   High;
             2 insurer_no   "保険者番号"    6  Y InsurerNo High;
             3 insured_no   "被保険者番号"  10 Y InsuredNo High;
             4 consulted_on "相談日"        8  Y Date      High;
        }
    };
}
pub(crate) use rows;
