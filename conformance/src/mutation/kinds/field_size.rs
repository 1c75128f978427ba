//! Required fields left empty, and fields one character too long, kind by kind (R21).

use careplan::layout::{Confidence, Format, Kind, MaxLen, Required};

use super::{is_sure, mutations};
use crate::mutation::draft::{Draft, Outcome};
use crate::mutation::table::Cell;

mutations! {
    "f_required_uphosoku" Error "R21" "UPHOSOKU の必須項目が空" "a required field of UPHOSOKU empty" |d| required(d, Kind::Uphosoku);
    "f_required_up1kyo" Error "R21" "UP1KYO の必須項目が空" "of UP1KYO" |d| required(d, Kind::Up1kyo);
    "f_required_up2kyo" Error "R21" "UP2KYO の必須項目が空" "of UP2KYO" |d| required(d, Kind::Up2kyo);
    "f_required_up3kyo" Error "R21" "UP3KYO の必須項目が空" "of UP3KYO" |d| required(d, Kind::Up3kyo);
    "f_required_upplan" Error "R21" "UPPLAN の必須項目が空" "of UPPLAN" |d| required(d, Kind::Upplan);
    "f_required_upjsk" Error "R21" "UPJSK の必須項目が空" "of UPJSK" |d| required(d, Kind::Upjsk);
    "f_required_upsikyu" Error "R21" "UPSIKYU の必須項目が空" "of UPSIKYU" |d| required(d, Kind::Upsikyu);
    "f_required_upkihon" Error "R21" "UPKIHON の必須項目が空" "of UPKIHON" |d| required(d, Kind::Upkihon);
    "f_required_upkihon_sub1" Error "R21" "UPKIHON_SUB1 の必須項目が空" "of UPKIHON_SUB1" |d| required(d, Kind::UpkihonSub1);
    "f_required_upkihon_sub2" Error "R21" "UPKIHON_SUB2 の必須項目が空" "of UPKIHON_SUB2" |d| required(d, Kind::UpkihonSub2);
    "f_required_upyobo" Error "R21" "UPYOBO の必須項目が空" "of UPYOBO" |d| required(d, Kind::Upyobo);
    "f_required_upyobo_sub" Error "R21" "UPYOBO_SUB の必須項目が空" "of UPYOBO_SUB" |d| required(d, Kind::UpyoboSub);
    "f_required_medium" Warning "R21・readings 4" "転記が推定の必須項目が空" "a required field of an inferred row empty" |d| {
        d.write(|cell| cell.field.required == Required::Yes && cell.field.confidence == Confidence::Medium, "")
    };
    "f_required_quoted_empty" Error "R21" "必須のコードが \"\"" "a required code as empty quotes" |d| {
        let (at, _) = d.find(|cell| is_required(cell) && !cell.field.format.is_free_text())?;
        d.set_raw(at, b"\"\"".to_vec())
    };
    "f_required_blank" Error "R21" "必須の項目が空白だけ" "a required field of blanks" |d| d.write(|cell| is_required(cell) && !cell.field.format.is_free_text(), " ");
    "f_required_null_word" Error "R21・R22" "必須の項目が NULL という文字" "the word NULL" |d| d.write(|cell| is_required(cell) && !cell.field.format.is_free_text(), "NULL");
    "f_optional_null_word" Error "R22" "空にする項目に NULL という文字" "the word NULL for an empty field" |d| {
        let coded = [Format::Date, Format::Code, Format::Integer, Format::OfficeNo];
        d.write(|cell| coded.contains(&cell.field.format) && is_sure(cell.field) && !cell.is_filled(), "NULL")
    };
    "f_planner_empty" Open "readings 1" "No.7 プラン担当者名が空" "no name of the planner" |d| d.write(|cell| is_use(cell.kind) && cell.field.no == 7, "");
    "f_units_empty" Open "readings 1" "No.8 単位数が空" "no units" |d| d.write(|cell| is_use(cell.kind) && cell.field.no == 8, "");
    "f_length_uphosoku" Error "R21" "UPHOSOKU の項目が1字長い" "a field of UPHOSOKU one too long" |d| longer(d, Kind::Uphosoku);
    "f_length_up1kyo" Error "R21" "UP1KYO の項目が1字長い" "of UP1KYO" |d| longer(d, Kind::Up1kyo);
    "f_length_up2kyo" Error "R21" "UP2KYO の項目が1字長い" "of UP2KYO" |d| longer(d, Kind::Up2kyo);
    "f_length_up3kyo" Error "R21" "UP3KYO の項目が1字長い" "of UP3KYO" |d| longer(d, Kind::Up3kyo);
    "f_length_upplan" Error "R21" "UPPLAN の項目が1字長い" "of UPPLAN" |d| longer(d, Kind::Upplan);
    "f_length_upjsk" Error "R21" "UPJSK の項目が1字長い" "of UPJSK" |d| longer(d, Kind::Upjsk);
    "f_length_upsikyu" Error "R21" "UPSIKYU の項目が1字長い" "of UPSIKYU" |d| longer(d, Kind::Upsikyu);
    "f_length_upkihon" Error "R21" "UPKIHON の項目が1字長い" "of UPKIHON" |d| longer(d, Kind::Upkihon);
    "f_length_upkihon_sub2" Error "R21" "UPKIHON_SUB2 の項目が1字長い" "of UPKIHON_SUB2" |d| longer(d, Kind::UpkihonSub2);
    "f_length_upyobo" Error "R21" "UPYOBO の項目が1字長い" "of UPYOBO" |d| longer(d, Kind::Upyobo);
    "f_length_contradicted" Open "C-2" "UPSIKYU No.30 が5桁" "No.30 of five digits" |d| d.write(|cell| cell.at(Kind::Upsikyu, 30), "12345");
    "f_length_unknown" Open "readings 2" "明細判別コードが3桁" "a detail number of three digits" |d| d.write(|cell| is_use(cell.kind) && cell.field.no == 19 && cell.is_filled(), "123");
}

const fn is_use(kind: Kind) -> bool {
    matches!(kind, Kind::Upplan | Kind::Upjsk)
}

/// A mark that is certain, on a field that says something. No.1 has kinds of its own.
fn is_required(cell: &Cell<'_>) -> bool {
    let field = cell.field;
    field.required == Required::Yes && field.confidence == Confidence::High && field.no > 1 && cell.is_filled()
}

fn required(d: &mut Draft, kind: Kind) -> Outcome {
    d.write(|cell| cell.kind == kind && is_required(cell), "")
}

/// One character more than 項目長, where the length is settled.
fn longer(d: &mut Draft, kind: Kind) -> Outcome {
    let open = [Format::Unused, Format::Other, Format::Version, Format::Text];
    let settled =
        |cell: &Cell<'_>| is_sure(cell.field) && !open.contains(&cell.field.format) && !cell.at(Kind::Upsikyu, 30);
    let (at, old) =
        d.find(|cell| cell.kind == kind && settled(cell) && matches!(cell.field.max_len, MaxLen::Chars(_)))?;
    let layout = d.table(at.file)?.layout;
    let MaxLen::Chars(max) = layout.fields.get(at.column)?.max_len else { return None };
    // Whether a sign counts is open (readings 36): the digits alone are one too many.
    let mut value: Vec<u8> = old.into_iter().filter(|byte| *byte != b'-').collect();
    value.resize(usize::from(max) + 1, b'1');
    d.set(at, &value)
}
