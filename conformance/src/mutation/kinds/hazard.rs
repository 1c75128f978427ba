//! Plausibility and hazards that no other area has: what practice knows to be worth a look. Every
//! rule of the checker needs a failing case; these are the ones that nothing else would make.

use Kind::{Dlt1kyo, Dltplan, Up1kyo, Up2kyo, Up3kyo, Uphosoku, Upplan, Upsikyu, UpyoboSub};
use careplan::layout::Kind;

use super::cross::put;
use super::{is_text, mutations};
use crate::mutation::draft::{Draft, Outcome, Spot};
use crate::mutation::set::{File, NameParts};
use crate::mutation::table::{Row, text_of};

mutations! {
    "r_unclosed_quote" Error "R17・R19" "最後の自由文の引用符が閉じない" "the last quote of the file is never closed" last_quote;
    "r_prorata_day_outside" Warning "R114・domain 4.3" "利用日が日割対象日の外" "a day of use outside the prorated days" |d| {
        let (at, date) = d.find(|cell| cell.at(Upplan, 10) && cell.is_filled())?;
        let other = if date.ends_with(b"01") { 1 } else { 0 };
        let bits = (0..31).map(|day| if day == other { b'1' } else { b'0' }).collect();
        put_beside(d, at.file, at.record, &[(11, bits)])
    };
    "r_merged_visits" Open "domain 4.4" "回数2の行が8時間にわたる" "a count of 2 over eight hours" |d| {
        let (at, _) = d.find(|cell| cell.at(Upplan, 12) && cell.text() != b"9999")?;
        put_beside(d, at.file, at.record, &[(12, b"0900".to_vec()), (13, b"1700".to_vec()), (14, b"2".to_vec())])
    };
    "r_valid_period_end" Open "domain 5" "認定有効期間が月の途中で終わる" "a period that ends within a month"
        |d| d.edit(|cell| cell.at(Up1kyo, 20) && cell.is_filled(), |old, _| [old.get(..6).unwrap_or(old), b"15"].concat());
    "r_support_number" Warning "readings 6" "支援計画書の別表の番号が 0" "a number 0 in the preventive table" |d| d.write(|cell| cell.at(UpyoboSub, 5), "0");
    "r_week_half_time" Open "readings 31" "第3表の終了時間だけが空" "sheet 3 without an end time" |d| d.write(|cell| cell.at(Up3kyo, 9) && cell.is_filled(), "");
    "r_lost_roman_numeral" Open "domain 7.2" "「Ⅱ」の2バイト目だけが残る" "the second half of a roman numeral is left"
        |d| d.edit(|cell| cell.at(Upsikyu, 6) && is_text(cell), |old, _| [old, b"U"].concat());
    "r_lost_wave_dash" Open "domain 7.2" "期間の「～」が ? になる" "a wave dash became a question mark"
        |d| d.write(|cell| cell.at(Up2kyo, 20) && is_text(cell), "2025/04/01?2025/09/30");
    "r_managed_units" Open "readings 39" "限度額の対象外の行に給付管理単位数" "managed units on a row outside the limit"
        |d| d.write(|cell| cell.at(Upsikyu, 18) && is_outside_limit(&cell.of(9)), "100");
    "r_level_change" Open "domain R5.4" "前回の区分が今の区分と同じ" "the former level is the present one" |d| {
        let (at, _) = d.find(|cell| cell.at(Uphosoku, 59) && cell.of(63) != b"000000" && !cell.of(18).is_empty())?;
        let level = text_of(d.table(at.file)?.rows.get(at.record)?, 18);
        put_beside(d, at.file, at.record, &[(59, level)])
    };
    "r_over_30_inside" Warning "domain 3.9" "30日超の行に限度基準内の単位数" "units within the limit on a row over 30 days" |d| {
        d.write(|cell| cell.at(Upsikyu, 33) && !super::sheet7::is_sum(cell.row) && positive(&cell.of(22)), "1")?
            .into_iter().map(|spot| Some(Spot { field: None, ..spot })).collect()
    };
    "r_version_early" Open "readings 28" "202407 で2025年3月の提供" "version 202407 for March 2025" |d| {
        let file = d.one_of(Dltplan)?;
        d.rows(file, |rows| rows.iter_mut().for_each(|row| put(row, 4, b"202503")))?;
        d.rename(|kind| kind == Dltplan, |parts, _| { parts.month = Some("202503".to_owned()); Some(()) })
    };
    "r_goal_order" Warning "R110" "第2表の行の順が番号と逆" "rows of sheet 2 against their numbers" |d| {
        let file = d.one_of(Up2kyo)?;
        let mut table = d.table(file)?;
        let plan = |row: &Row| [2, 3, 5].map(|no| text_of(row, no));
        let need = |row: &Row| text_of(row, 6);
        let at = table.rows.windows(2).position(|two| matches!(two, [a, b] if plan(a) == plan(b) && need(a) < need(b)))?;
        table.rows.swap(at, at + 1);
        d.put(file, &table);
        d.in_record(file, at + 1)
    };
    "r_price_mixed" Warning "domain 3.3" "同じ事業所・種類で単位数単価が違う" "two prices for one type of an office" |d| {
        let key = |row: &Row| (text_of(row, 3), text_of(row, 7), text_of(row, 9).get(..2).map(<[u8]>::to_vec));
        differ(d, 23, |a, b| key(a) == key(b), [b"10.21", b"10.14"])
    };
    "r_rate_mixed" Warning "domain 3.4" "1人の給付率が行によって違う" "two rates for one person"
        |d| differ(d, 25, |a, b| text_of(a, 3) == text_of(b, 3) && !is_project(a) && !is_project(b), [b"90", b"80"]);
    "r_findings_capped" Error "R116・検査の上限" "同じ誤りが100件を超える" "the same mistake more than a hundred times" |d| {
        let file = d.one_of(Dlt1kyo)?;
        d.rows(file, |rows| {
            let Some(first) = rows.first().cloned() else { return };
            *rows = (1..=102).map(|number: u32| {
                let mut row = first.clone();
                put(&mut row, 3, format!("{number:010}").as_bytes());
                put(&mut row, 4, b"20250431");
                row
            }).collect();
        })?;
        d.in_file(file)
    };
    "r_level_services" Warning "R8・R10" "要支援の人に介護給付のサービス" "services of care for somebody in need of support" |d| {
        // The supplement of a plan (month 000000) has no sheet 7; what is applied for or changed is not compared.
        d.write(|cell| cell.at(Uphosoku, 18) && cell.text().starts_with(b"2") && cell.of(63) != b"000000" && cell.of(59).is_empty() && cell.of(16) != b"1", "12")?;
        d.all_of(Upsikyu).into_iter().map(|file| d.in_file(file)).collect::<Option<Vec<_>>>().map(|spots| spots.concat())
    };
    "r_own_lines_only" Open "R49・readings D-4" "送信先ごとに、その事業所の行だけを送る" "each office is sent its own rows only" own_lines;
}

