//! Arithmetic of sheet 7 and of limits: a warning, never an error (severity).

use Kind::{Uphosoku, Upplan, Upsikyu};
use careplan::layout::Kind;

use super::mutations;
use super::sheet7::is_sum;
use crate::mutation::draft::{Draft, Outcome};
use crate::mutation::table::{Cell, Row, text_of};

mutations! {
    "a_units_times_count" Warning "domain 3.2" "サービス単位が 単位数×回数 でない" "units are not unit × count" |d| add(d, 17, is_detail, 1);
    "a_count_changed" Warning "domain 3.2" "回数だけ違う" "another count" |d| add(d, 16, is_detail, 1);
    "a_inside_changed" Warning "domain 3.2" "超＋内 がサービス単位でない" "over + inside are not the units" |d| add(d, 22, |row| !is_sum(row), 1);
    "a_subtotal_sum" Warning "domain 3.3" "小計が明細の和でない" "a subtotal that is not the sum" |d| add(d, 17, is_subtotal, 7);
    "a_total_sum" Warning "domain 3.3" "全合計が小計の和でない" "a grand total that is not the sum" |d| add(d, 24, is_total, 1000);
    "a_total_benefit" Warning "domain 3.3" "全合計の請求額が和でない" "the benefit of the total" |d| add(d, 26, is_total, 1000);
    "a_total_own" Warning "domain 3.3" "全合計の負担額が和でない" "the share of the total" |d| add(d, 28, is_total, 1000);
    "a_cost" Warning "domain 3.4" "費用総額が 内単位×単価 の切り捨てでない" "cost is not units × price" |d| add(d, 24, is_priced, 1);
    "a_cost_rounded" Warning "domain 3.5" "費用総額の端数を切り上げる" "cost rounded up" |d| add(d, 24, is_priced, 2);
    "a_benefit" Warning "domain 3.4" "請求額が 費用×給付率 でない" "benefit is not cost × rate" |d| add(d, 26, is_priced, 1);
    "a_own_share" Warning "domain 3.4" "負担額が 費用−請求 でない" "share is not cost − benefit" |d| add(d, 28, is_priced, 1);
    "a_own_share_swapped" Warning "domain 3.4" "請求額と負担額が逆" "benefit and share swapped" |d| {
        let (at, _) = d.find(|cell| cell.at(Upsikyu, 26) && is_priced(cell.row))?;
        let mut table = d.table(at.file)?;
        table.rows.get_mut(at.record)?.swap(25, 27);
        d.put(at.file, &table);
        d.in_record(at.file, at.record)
    };
    "a_full_share" Warning "domain 3.4・3.6" "全額負担が 超過単位×単価 でない" "the full share is not over × price" |d| add(d, 29, |row| is_priced(row) && number(row, 21) > 0, 1);
    "a_full_share_from_nothing" Warning "domain 3.4" "超過が無いのに全額負担" "a full share without overrun" |d| add(d, 29, |row| is_priced(row) && text_of(row, 21) == b"0" && text_of(row, 29) == b"0", 500);
    "a_rate_odd" Warning "domain 3.4" "給付率が 85" "a rate of 85" |d| set(d, 25, is_priced, "85");
    "a_rate_over_100" Warning "domain 3.4" "給付率が 190" "a rate of 190" |d| set(d, 25, is_priced, "190");
    "a_price_unknown" Warning "domain 3.5" "地域区分の表に無い単価（12.34）" "a price that no region has" |d| set(d, 23, is_priced, "12.34");
    "a_price_mixed" Warning "domain 3.5" "同じ事業所・種類で単価が2つ" "two prices for one office and type" |d| {
        let other = |cell: &Cell<'_>| is_priced(cell.row) && cell.of(9).ends_with(b"AAAA") && cell.text() != b"11.40";
        let (at, _) = d.find(|cell| cell.at(Upsikyu, 23) && other(cell))?;
        d.set(at, b"11.40")?;
        d.in_file(at.file)
    };
    "a_rate_mixed" Warning "domain 3.4" "給付率が1人の月の中で違う" "two rates for one person" |d| set(d, 25, is_priced, "60");
    "a_discount" Warning "domain 3.2" "割引後単位数が率と合わない" "discounted units that do not follow" |d| {
        let (at, _) = d.find(|cell| cell.at(Upsikyu, 14) && !is_sum(cell.row))?;
        let mut table = d.table(at.file)?;
        let row = table.rows.get_mut(at.record)?;
        super::cross::put(row, 14, b"90");
        super::cross::put(row, 15, b"1");
        d.put(at.file, &table);
        d.in_record(at.file, at.record)
    };
    "a_cumulative_days" Warning "domain 3.9" "累積利用日数が 前月まで＋当月 でない" "cumulative days are not the sum" |d| {
        let (at, _) = d.find(|cell| cell.at(Upsikyu, 30) && !is_sum(cell.row))?;
        let mut table = d.table(at.file)?;
        let row = table.rows.get_mut(at.record)?;
        for (no, value) in [(30, b"10"), (31, b"05"), (32, b"20")] {
            super::cross::put(row, no, if value == b"05" { b"5" } else { value });
        }
        d.put(at.file, &table);
        d.in_record(at.file, at.record)
    };
    "a_limit" Warning "domain R2.1" "区分支給限度基準額が表より低い" "a limit below the table" |d| {
        d.write(|cell| cell.at(Uphosoku, 19) && has_limit(cell), "100")
    };
    "a_limit_of_other_level" Warning "domain R2.1" "限度額が別の区分のもの" "the limit of another level" |d| {
        d.write(|cell| cell.at(Uphosoku, 19) && has_limit(cell) && cell.of(18) != b"25", "36217")
    };
    "a_slot_over" Warning "domain R2.4" "種類別の超過が 合計−基準額 でない" "a slot whose overrun does not follow" |d| {
        let (at, _) = d.find(|cell| cell.at(Uphosoku, 20) && !cell.is_filled())?;
        let mut table = d.table(at.file)?;
        let row = table.rows.get_mut(at.record)?;
        for (no, value) in [(20, &b"21"[..]), (21, b"9000"), (22, b"9500"), (23, b"100"), (56, b"100")] {
            super::cross::put(row, no, value);
        }
        d.put(at.file, &table);
        d.in_record(at.file, at.record)
    };
    "a_plan_count" Open "domain 3.2" "6表の回数が7表と違う" "another count in sheet 6" |d| d.write(|cell| cell.at(Upplan, 14) && cell.text() == b"1", "2");
    "a_managed_units" Open "R125・domain 9" "給付管理単位数がサービス単位と違う" "managed units that differ" |d| set(d, 18, |row| !is_sum(row), "123");
}

