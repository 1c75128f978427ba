//! DLTJSK: 実績 削除 (R31).

macro_rules! rows {
    ($make:ident) => {
        $make! {
            /// 実績 削除 (R31): withdraws the actual use of one office, service type and month (R67).
            Dltjsk ActualUseDeletion
             1 csv_version  "CSVバージョン"        6  Y Version     High;
             2 insurer_no   "保険者番号"           6  Y InsurerNo   High;
             3 insured_no   "被保険者番号"         10 Y InsuredNo   High;
             4 target_month "削除対象年月"         6  Y Month       High;
             5 office_no    "サービス事業者コード" 10 Y OfficeNo    High;
             6 service_type "サービス種類コード"   2  Y ServiceType High;
        }
    };
}
pub(crate) use rows;
