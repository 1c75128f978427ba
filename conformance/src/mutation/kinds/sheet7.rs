//! The rows of sheet 7: details, subtotals and the grand total (R122–R124).

use std::collections::BTreeSet;

use Kind::Upsikyu;
use careplan::layout::Kind;

use super::cross::put;
use super::mutations;
use crate::mutation::draft::{Draft, Outcome, Spot};
use crate::mutation::table::{Cell, Row, text_of};

mutations! {
    "x_total_missing" Error "R122" "全合計の行が無い" "no grand total" |d| d.drop_rows(Upsikyu, is_total);
    "x_total_doubled" Error "R122・domain 3.1" "全合計の行が2つ" "two grand totals" |d| {
        let place = d.double(Upsikyu, is_total, |_| ())?;
        Some(place.into_iter().map(|spot| Spot { record: None, ..spot }).collect())
    };
    "x_total_wrong_office" Error "R122" "全合計の事業所コードが 9999999999 でない" "a grand total with an office" |d| total(d, 7, "9774743711");
    "x_total_nine_nines" Error "R122・R21" "全合計の事業所コードが9桁の9" "nine nines for the office of the total" |d| total(d, 7, "999999999");
    "x_total_office_empty" Error "R122・R21" "全合計の事業所コードが空" "a grand total without office" |d| total(d, 7, "");
    "x_total_wrong_code" Error "R122" "9999999999 の行のサービスコードが 999999 でない" "the row of nines with another code" |d| total(d, 9, "111111");
    "x_total_code_subtotal" Error "R122" "全合計のサービスコードが 99AAAA" "a grand total coded 99AAAA" |d| total(d, 9, "99AAAA");
    "x_total_units" Error "R124" "全合計の単位数が 0 でない" "a grand total with units" |d| total(d, 13, "100");
    "x_total_discount_rate" Error "R124" "全合計に割引後率" "a grand total with a discount rate" |d| total(d, 14, "90");
    "x_total_discount_units" Error "R124" "全合計に割引後単位数" "a grand total with discounted units" |d| total(d, 15, "100");
    "x_total_units_empty" Error "R124・R21" "全合計の単位数が空" "a grand total without units" |d| total(d, 13, "");
    "x_subtotal_missing" Error "R123" "複数行の種類に小計（AAAA）が無い" "no subtotal over several rows"
        |d| drop_subtotal(d, |rows| rows > 1);
    "x_subtotal_of_other_type" Error "R123" "小計の種類が明細と違う" "a subtotal of another type" |d| subtotal_of(d, 9, b"78AAAA");
    "x_subtotal_of_other_office" Error "R123" "小計の事業所が明細と違う" "a subtotal of another office" |d| subtotal_of(d, 7, b"9770000007");
    "x_subtotal_units" Error "R124" "小計の単位数が 0 でない" "a subtotal with units" |d| subtotal(d, 13, "100");
    "x_subtotal_discount_rate" Error "R124" "小計に割引後率" "a subtotal with a discount rate" |d| subtotal(d, 14, "100");
    "x_subtotal_discount_units" Error "R124" "小計に割引後単位数" "a subtotal with discounted units" |d| subtotal(d, 15, "100");
    "x_subtotal_letter" Error "R123・domain 3.1" "小計の印が小文字（11aaaa）" "a subtotal mark in small letters" |d| d.edit(
        |cell| cell.at(Upsikyu, 9) && cell.text().ends_with(b"AAAA"),
        |old, _| old.to_ascii_lowercase(),
    );
    "x_subtotal_of_one" Open "R123" "1行だけの種類に小計が無い" "a single row without subtotal"
        |d| drop_subtotal(d, |rows| rows == 1);
    "x_total_first" Open "R122" "全合計の行が先頭" "the grand total first" |d| {
        let file = d.one_of(Upsikyu)?;
        d.rows(file, |rows| rows.rotate_right(1))?;
        d.in_file(file)
    };
    "x_total_count_empty" Warning "R21・readings 37" "全合計の回数が空（必須、値の定めなし）" "a grand total without count" |d| total(d, 16, "");
}

/// Whether a row of sheet 7 is a subtotal or the grand total.
pub(super) fn is_sum(row: &Row) -> bool {
    let code = text_of(row, 9);
    is_total(row) || [&b"AAAA"[..], b"EEEE", b"ZZZZ"].iter().any(|mark| code.ends_with(mark))
}

fn is_total(row: &Row) -> bool {
    text_of(row, 9) == b"999999"
}

/// Alters the key of one subtotal over several details.
fn subtotal_of(d: &mut Draft, no: u16, value: &[u8]) -> Outcome {
    let before = d.clone();
    drop_subtotal(d, |rows| rows > 1)?;
    let file = *d
        .all_of(Upsikyu)
        .iter()
        .find(|file| d.table(**file).map(|it| it.rows) != before.table(**file).map(|it| it.rows))?;
    let (less, all) = (d.table(file)?.rows, before.table(file)?.rows);
    let record = all.iter().position(|row| !less.contains(row))?;
    *d = before;
    d.rows(file, |rows| rows.iter_mut().skip(record).take(1).for_each(|row| put(row, no, value)))?;
    d.in_file(file)
}

/// Takes out one subtotal over so many details; those outside the limit belong to none of AAAA.
fn drop_subtotal(d: &mut Draft, wanted: fn(usize) -> bool) -> Outcome {
    let file = d.one_of(Upsikyu)?;
    let table = d.table(file)?;
    let group =
        |row: &Row| (text_of(row, 2), text_of(row, 3), text_of(row, 7), text_of(row, 9).get(..2).map(<[u8]>::to_vec));
    let is_inside = |row: &&Row| !is_sum(row) && !text_of(row, 22).is_empty();
    // Codes, not rows: whether one code at two branches asks for a subtotal is open (R123).
    let size = |row: &Row| -> usize {
        let inside = table.rows.iter().filter(is_inside).filter(|other| group(other) == group(row));
        inside.map(|other| text_of(other, 9)).collect::<BTreeSet<_>>().len()
    };
    let is_subtotal = |row: &&Row| text_of(row, 9).ends_with(b"AAAA");
    // Branches of one office may have a subtotal each: taking one of them out leaves the other.
    let is_alone =
        |row: &Row| table.rows.iter().filter(is_subtotal).filter(|other| group(other) == group(row)).count() == 1;
    let is_wanted = |row: &&Row| is_subtotal(row) && is_alone(row) && wanted(size(row));
    let row = table.rows.iter().find(is_wanted)?.clone();
    d.rows(file, |rows| rows.retain(|other| *other != row))?;
    d.in_file(file)
}

fn total(d: &mut Draft, no: u16, value: &str) -> Outcome {
    at(d, no, value, is_total)
}

fn subtotal(d: &mut Draft, no: u16, value: &str) -> Outcome {
    at(d, no, value, |row| is_sum(row) && !is_total(row))
}

/// One field of a row of a certain sort; the record is the place, since two fields contradict.
fn at(d: &mut Draft, no: u16, value: &str, wanted: fn(&Row) -> bool) -> Outcome {
    let (at, _) = d.find(|cell: &Cell<'_>| cell.at(Upsikyu, no) && wanted(cell.row))?;
    let mut table = d.table(at.file)?;
    put(table.rows.get_mut(at.record)?, no, value.as_bytes());
    d.put(at.file, &table);
    d.in_record(at.file, at.record)
}
