//! Numbers that stand for somebody or something: insured, insurer, office, service, equipment.

use Format::{InsuredNo, InsurerNo, OfficeNo, OfficeNoOrTotal, ServiceCode, ServiceCodeOrTotal, Tais};
use careplan::layout::{Format, Kind};

use super::cross::put;
use super::mutations;
use crate::mutation::draft::{Draft, Outcome};
use crate::mutation::table::Cell;

mutations! {
    "f_insured_9" Error "R107" "被保険者番号が9桁（例にある形）" "nine digits" |d| write(d, &[InsuredNo], "123456789");
    "f_insured_11" Error "R107・R21" "被保険者番号が11桁" "eleven digits" |d| edit(d, &[InsuredNo], |old| [old, b"1"].concat());
    "f_insured_lower_h" Error "R107" "小文字の h" "a small h" |d| write(d, &[InsuredNo], "h123456789");
    "f_insured_other_letter" Error "R107" "H 以外の文字" "another letter" |d| write(d, &[InsuredNo], "A123456789");
    "f_insured_h_8" Error "R107" "H＋8桁" "H and eight digits" |d| write(d, &[InsuredNo], "H12345678");
    "f_insured_h_10" Error "R107" "H＋10桁" "H and ten digits" |d| write(d, &[InsuredNo], "H1234567890");
    "f_insured_h_last" Error "R107" "H が末尾" "H at the end" |d| write(d, &[InsuredNo], "123456789H");
    "f_insured_hyphen" Error "R107" "ハイフン入り" "a hyphen" |d| write(d, &[InsuredNo], "00000-1234");
    "f_insured_space" Error "R107" "前を空白で埋める" "padded with blanks" |d| edit(d, &[InsuredNo], |old| [b" ", &old[1..]].concat());
    "f_insured_h" Open "R107" "生活保護単独の H＋9桁" "H and nine digits" |d| {
        (d.files.len() == 1).then_some(())?;
        d.one_of(Kind::Dltplan).or(d.one_of(Kind::Dltjsk)).or(d.one_of(Kind::Dlt1kyo))?;
        write(d, &[InsuredNo], "H123456789")
    };
    "f_insurer_5" Error "R21" "保険者番号が5桁" "an insurer of five digits" |d| write(d, &[InsurerNo], "98345");
    "f_insurer_7" Error "R21" "保険者番号が7桁" "seven digits" |d| write(d, &[InsurerNo], "9834521");
    "f_insurer_8" Error "R21" "保険者番号が8桁（医療保険の桁数）" "eight digits" |d| write(d, &[InsurerNo], "06983452");
    "f_insurer_letters" Error "定義書 No.2" "保険者番号に文字" "letters" |d| write(d, &[InsurerNo], "98345A");
    "f_insurer_check_digit" Open "domain 1.2" "保険者番号の検証番号が合わない" "a wrong check digit" |d| {
        (d.files.len() == 1).then_some(())?;
        let file = d.csv(|_| true)?.0;
        d.rows(file, |rows| rows.iter_mut().filter_map(|row| row.get_mut(1)).for_each(|raw| *raw = b"123456".to_vec()))?;
        d.in_file(file)
    };
    "f_office_9" Error "R21・domain 1.1" "事業所番号が9桁" "an office of nine digits" |d| edit(d, OFFICE, |old| old[1..].to_vec());
    "f_office_11" Error "R21" "事業所番号が11桁" "eleven digits" |d| edit(d, OFFICE, |old| [old, b"1"].concat());
    "f_office_lower" Error "domain 1.1" "事業所番号に小文字" "a small letter" |d| edit(d, OFFICE, |old| [&old[..2], b"a", &old[3..]].concat());
    "f_office_hyphen" Error "domain 1.1" "事業所番号にハイフン" "a hyphen" |d| edit(d, OFFICE, |old| [&old[..2], b"-", &old[3..]].concat());
    "f_office_name" Error "定義書" "事業所番号の代わりに名称" "a name for a number" |d| edit(d, OFFICE, |_| b"\x8C\xA9\x96\x7B".to_vec());
    "f_service_5" Error "R21" "サービスコードが5桁" "a service code of five characters" |d| edit(d, SERVICE, |old| old[..5].to_vec());
    "f_service_7" Error "R21" "サービスコードが7桁" "seven characters" |d| edit(d, SERVICE, |old| [old, b"0"].concat());
    "f_service_4" Error "R21" "サービスコードが項目の4桁だけ" "the item without its type" |d| edit(d, SERVICE, |old| old[2..].to_vec());
    "f_service_2" Error "R21" "サービスコードが種類の2桁だけ" "the type without its item" |d| edit(d, SERVICE, |old| old[..2].to_vec());
    "f_service_lower" Error "domain 4.1" "サービスコードが小文字（a21111）" "small letters" |d| edit(d, SERVICE, |old| [b"a2", &old[2..]].concat());
    "f_service_hyphen" Error "domain 4.1" "サービスコードが 11-1111" "11-1111" |d| edit(d, SERVICE, |old| [&old[..2], b"-", &old[2..]].concat());
    "f_service_letters" Open "domain 0-3" "英字のある項目コード（11B401）" "an item with a letter" |d| {
        d.write(|cell| matches!(cell.kind, Kind::Upjsk) && cell.field.format == ServiceCode && cell.text().starts_with(b"11"), "11B401")
    };
    "f_slot_type_3" Error "R21・R109" "種類別限度額の種類が3桁" "a service type of three characters" |d| d.write(|cell| cell.at(Kind::Uphosoku, 20), "221");
    "f_tais_full_width_dash" Error "readings 33・domain 4.5" "TAIS のハイフンが全角（例の形）" "a full-width dash"
        |d| edit(d, &[Tais], |old| [&old[..5], b"\x81\x7C", &old[6..]].concat());
    "f_tais_long_dash" Error "readings 33・domain 4.5" "TAIS のハイフンが長音" "a long dash"
        |d| edit(d, &[Tais], |old| [&old[..5], b"\x81\x5B", &old[6..]].concat());
    "f_tais_half_kana_dash" Error "readings 33・domain 4.5" "TAIS のハイフンが半角長音" "a half-width long mark"
        |d| edit(d, &[Tais], |old| [&old[..5], b"\xB0", &old[6..]].concat());
    "f_tais_too_long" Error "R21" "TAIS が13字" "thirteen characters" |d| edit(d, &[Tais], |old| [old, b"1"].concat());
    "f_tais_space" Error "readings 33" "TAIS に空白" "a blank inside" |d| edit(d, &[Tais], |old| [&old[..5], b" ", &old[6..]].concat());
    "f_tais_no_dash" Open "readings 33" "TAIS にハイフンが無い" "no dash" |d| edit(d, &[Tais], |old| [&old[..5], &old[6..]].concat());
    "f_tais_letters" Open "readings 33" "TAIS に英字" "letters" |d| write(d, &[Tais], "A0001-000010");
    "f_branch_3" Error "R21" "サテライト枝番が3桁" "a branch of three characters" |d| branch(d, "123");
    "f_branch_ja" Error "R21・R119" "サテライト枝番が名称" "a name for a branch" |d| d.edit(|cell| cell.at(Kind::Upjsk, 22), |_, _| b"\x96\x6B\x89\xBA\x93\x58".to_vec());
    "f_branch_office" Error "R21・R119" "サテライト枝番に事業所番号" "an office number for a branch" |d| branch(d, "9774743711");
    "f_branch_letters" Open "R119" "サテライト枝番が A1" "branch A1" |d| d.write(|cell| cell.at(Kind::Upjsk, 22), "A1");
    "f_branch_1" Open "R119" "サテライト枝番が 1" "branch 1" |d| d.write(|cell| cell.at(Kind::Upjsk, 22), "1");
    "f_nines_other" Error "R128" "UPSIKYU No.34 が 9999999999 でない" "No.34 is not all nines" |d| nines(d, "9774743711");
    "f_nines_short" Error "R128" "UPSIKYU No.34 が 999999999（9桁）" "nine nines" |d| nines(d, "999999999");
    "f_nines_zero" Error "R128" "UPSIKYU No.34 が 0000000000" "zeros for nines" |d| nines(d, "0000000000");
    "f_nines_in_35" Open "readings 5" "9999999999 が No.35 にある" "the nines in No.35" |d| {
        let (at, _) = d.find(|cell| cell.at(Kind::Upsikyu, 34))?;
        d.rows(at.file, |rows| {
            rows.iter_mut().for_each(|row| {
                put(row, 34, b"");
                put(row, 35, b"9999999999");
            });
        })?;
        d.in_file(at.file)
    };
    "f_picture_name_path" Error "R42" "No.62 にフォルダの入った名称" "a path for the picture" |d| picture(d, |old| [b"C:\\", old].concat());
    "f_picture_name_free" Error "R42" "No.62 が規約の形でない（photo.jpg）" "photo.jpg for the picture" |d| picture(d, |_| b"photo.jpg".to_vec());
    "f_picture_name_csv" Error "R42" "No.62 に CSV の名称" "the name of the CSV for the picture" |d| picture(d, |old| [&old[..old.len() - 3], b"CSV"].concat());
    "f_picture_name_png" Error "R42" "No.62 の拡張子が .png" ".png for the picture" |d| picture(d, |old| [&old[..old.len() - 3], b"png"].concat());
}

