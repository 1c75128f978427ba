//! Times of the day and days of the month.

use Kind::{Upjsk, Upplan};
use careplan::layout::{Format, Kind};

use super::mutations;
use crate::mutation::draft::{Draft, Outcome};

mutations! {
    "f_time_2500" Error "R113" "2500" "2500" |d| table6(d, "2500");
    "f_time_2460" Error "R113" "2360" "2360" |d| any(d, "2360");
    "f_time_1260" Error "R112・R113" "1260" "1260" |d| any(d, "1260");
    "f_time_1299" Error "R112・R113" "1299" "1299" |d| any(d, "1299");
    "f_time_colon" Error "R112・R113" "12:00" "12:00" |d| any(d, "12:00");
    "f_time_3_digits" Error "R112・R113" "900" "900" |d| any(d, "900");
    "f_time_2_digits" Error "R112・R113" "09" "09" |d| any(d, "09");
    "f_time_6_digits" Error "R112・R113" "090000" "090000" |d| any(d, "090000");
    "f_time_letters" Error "R112・R113" "9:AM" "letters" |d| any(d, "9:AM");
    "f_time_ja" Error "R112・R113" "「9時」" "a time in Japanese" |d| d.edit(|cell| cell.is(&[Format::Time, Format::WeekTime]), |_, _| b"9\x8E\x9E".to_vec());
    "f_time_negative" Error "R112・R113" "-100" "-100" |d| any(d, "-100");
    "f_time_8888" Error "R113" "8888" "8888" |d| table6(d, "8888");
    "f_time_full_width" Open "severity 全角数字" "時刻が全角数字" "a time in full width" |d| {
        let plain = |text: &[u8]| text.iter().all(u8::is_ascii_digit);
        d.edit(|cell| cell.is(&[Format::Time]) && plain(&cell.text()), |old, _| old.iter().flat_map(|digit| [0x82, 0x4F + (digit - b'0')]).collect())
    };
    "f_time_2400" Open "readings 41" "2400" "2400" |d| d.write(|cell| cell.is(&[Format::Time]) && cell.text() != b"9999", "2400");
    "f_time_2400_week" Open "readings 31" "第3表の 2400" "2400 in the weekly plan" |d| week(d, "2400");
    "f_time_9999_week" Open "readings 31" "第3表の 9999" "9999 in the weekly plan" |d| week(d, "9999");
    "f_weekday_8" Error "R112・R133" "曜日が 8" "weekday 8" |d| weekday(d, b"8");
    "f_weekday_0" Error "R112・R133" "曜日が 0" "weekday 0" |d| weekday(d, b"0");
    "f_weekday_ja" Error "R112・R133" "曜日が「月」" "a weekday in Japanese" |d| weekday(d, b"\x8C\x8E");
    "f_weekday_en" Error "R112・R133" "曜日が MON" "MON" |d| weekday(d, b"MON");
    "f_bits_30" Error "R114" "日割対象日が30桁" "thirty days" |d| bits(d, &"1".repeat(30));
    "f_bits_28" Error "R114" "日割対象日が28桁" "twenty-eight days" |d| bits(d, &"1".repeat(28));
    "f_bits_32" Error "R114" "日割対象日が32桁" "thirty-two days" |d| bits(d, &"0".repeat(32));
    "f_bits_with_2" Error "R114" "日割対象日に 2" "a day that is 2" |d| bits(d, &format!("2{}", "0".repeat(30)));
    "f_bits_letters" Error "R114" "日割対象日に ○" "a day that is a letter" |d| bits(d, &format!("o{}", "0".repeat(30)));
    "f_bits_spaces" Error "R114" "日割対象日の 0 が空白" "blanks for days" |d| bits(d, &format!("1{}", " ".repeat(30)));
    "f_use_day_missing" Error "R116" "サービス利用日が空" "no day of use" |d| d.write(|cell| is_use(cell.kind) && cell.field.no == 10, "");
    "f_use_day_of_month" Error "R116" "サービス利用日が日だけ" "a day of use without month" |d| d.write(|cell| is_use(cell.kind) && cell.field.no == 10, "01");
}

const fn is_use(kind: Kind) -> bool {
    matches!(kind, Upplan | Upjsk)
}

fn any(d: &mut Draft, value: &str) -> Outcome {
    d.write(|cell| cell.is(&[Format::Time, Format::WeekTime]), value)
}

fn table6(d: &mut Draft, value: &str) -> Outcome {
    d.write(|cell| cell.is(&[Format::Time]), value)
}

fn week(d: &mut Draft, value: &str) -> Outcome {
    d.write(|cell| cell.is(&[Format::WeekTime]), value)
}

fn weekday(d: &mut Draft, value: &[u8]) -> Outcome {
    d.edit(|cell| cell.at(Kind::Up3kyo, 7) && cell.is_filled(), |_, _| value.to_vec())
}

fn bits(d: &mut Draft, value: &str) -> Outcome {
    d.write(|cell| is_use(cell.kind) && cell.field.no == 11, value)
}
