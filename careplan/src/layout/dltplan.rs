//! DLTPLAN: 第6表 予定 削除 (R30).

macro_rules! rows {
    ($make:ident) => {
        $make! {
            /// 第6表 予定 削除 (R30): withdraws the planned use of a month, and with it its sheet 7 (R66).
            Dltplan PlannedUseDeletion
             1 csv_version  "CSVバージョン" 6  Y Version   High;
             2 insurer_no   "保険者番号"    6  Y InsurerNo High;
             3 insured_no   "被保険者番号"  10 Y InsuredNo High;
             4 target_month "削除対象年月"  6  Y Month     High;
        }
    };
}
pub(crate) use rows;