const OFFICE: &[Format] = &[OfficeNo, OfficeNoOrTotal];
const SERVICE: &[Format] = &[ServiceCode, ServiceCodeOrTotal];

/// A filled cell of one of the formats; rows of totals have codes of their own.
fn is_own(cell: &Cell<'_>, formats: &[Format]) -> bool {
    cell.is(formats) && (cell.kind != Kind::Upsikyu || !super::sheet7::is_sum(cell.row))
}

fn write(d: &mut Draft, formats: &[Format], value: &str) -> Outcome {
    d.write(|cell| is_own(cell, formats), value)
}

fn edit(d: &mut Draft, formats: &[Format], change: fn(&[u8]) -> Vec<u8>) -> Outcome {
    d.edit(|cell| is_own(cell, formats), |old, _| change(old))
}

fn branch(d: &mut Draft, value: &str) -> Outcome {
    d.write(
        |cell| cell.field.format == Format::Branch && (cell.kind != Kind::Upsikyu || !super::sheet7::is_sum(cell.row)),
        value,
    )
}

fn nines(d: &mut Draft, value: &str) -> Outcome {
    d.write(|cell| cell.at(Kind::Upsikyu, 34), value)
}

fn picture(d: &mut Draft, change: fn(&[u8]) -> Vec<u8>) -> Outcome {
    d.edit(|cell| cell.at(Kind::Upkihon, 62) && cell.is_filled(), |old, _| change(old))
}