/// The last text of the file loses its closing quote.
fn last_quote(d: &mut Draft) -> Outcome {
    let is_quoted = |raw: &Vec<u8>| raw.len() > 1 && raw.ends_with(b"\"");
    let (file, mut table) = d.csv(|table| table.rows.last().is_some_and(|row| row.iter().any(is_quoted)))?;
    let record = table.rows.len().checked_sub(1)?;
    table.rows.last_mut()?.iter_mut().rev().find(|raw| is_quoted(raw))?.pop();
    d.put(file, &table);
    d.in_record(file, record)
}

/// Replaces fields of a record; the place is the record.
fn put_beside(d: &mut Draft, file: usize, record: usize, values: &[(u16, Vec<u8>)]) -> Outcome {
    let mut table = d.table(file)?;
    let row = table.rows.get_mut(record)?;
    values.iter().for_each(|(no, value)| put(row, *no, value));
    d.put(file, &table);
    d.in_record(file, record)
}

/// Gives a row of sheet 7 another value than the row of the same sort before it.
fn differ(d: &mut Draft, no: u16, is_same: impl Fn(&Row, &Row) -> bool, values: [&[u8]; 2]) -> Outcome {
    let file = d.one_of(Upsikyu)?;
    let rows = d.table(file)?.rows;
    let is_filled = |row: &Row| !text_of(row, no).is_empty() && text_of(row, 9) != b"999999";
    let later = |at: &usize| {
        let Some(row) = rows.get(*at).filter(|row| is_filled(row)) else { return false };
        rows.iter().take(*at).any(|before| is_filled(before) && is_same(before, row))
    };
    let record = (0..rows.len()).find(later)?;
    let old = text_of(rows.get(record)?, no);
    let new = values.into_iter().find(|value| *value != old)?;
    put_beside(d, file, record, &[(no, new.to_vec())])
}

/// The use tables of one office become those of two, each with its own rows.
fn own_lines(d: &mut Draft) -> Outcome {
    let files = d.all_of(Upplan);
    let &[file] = files.as_slice() else { return None };
    let table = d.table(file)?;
    let parts = NameParts::of(&d.file_name(file)?)?;
    let office = |row: &Row| text_of(row, 20);
    let code = |row: &Row| text_of(row, 15);
    let other = table.rows.iter().find(|row| office(row) != parts.to.as_bytes())?.clone();
    let shares = |row: &Row| office(row) == parts.to.as_bytes() && text_of(row, 3) == text_of(&other, 3);
    table.rows.iter().any(shares).then_some(())?;
    let to = String::from_utf8(office(&other)).ok()?;
    let to_type = String::from_utf8(code(&other).get(..2)?.to_vec()).ok()?;
    for original in d.files.clone() {
        let copy = NameParts::of(&original.name)?;
        if (&copy.to, &copy.serial) == (&parts.to, &parts.serial) {
            let copy = NameParts { to: to.clone(), to_type: to_type.clone(), ..copy };
            d.files.push(File { name: copy.join(), bytes: original.bytes });
        }
    }
    for receiver in [&parts.to, &to] {
        let is_own = |row: &Row| office(row) == receiver.as_bytes();
        let people: Vec<Vec<u8>> = table.rows.iter().filter(|row| is_own(row)).map(|row| text_of(row, 3)).collect();
        for kind in [Upplan, Upsikyu, Uphosoku] {
            for file in d.all_of(kind) {
                let of_file = NameParts::of(&d.file_name(file)?)?;
                if (&of_file.to, &of_file.serial) == (receiver, &parts.serial) {
                    d.rows(file, |rows| {
                        rows.retain(|row| if kind == Upplan { is_own(row) } else { people.contains(&text_of(row, 3)) });
                    })?;
                }
            }
        }
    }
    Some(Vec::new())
}

/// 特別地域加算 and the like, and 居宅療養管理指導 (31, 34).
fn is_outside_limit(code: &[u8]) -> bool {
    code.ends_with(b"EEEE") || code.starts_with(b"31") || code.starts_with(b"34")
}

/// 総合事業 has rates of its own.
fn is_project(row: &Row) -> bool {
    text_of(row, 9).starts_with(b"A")
}

fn positive(number: &[u8]) -> bool {
    number.iter().any(|digit| (b'1'..=b'9').contains(digit))
}
