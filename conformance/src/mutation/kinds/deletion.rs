//! Files that delete: every field is required (R21), and no field may be doubtful.

use careplan::layout::{Format, Kind};

use super::mutations;
use crate::mutation::draft::{Draft, Outcome};
use crate::mutation::table::Cell;

mutations! {
    "d_empty" Error "R21" "削除ファイルの項目が空" "a field of a deletion empty" |d| d.write(|cell| is_deletion(cell.kind) && cell.field.no > 1, "");
    "d_empty_dlt1kyo" Error "R21・R25" "DLT1KYO の項目が空" "of DLT1KYO" |d| empty(d, Kind::Dlt1kyo);
    "d_empty_dltplan" Error "R21・R30" "DLTPLAN の項目が空" "of DLTPLAN" |d| empty(d, Kind::Dltplan);
    "d_empty_dltjsk" Error "R21・R31" "DLTJSK の項目が空" "of DLTJSK" |d| empty(d, Kind::Dltjsk);
    "d_empty_dltkihon" Error "R21・R34" "DLTKIHON の項目が空" "of DLTKIHON" |d| empty(d, Kind::Dltkihon);
    "d_empty_dltyobo" Error "R21・R39" "DLTYOBO の項目が空" "of DLTYOBO" |d| empty(d, Kind::Dltyobo);
    "d_date_impossible" Error "YYYYMMDD" "削除対象の日が実在しない" "an impossible date" |d| date(d, "20250431");
    "d_date_zero" Error "domain 5" "削除対象の日が 00000000" "a date of zeros" |d| date(d, "00000000");
    "d_date_slash" Error "YYYYMMDD" "削除対象の日が 2025/06/01" "slashes in the date" |d| date(d, "2025/06/01");
    "d_month_13" Error "YYYYMM" "削除対象年月が 13月" "month 13" |d| month(d, "202513");
    "d_month_zero" Error "R30・R31" "削除対象年月が 000000" "a month of zeros" |d| month(d, "000000");
    "d_month_day" Error "YYYYMM・C-11" "削除対象年月が8桁" "a month with its day" |d| month(d, "20250601");
    "d_month_other" Error "R44" "削除対象年月が名称と違う" "another month than the name" |d| month(d, "202401");
    "d_months_mixed" Error "R45" "1ファイルに2つの月" "two months in one file" |d| {
        let kind = if d.all_of(Kind::Dltplan).is_empty() { Kind::Dltjsk } else { Kind::Dltplan };
        d.double(kind, |_| true, |row| row[3] = b"202402".to_vec())
    };
    "d_insured_9" Error "R107" "被保険者番号が9桁" "nine digits" |d| field(d, Format::InsuredNo, "123456789");
    "d_insurer_5" Error "R21" "保険者番号が5桁" "an insurer of five digits" |d| field(d, Format::InsurerNo, "98345");
    "d_office_9" Error "R21" "事業所番号が9桁" "an office of nine digits" |d| field(d, Format::OfficeNo, "300000100");
    "d_type_1" Error "R67・R21" "種類コードが1桁" "a type of one character" |d| field(d, Format::ServiceType, "1");
    "d_type_3" Error "R67・R21" "種類コードが3桁" "a type of three characters" |d| field(d, Format::ServiceType, "151");
    "d_type_code" Error "R67・R21" "種類の代わりにサービスコード" "a service code for a type" |d| field(d, Format::ServiceType, "151111");
    "d_type_lower" Error "R67" "種類コードが小文字" "a type in small letters" |d| field(d, Format::ServiceType, "a6");
    "d_extra_column" Error "R20" "列が1つ多い" "a column too many" |d| columns(d, true);
    "d_column_missing" Error "R20" "列が1つ足りない" "a column missing" |d| columns(d, false);
    "d_no_records" Error "R21" "レコードが無い" "no records" |d| {
        let (file, _) = d.csv(|table| is_deletion(table.kind()))?;
        d.overwrite(file, Vec::new());
        d.in_file(file)
    };
    "d_two_people" Open "R25〜R39" "2人分の削除" "two people in one deletion" |d| {
        let (file, table) = d.csv(|table| is_deletion(table.kind()))?;
        let mut row = table.rows.first()?.clone();
        row[2] = b"0000999999".to_vec();
        d.rows(file, |rows| rows.push(row))?;
        d.in_file(file)
    };
    "d_twice" Open "R66" "同じ削除が2回" "the same deletion twice" |d| {
        let (file, table) = d.csv(|table| is_deletion(table.kind()))?;
        let row = table.rows.first()?.clone();
        d.rows(file, |rows| rows.push(row))?;
        d.in_file(file)
    };
}

const fn is_deletion(kind: Kind) -> bool {
    matches!(kind, Kind::Dlt1kyo | Kind::Dltplan | Kind::Dltjsk | Kind::Dltkihon | Kind::Dltyobo)
}

fn empty(d: &mut Draft, kind: Kind) -> Outcome {
    d.write(|cell| cell.kind == kind && cell.field.no > 1, "")
}

fn field(d: &mut Draft, format: Format, value: &str) -> Outcome {
    d.write(|cell: &Cell<'_>| is_deletion(cell.kind) && cell.field.format == format, value)
}

fn date(d: &mut Draft, value: &str) -> Outcome {
    field(d, Format::Date, value)
}

fn month(d: &mut Draft, value: &str) -> Outcome {
    field(d, Format::Month, value)
}

fn columns(d: &mut Draft, more: bool) -> Outcome {
    let (file, _) = d.csv(|table| is_deletion(table.kind()))?;
    d.rows(file, |rows| {
        rows.iter_mut().for_each(|row| if more { row.push(Vec::new()) } else { drop(row.pop()) });
    })?;
    d.in_file(file)
}