fn number(row: &Row, no: u16) -> i64 {
    String::from_utf8(text_of(row, no)).ok().and_then(|text| text.parse().ok()).unwrap_or_default()
}

/// 総合事業: municipalities set its prices and rates, and 定額 (A4, A8) is no product of units.
fn is_project(row: &Row) -> bool {
    text_of(row, 9).starts_with(b"A")
}

fn is_total(row: &Row) -> bool {
    text_of(row, 9) == b"999999"
}

fn is_subtotal(row: &Row) -> bool {
    is_sum(row) && !is_total(row)
}

/// A row of its own, with a product of units.
fn is_detail(row: &Row) -> bool {
    !is_sum(row) && !is_project(row)
}

/// A row that shows money of its own.
fn is_priced(row: &Row) -> bool {
    !text_of(row, 23).is_empty() && number(row, 24) > 0 && !is_project(row)
}

/// A limit by the table: not where a level is applied for, nor of 事業対象者 (domain R2.1, R5.3).
fn has_limit(cell: &Cell<'_>) -> bool {
    cell.is_filled() && cell.of(16) != b"1" && cell.of(18).len() == 2 && cell.of(18) != b"06"
}

/// Adds to a filled number of sheet 7; the place is the record.
fn add(d: &mut Draft, no: u16, wanted: fn(&Row) -> bool, more: i64) -> Outcome {
    let (at, _) = d.find(|cell| cell.at(Upsikyu, no) && (cell.is_filled() || no == 29) && wanted(cell.row))?;
    let mut table = d.table(at.file)?;
    let row = table.rows.get_mut(at.record)?;
    let sum = number(row, no) + more;
    super::cross::put(row, no, sum.to_string().as_bytes());
    d.put(at.file, &table);
    d.in_file(at.file)
}

fn set(d: &mut Draft, no: u16, wanted: fn(&Row) -> bool, value: &str) -> Outcome {
    let (at, _) = d.find(|cell| cell.at(Upsikyu, no) && wanted(cell.row))?;
    let mut table = d.table(at.file)?;
    super::cross::put(table.rows.get_mut(at.record)?, no, value.as_bytes());
    d.put(at.file, &table);
    d.in_record(at.file, at.record)
}
