//! CSVバージョン (R1–R3).

use careplan::layout::Kind;

use super::mutations;
use crate::mutation::draft::{Draft, Outcome};

mutations! {
    "ver_202410" Error "R1・readings 28" "202410（発出月の取り違え）" "202410" |d| all(d, "202410");
    "ver_202404" Error "R1・readings 27" "202404（例にある値）" "202404" |d| all(d, "202404");
    "ver_202208" Error "R1・R3" "202208（3.0・3.1版）" "202208" |d| all(d, "202208");
    "ver_202003" Error "R1・R3" "202003" "202003" |d| all(d, "202003");
    "ver_201910" Error "R1・R3" "201910" "201910" |d| all(d, "201910");
    "ver_202206" Error "R1・readings 28" "202206（履歴の本文の値）" "202206" |d| all(d, "202206");
    "ver_other_month" Error "R1" "提供年月を入れる" "the month of service instead" |d| all(d, "202505");
    "ver_empty" Error "R1・R21" "空" "empty" |d| all(d, "");
    "ver_8_digits" Error "R1・R21" "日付の8桁" "eight digits" |d| all(d, "20240701");
    "ver_4_digits" Error "R1・R21" "2407" "four digits" |d| all(d, "2407");
    "ver_hyphen" Error "R1・R21" "2024-07" "2024-07" |d| all(d, "2024-07");
    "ver_name" Error "R1・R21" "「4.1」" "4.1" |d| all(d, "4.1");
    "ver_letters" Error "R1・R21" "V41" "V41" |d| all(d, "V41");
    "ver_zero" Error "R1" "000000" "000000" |d| all(d, "000000");
    "ver_202504" Warning "readings 28" "202504（4.0版の値）" "202504 (withdrawn value of 4.0)" |d| all(d, "202504");
    "ver_mixed" Error "R2" "1レコードだけ別の版" "one record of another version" |d| one(d, "202208");
    "ver_mixed_unknown" Error "R2・R1" "1レコードだけ 202410" "one record of 202410" |d| one(d, "202410");
    "ver_mixed_withdrawn" Error "R2" "1レコードだけ 202504" "one record of 202504" |d| one(d, "202504");
    "ver_mixed_empty" Error "R2・R21" "1レコードだけ版が空" "one record without version" |d| one(d, "");
    "ver_one_file" Error "R1" "組の1ファイルだけ別の版" "one file of the set of another version" |d| {
        (d.all_of(Kind::Upsikyu).len() + d.all_of(Kind::Up2kyo).len() > 0).then_some(())?;
        all(d, "202208")
    };
}

/// In every record of one file.
fn all(d: &mut Draft, value: &str) -> Outcome {
    let (file, _) = d.csv(|_| true)?;
    d.rows(file, |rows| rows.iter_mut().filter_map(|row| row.first_mut()).for_each(|raw| *raw = value.into()))?;
    let mut spots = d.in_file(file)?;
    spots.iter_mut().for_each(|spot| spot.field = Some(1));
    Some(spots)
}

/// In one record that is not the first.
fn one(d: &mut Draft, value: &str) -> Outcome {
    let (file, table) = d.csv(|table| table.rows.len() > 1)?;
    let record = 1 + d.dice.below(table.rows.len() - 1);
    d.rows(file, |rows| {
        if let Some(raw) = rows.get_mut(record).and_then(|row| row.first_mut()) {
            *raw = value.into();
        }
    })?;
    let mut spots = d.in_record(file, record)?;
    spots.iter_mut().for_each(|spot| spot.field = Some(1));
    Some(spots)
}
