//! DLTYOBO: 介護予防サービス・支援計画書 削除 (R39).

macro_rules! rows {
    ($make:ident) => {
        $make! {
            /// 介護予防サービス・支援計画書 削除 (R39): withdraws a preventive care plan with its table (R68).
            Dltyobo PreventivePlanDeletion
             1 csv_version "CSVバージョン"    6  Y Version   High;
             2 insurer_no  "保険者番号"       6  Y InsurerNo High;
             3 insured_no  "被保険者番号"     10 Y InsuredNo High;
             4 plan_date   "計画作成(変更)日" 8  Y Date      High;
        }
    };
}
pub(crate) use rows;
