//! Dates, months and other values of a fixed shape.

use Format::{BirthDate, Date, DateOrZero, Month, MonthOrZero};
use careplan::layout::{Format, Kind};

use super::{is_text, mutations};
use crate::mutation::draft::{Draft, Outcome};
use crate::mutation::table::Cell;

mutations! {
    "f_date_impossible" Error "YYYYMMDD" "実在しない日（20250231）" "February 31" |d| date(d, "20250231");
    "f_date_feb_29" Error "YYYYMMDD" "平年の2月29日" "February 29 of a common year" |d| date(d, "20250229");
    "f_date_31" Error "YYYYMMDD" "30日までの月の31日" "day 31 of a month of 30 days" |d| date(d, "20250631");
    "f_date_month_13" Error "YYYYMMDD" "13月" "month 13" |d| date(d, "20251301");
    "f_date_month_00" Error "YYYYMMDD" "0月" "month 0" |d| date(d, "20250001");
    "f_date_day_00" Error "YYYYMMDD" "0日" "day 0" |d| date(d, "20250500");
    "f_date_short" Error "YYYYMMDD" "6桁の年月" "a month of six digits" |d| d.write(|cell| is_date(cell) && !is_in_example(cell), "202505");
    "f_date_7_digits" Error "YYYYMMDD" "7桁" "seven digits" |d| date(d, "2025051");
    "f_date_9_digits" Error "YYYYMMDD" "9桁" "nine digits" |d| date(d, "202505010");
    "f_date_two_digit_year" Error "YYYYMMDD" "年が2桁" "a year of two digits" |d| d.write(|cell| is_date(cell) && !is_in_example(cell), "250501");
    "f_date_slash" Error "YYYYMMDD" "2025/05/01" "2025/05/01" |d| date(d, "2025/05/01");
    "f_date_hyphen" Error "YYYYMMDD" "2025-05-01" "2025-05-01" |d| date(d, "2025-05-01");
    "f_date_wareki" Error "YYYYMMDD・domain 5" "和暦 R070501" "R070501" |d| date(d, "R070501");
    "f_date_wareki_digits" Error "YYYYMMDD・domain 5" "元号番号の7桁" "an era number" |d| date(d, "5070501");
    "f_date_ja" Error "YYYYMMDD・domain 5" "「令和7年」" "a date in Japanese" |d| date_bytes(d, b"\x97\xDF\x98\x61\x37\x94\x4E");
    "f_date_letters" Error "YYYYMMDD" "文字" "letters" |d| date(d, "unknown");
    "f_date_time" Error "YYYYMMDD" "時刻まで入る" "a date with time" |d| date(d, "20250501000000");
    "f_date_zero" Error "domain 5・R61" "許されない項目に 00000000" "00000000 where it may not be"
        |d| d.write(|cell| cell.is(&[Date, BirthDate]), "00000000");
    "f_date_nines" Error "YYYYMMDD" "99999999" "99999999" |d| d.write(|cell| is_date(cell) && !is_end(cell), "99999999");
    "f_date_end_of_time" Open "domain 5" "終了日が 99991231" "an end on 99991231" |d| d.write(is_end, "99991231");
    "f_date_as_in_example" Open "readings 26" "相談日・計画日が6桁（例の形）" "six digits as in an example"
        |d| d.write(|cell| is_in_example(cell) && matches!(cell.kind, Kind::Dltkihon | Kind::Dltyobo), "202505");
    "f_month_13" Error "YYYYMM" "13月" "month 13" |d| month(d, "202513");
    "f_month_00" Error "YYYYMM" "0月" "month 0" |d| month(d, "202500");
    "f_month_hyphen" Error "YYYYMM" "2025-05" "2025-05" |d| month(d, "2025-05");
    "f_month_slash" Error "YYYYMM" "2025/5" "2025/5" |d| month(d, "2025/5");
    "f_month_8_digits" Error "YYYYMM・C-11" "8桁の日付" "a date of eight digits" |d| month(d, "20250501");
    "f_month_4_digits" Error "YYYYMM" "4桁" "four digits" |d| month(d, "2505");
    "f_month_wareki" Error "YYYYMM・domain 5" "和暦 R0705" "R0705" |d| month(d, "R0705");
    "f_month_zero" Error "R28〜R32・R61" "000000" "000000" |d| d.write(|cell| cell.is(&[Month]), "000000");
    "f_postal_no_hyphen" Error "R108" "郵便番号にハイフンが無い" "a postal code without hyphen"
        |d| d.edit(|cell| cell.is(&[Format::Postal]), |old, _| old.iter().copied().filter(|byte| *byte != b'-').collect());
    "f_postal_short" Error "R108" "郵便番号が短い" "a short postal code" |d| postal(d, "100-001");
    "f_postal_4_3" Error "R108" "郵便番号の区切りの位置が違う" "a hyphen at another place" |d| postal(d, "1000-001");
    "f_postal_letters" Error "R108" "郵便番号に文字" "a postal code with letters" |d| postal(d, "100-000A");
    "f_postal_mark" Error "R108" "郵便番号に〒" "a postal code with its mark"
        |d| d.edit(|cell| cell.is(&[Format::Postal]), |old, _| [b"\x81\xA7", old].concat());
    "f_phone_too_long" Error "R21" "電話番号が16桁" "a telephone number of sixteen characters"
        |d| d.write(|cell| cell.is(&[Format::Phone]), "0000-0000-000000");
    "f_phone_letters" Open "R21" "電話番号に文字" "letters in a telephone number" |d| d.write(|cell| cell.is(&[Format::Phone]), "090-1234-ABCD");
    "f_phone_no_hyphen" Open "R21" "電話番号にハイフンが無い" "no hyphens in a telephone number" |d| d.write(|cell| cell.is(&[Format::Phone]), "09000001234");
    "f_identifier_filled" Open "R132・readings 45" "識別子に値" "an identifier that is filled"
        |d| d.write(|cell| cell.field.format == Format::Unused, "1");
    "f_text_number" Open "書式 フリーテキスト" "自由文が数字だけ" "text of digits" |d| d.write(is_text, "12345");
    "f_text_long" Open "項目長 ―" "自由文が2,000字" "text of 2,000 characters" |d| d.edit(is_text, |_, _| b"\x82\xA0".repeat(2000));
}

fn is_date(cell: &Cell<'_>) -> bool {
    cell.is(&[Date, BirthDate, DateOrZero]) && cell.text() != b"00000000"
}

/// The dates that an official example shows with six digits.
fn is_in_example(cell: &Cell<'_>) -> bool {
    matches!(cell.field.name, "相談日" | "計画作成(変更)日")
}

fn is_end(cell: &Cell<'_>) -> bool {
    cell.is(&[Date]) && cell.field.name.contains("終了")
}

fn date(d: &mut Draft, value: &str) -> Outcome {
    d.write(is_date, value)
}

fn date_bytes(d: &mut Draft, value: &[u8]) -> Outcome {
    d.edit(is_date, |_, _| value.to_vec())
}

fn month(d: &mut Draft, value: &str) -> Outcome {
    d.write(|cell| cell.is(&[Month, MonthOrZero]) && cell.text() != b"000000", value)
}

fn postal(d: &mut Draft, value: &str) -> Outcome {
    d.write(|cell| cell.is(&[Format::Postal]), value)
}
