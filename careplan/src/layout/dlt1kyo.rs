//! DLT1KYO: 第1表 削除 (R25).

macro_rules! rows {
    ($make:ident) => {
        $make! {
            /// 第1表 削除 (R25): withdraws a sheet 1, and with it sheets 2 and 3 (R65).
            Dlt1kyo CarePlanSheet1Deletion
             1 csv_version "CSVバージョン"                  6  Y Version   High;
             2 insurer_no  "保険者番号"                     6  Y InsurerNo High;
             3 insured_no  "被保険者番号"                   10 Y InsuredNo High;
             4 plan_date   "居宅サービス計画作成（変更）日" 8  Y Date      High;
        }
    };
}
pub(crate) use rows;
