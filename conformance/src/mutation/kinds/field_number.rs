//! Numbers and prices.

use careplan::layout::{Format, Kind};

use super::{is_integer, mutations};
use crate::mutation::draft::{Draft, Outcome};
use crate::mutation::table::Cell;

mutations! {
    "f_int_comma" Error "R21" "桁区切りのカンマ（囲んである）" "a thousands separator, in quotes" |d| {
        let (at, _) = d.find(|cell| is_integer(cell) && len(cell) >= 5)?;
        d.set_raw(at, b"\"1,000\"".to_vec())
    };
    "f_int_bare_comma" Error "R20・R21" "桁区切りのカンマ（囲まない）" "a thousands separator, bare" |d| {
        let (at, _) = d.find(|cell| is_integer(cell) && len(cell) >= 5)?;
        d.set_raw(at, b"1,000".to_vec())?;
        d.in_record(at.file, at.record)
    };
    "f_int_decimal" Error "整数" "小数" "a decimal" |d| d.write(|cell| is_integer(cell) && len(cell) >= 3, "1.5");
    "f_int_decimal_zero" Error "整数" "「1.0」" "1.0" |d| d.write(|cell| is_integer(cell) && len(cell) >= 3, "1.0");
    "f_int_letters" Error "整数" "文字" "letters" |d| integer(d, "ab");
    "f_int_unit" Error "整数" "「5円」" "with a unit" |d| d.edit(|cell| is_integer(cell) && len(cell) >= 5, |_, _| b"5\x89\x7E".to_vec());
    "f_int_percent" Error "整数" "「90%」" "with a per cent sign" |d| d.write(|cell| cell.at(Kind::Upsikyu, 25) && cell.is_filled(), "90%");
    "f_int_ratio" Error "整数" "給付率が 0.9" "0.9 for 90" |d| d.write(|cell| cell.at(Kind::Upsikyu, 25) && cell.is_filled(), "0.9");
    "f_int_space" Error "整数" "途中に空白" "a space inside" |d| d.write(|cell| is_integer(cell) && len(cell) >= 3, "1 0");
    "f_int_yen" Error "整数" "「¥100」" "a yen sign" |d| d.write(|cell| is_integer(cell) && len(cell) >= 5, "\\100");
    "f_int_hyphen" Error "整数" "空の代わりに「-」" "a hyphen for nothing" |d| integer(d, "-");
    "f_int_hex" Error "整数" "0x10" "0x10" |d| d.write(|cell| is_integer(cell) && len(cell) >= 5, "0x10");
    "f_int_too_long" Error "R21" "項目長を1桁超える" "one digit too long"
        |d| d.edit(is_integer_of_known_length, |_, _| b"1".repeat(9));
    "f_int_full_width" Open "U-6" "全角数字" "full-width digits" |d| d.edit(|cell| is_count(cell) && cell.field.format == Format::Integer, |old, _| widen(old));
    "f_int_leading_zero" Open "U-6" "前ゼロ" "a leading zero" |d| d.edit(|cell| is_count(cell) && len(cell) >= 2, |_, _| b"01".to_vec());
    "f_int_plus" Open "U-6" "正号" "a plus sign" |d| d.write(|cell| is_count(cell) && len(cell) >= 2, "+1");
    "f_int_negative_units" Open "domain 3.2" "負の単位数（送迎減算など）" "negative units" |d| d.write(|cell| matches!(cell.kind, Kind::Upplan | Kind::Upjsk) && cell.field.no == 8, "-47");
    "f_number_0" Error "R110" "課題ＮＯが 0" "number 0" |d| number(d, "0");
    "f_number_negative" Error "R110" "課題ＮＯが -1" "number -1" |d| number(d, "-1");
    "f_number_00" Error "R110" "課題ＮＯが 00" "number 00" |d| number(d, "00");
    "f_number_100" Error "R110・R21" "課題ＮＯが 100" "number 100" |d| number(d, "100");
    "f_number_ja" Error "R110" "課題ＮＯが「①」" "a circled number" |d| d.edit(is_number, |_, _| b"\x87\x40".to_vec());
    "f_price_1_decimal" Error "R126" "単価が 11.4" "11.4" |d| price(d, "11.4");
    "f_price_3_decimals" Error "R126" "単価が 11.400" "11.400" |d| price(d, "11.400");
    "f_price_no_decimals" Error "R126" "単価が 10" "10" |d| price(d, "10");
    "f_price_hundredths" Error "R126" "単価が 1140" "1140" |d| price(d, "1140");
    "f_price_comma" Error "R126" "単価が 11,40（囲んである）" "11,40 in quotes" |d| {
        let (at, _) = d.find(|cell| cell.is(&[Format::Decimal]))?;
        d.set_raw(at, b"\"11,40\"".to_vec())
    };
    "f_price_letters" Error "R126" "単価が 11.4X" "letters" |d| price(d, "11.4X");
    "f_price_negative" Error "R126" "単価が負" "negative" |d| price(d, "-11.40");
}

fn len(cell: &Cell<'_>) -> u16 {
    match cell.field.max_len {
        careplan::layout::MaxLen::Chars(len) => len,
        _ => 0,
    }
}

/// An integer whose length no contradiction touches (C-2).
fn is_integer_of_known_length(cell: &Cell<'_>) -> bool {
    is_integer(cell) && !cell.at(Kind::Upsikyu, 30)
}

/// A number of services, which nothing else is tied to.
fn is_count(cell: &Cell<'_>) -> bool {
    matches!(cell.kind, Kind::Upplan | Kind::Upjsk) && cell.field.no == 14 && cell.is_filled()
}

fn is_number(cell: &Cell<'_>) -> bool {
    cell.kind == Kind::Up2kyo && matches!(cell.field.no, 6 | 8 | 13) && cell.is_filled()
}

fn integer(d: &mut Draft, value: &str) -> Outcome {
    d.write(is_integer, value)
}

fn number(d: &mut Draft, value: &str) -> Outcome {
    d.write(is_number, value)
}

fn price(d: &mut Draft, value: &str) -> Outcome {
    d.write(|cell| cell.is(&[Format::Decimal]), value)
}

/// ASCII digits in full width, as MS932 has them.
fn widen(digits: &[u8]) -> Vec<u8> {
    digits.iter().flat_map(|digit| [0x82, 0x4F + (digit - b'0')]).collect()
}
