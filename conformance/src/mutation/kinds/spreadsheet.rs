//! What a spreadsheet does to a file that is opened and saved (domain 7.3).

use careplan::layout::{Format, Kind};

use super::{is_integer, is_text, mutations};
use crate::mutation::draft::{Draft, Outcome};
use crate::mutation::table::{Cell, Row};

mutations! {
    "f_excel_insured_zero" Error "R107・domain 7.3" "被保険者番号の前ゼロが落ちる" "an insured number without its zeros"
        |d| d.edit(|cell| cell.is(&[Format::InsuredNo]) && cell.text().starts_with(b"0"), |old, _| stripped(old));
    "f_excel_insured_zero_everywhere" Error "R107・domain 7.3" "被保険者番号の前ゼロが全レコードで落ちる" "without its zeros in every record"
        |d| column(d, 3, |raw| raw.starts_with(b"0"), stripped);
    "f_excel_insurer_zero" Error "R21・domain 7.3" "保険者番号の前ゼロが落ちる" "an insurer without its zero" |d| d.write(|cell| cell.is(&[Format::InsurerNo]), "11007");
    "f_excel_office_zero" Error "R21・domain 7.3" "事業所番号の前ゼロが落ちる" "an office without its zero"
        |d| d.write(|cell| cell.is(&[Format::OfficeNo]), "300000100");
    "f_excel_time" Error "R113・domain 7.3" "時刻の前ゼロが落ちる（0900→900）" "a time without its zero"
        |d| d.edit(|cell| cell.is(&[Format::Time, Format::WeekTime]) && cell.text().starts_with(b"0"), |old, _| stripped(old));
    "f_excel_code_power" Error "domain 7.3" "サービスコード 11E001 → 1.10E+02" "1.10E+02 for 11E001" |d| service(d, "1.10E+02");
    "f_excel_code_power_int" Error "domain 7.3" "サービスコード 11E001 → 110" "110 for 11E001" |d| service(d, "110");
    "f_excel_insured_power" Error "R107・domain 7.3" "被保険者番号が 1.23E+09" "1.23E+09" |d| d.write(|cell| cell.is(&[Format::InsuredNo]), "1.23E+09");
    "f_excel_office_power" Error "domain 7.3" "事業所番号が 9.77E+09" "9.77E+09" |d| d.write(|cell| cell.is(&[Format::OfficeNo]), "9.77E+09");
    "f_excel_nines_power" Error "R128・domain 7.3" "9999999999 が 1E+10" "1E+10" |d| d.write(|cell| cell.at(Kind::Upsikyu, 34), "1E+10");
    "f_excel_bits_power" Error "R114・domain 7.3" "日割対象日が 1.1E+30" "1.1E+30" |d| d.write(|cell| matches!(cell.kind, Kind::Upplan | Kind::Upjsk) && cell.field.no == 11, "1.1E+30");
    "f_excel_date" Error "YYYYMMDD・domain 7.3" "日付が 2025/5/1" "2025/5/1" |d| d.write(|cell| cell.is(&[Format::Date, Format::BirthDate]), "2025/5/1");
    "f_excel_date_number" Error "YYYYMMDD・domain 7.3" "日付が通し番号 45778" "a day number" |d| d.write(|cell| cell.is(&[Format::Date, Format::BirthDate]), "45778");
    "f_excel_date_power" Error "YYYYMMDD・domain 7.3" "日付が 2.03E+07" "2.03E+07" |d| d.write(|cell| cell.is(&[Format::Date, Format::BirthDate]), "2.03E+07");
    "f_excel_hash" Error "domain 7.3" "値が ########" "hash signs" |d| d.write(|cell| cell.is(&[Format::Date, Format::OfficeNo, Format::InsuredNo]), "########");
    "f_excel_error" Error "domain 7.3" "値が #NAME?" "#NAME?" |d| d.write(|cell| cell.is(&[Format::Integer, Format::Date, Format::Code]), "#NAME?");
    "f_excel_negative" Error "domain 7.3" "負の数が (505)" "(505)" |d| d.write(|cell| is_integer(cell) && cell.at(Kind::Upsikyu, 17), "(505)");
    "f_excel_price" Error "R126・domain 7.3" "単価 10.00 → 10" "10 for 10.00" |d| d.write(|cell| cell.is(&[Format::Decimal]), "10");
    "f_excel_formula" Error "domain 7.3" "番号が =\"0000118200\"" "a formula" |d| {
        let (at, old) = d.find(|cell| cell.is(&[Format::InsuredNo]))?;
        d.set_raw(at, [b"=\"", &old[..], b"\""].concat())
    };
    "f_excel_apostrophe" Error "domain 7.3" "番号の前に '" "an apostrophe in front" |d| d.edit(|cell| cell.is(&[Format::InsuredNo]), |old, _| [b"'", old].concat());
    "f_excel_postal" Error "R108・domain 7.3" "郵便番号が数値になる" "a postal code as a number" |d| d.write(|cell| cell.is(&[Format::Postal]), "1000001");
    "f_excel_columns_cut" Error "R20・domain 7.3" "末尾の空の列が切れる" "trailing empty columns cut" |d| {
        let (file, _) = d.csv(|table| table.rows.iter().any(|row| row.last().is_some_and(Vec::is_empty)))?;
        d.rows(file, |rows| rows.iter_mut().for_each(cut))?;
        d.in_file(file)
    };
    "f_excel_quotes_gone" Warning "R17・domain 7.3" "必要のない引用符がすべて消える" "quotes gone where not needed" |d| {
        let (file, _) = d.csv(|table| table.cells().any(|cell| is_text(&cell)))?;
        d.rows(file, |rows| rows.iter_mut().flatten().for_each(bare))?;
        d.in_file(file)
    };
}

fn stripped(digits: &[u8]) -> Vec<u8> {
    digits.iter().copied().skip_while(|digit| *digit == b'0').collect()
}

fn cut(row: &mut Row) {
    while row.last().is_some_and(|raw| raw.is_empty() || raw == b"\"\"") {
        row.pop();
    }
}

fn bare(raw: &mut Vec<u8>) {
    let needed = raw.iter().skip(1).rev().skip(1).any(|byte| b",\"\r\n".contains(byte));
    if raw.starts_with(b"\"") && !needed {
        raw.retain(|byte| *byte != b'"');
    }
}

/// Alters a column in all records of one file.
fn column(d: &mut Draft, no: usize, wanted: fn(&[u8]) -> bool, change: fn(&[u8]) -> Vec<u8>) -> Outcome {
    let (file, _) = d.csv(|table| table.rows.iter().all(|row| row.get(no - 1).is_some_and(|raw| wanted(raw))))?;
    d.rows(file, |rows| rows.iter_mut().filter_map(|row| row.get_mut(no - 1)).for_each(|raw| *raw = change(raw)))?;
    let mut spots = d.in_file(file)?;
    spots.iter_mut().for_each(|spot| spot.field = u16::try_from(no).ok());
    Some(spots)
}

fn service(d: &mut Draft, value: &str) -> Outcome {
    d.write(|cell: &Cell<'_>| cell.is(&[Format::ServiceCode]), value)
}
