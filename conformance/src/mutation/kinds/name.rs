//! The parts of a file name, one wrong at a time (R23–R40).

use careplan::layout::Kind;

use super::mutations;
use crate::mutation::dice::Dice;
use crate::mutation::draft::{Draft, Outcome};
use crate::mutation::set::NameParts;

mutations! {
    "name_month_missing" Error "R23〜R32" "年月の部分が無い" "no month" |d| month(d, None);
    "name_month_13" Error "R23〜R32" "年月の月が 13" "month 13" |d| month(d, Some("202513"));
    "name_month_00" Error "R23〜R32" "年月の月が 00" "month 00" |d| month(d, Some("202500"));
    "name_month_5_digits" Error "R23〜R32" "年月が5桁" "a month of five digits" |d| month(d, Some("20255"));
    "name_month_day" Error "R23〜R32" "年月に日まで入る" "a month with its day" |d| month(d, Some("20250501"));
    "name_month_hyphen" Error "R23〜R32" "年月が 2025-05" "2025-05" |d| month(d, Some("2025-05"));
    "name_month_wareki" Error "R23〜R32" "年月が R0705" "R0705" |d| month(d, Some("R0705"));
    "name_month_empty" Error "R23〜R32" "年月の部分が空" "an empty month" |d| month(d, Some(""));
    "name_month_zero" Error "R28〜R32" "000000 が許されない種別で 000000" "000000 where it may not be" |d| {
        d.rename(|kind| kind.month_in_name() && kind != Kind::Uphosoku, |name, _| set(&mut name.month, Some("000000".to_owned())))
    };
    "name_month_where_none" Error "R24〜R40" "年月の無い種別に年月" "a month where none belongs" |d| {
        d.rename(|kind| !kind.month_in_name() && kind.is_csv(), |name, _| set(&mut name.month, Some("202505".to_owned())))
    };
    "name_zero_where_none" Error "R24〜R27" "計画書の名称に 000000" "000000 in the name of a plan" |d| {
        let plans = [Kind::Up1kyo, Kind::Up2kyo, Kind::Up3kyo, Kind::Dlt1kyo];
        d.rename(|kind| plans.contains(&kind), |name, _| set(&mut name.month, Some("000000".to_owned())))
    };
    "name_zero_as_in_example" Open "C-4" "UPKIHON_000000_（本文の例の形）" "UPKIHON_000000_ as in an example" |d| {
        d.rename(|kind| kind == Kind::Upkihon, |name, _| set(&mut name.month, Some("000000".to_owned())))
    };
    "name_month_other" Error "R44" "名称の年月がレコードと違う" "the name has another month than the records" |d| {
        d.rename(|kind| kind.month_in_name() && kind != Kind::Uphosoku, |name, _| {
            let other = if name.month.as_deref() == Some("202504") { "202506" } else { "202504" };
            set(&mut name.month, Some(other.to_owned()))
        })
    };
    "name_office_8" Error "R23〜R40" "事業所番号が8桁" "an office number of eight digits" |d| office(d, |text| text.chars().take(8).collect());
    "name_office_11" Error "R23〜R40" "事業所番号が11桁" "an office number of eleven digits" |d| office(d, |text| format!("{text}1"));
    "name_office_9" Open "C-3" "事業所番号が9桁（本文の例の形）" "office numbers of nine digits as in an example" |d| {
        let digits = |office: &str| office.bytes().all(|byte| byte.is_ascii_digit());
        let all_digits = |name: NameParts| digits(&name.from) && digits(&name.to);
        d.files.iter().all(|file| NameParts::of(&file.name).is_some_and(all_digits)).then_some(())?;
        d.rename_all(|name| [&mut name.from, &mut name.to].into_iter().for_each(|office| *office = office.split_off(1)))
    };
    "name_office_empty" Error "R23〜R40" "事業所番号が空" "an empty office number" |d| office(d, |_| String::new());
    "name_office_lower" Error "R23〜R40" "事業所番号に小文字" "an office number with a small letter"
        |d| office(d, |text| format!("{}a{}", &text[..2], &text[3..]));
    "name_office_hyphen" Error "R23〜R40" "事業所番号にハイフン" "an office number with a hyphen"
        |d| office(d, |text| format!("{}-{}", &text[..2], &text[3..]));
    "name_office_full_width" Error "R23〜R40" "事業所番号が全角" "an office number in full width"
        |d| office(d, |text| text.chars().map(widen).collect());
    "name_type_empty" Error "R43" "サービス種類コードが空" "an empty service type" |d| service_type(d, |_| String::new());
    "name_type_1" Error "R43" "サービス種類コードが1桁" "a service type of one character" |d| service_type(d, |text| text[..1].to_owned());
    "name_type_3" Error "R43" "片方の種類コードだけ3桁" "one service type of three characters" |d| service_type(d, |text| format!("{text}1"));
    "name_type_lower" Error "R43・readings 24" "種類コードが小文字（a2）" "a service type in small letters" |d| service_type(d, |_| "a2".to_owned());
    "name_type_full_width" Error "R43" "種類コードが全角" "a service type in full width" |d| service_type(d, |text| text.chars().map(widen).collect());
    "name_type_out_of_scope" Warning "R9・R11" "名称の種類コードが対象外（33）" "a service type that is not exchanged (33)" |d| {
        d.rename_all(|name| if name.from_type == "43" || name.from_type == "46" { name.to_type = "33".to_owned() } else { name.from_type = "33".to_owned() })
    };
    "name_type_unknown" Open "U-7" "名称の種類コードが一覧に無い（ZZ）" "a service type that is not listed (ZZ)" |d| d.rename_all(|name| name.to_type = "ZZ".to_owned());
    "name_types_swapped" Open "C-6" "実績の種類コードが逆（定義書の例の形）" "service types swapped as in an example" |d| {
        d.one_of(Kind::Upjsk).or(d.one_of(Kind::Dltjsk))?;
        (d.files.len() == 1).then_some(())?;
        d.rename_all(|name| std::mem::swap(&mut name.from_type, &mut name.to_type))
    };
    "name_same_office" Warning "domain 7.2" "送信元と送信先が同じ番号" "one office number at both ends"
        |d| d.rename_all(|name| name.to.clone_from(&name.from));
    "name_serial_13" Error "R23〜R40" "連番が13桁" "a serial of thirteen digits" |d| serial(d, |text| text[..13].to_owned());
    "name_serial_15" Open "C-5" "連番が15桁（本文の例の形）" "a serial of fifteen digits as in an example"
        |d| d.rename_all(|name| name.serial.push('3'));
    "name_serial_16" Error "R23〜R40" "連番が16桁" "a serial of sixteen digits" |d| serial(d, |text| format!("{text}00"));
    "name_serial_date_only" Error "R23〜R40" "連番が日付だけ" "a serial of a date alone" |d| serial(d, |text| text[..8].to_owned());
    "name_serial_impossible_day" Error "R23〜R40・domain 5" "連番が実在しない日（0230）" "a serial on February 30" |d| serial(d, |text| format!("20260230{}", &text[8..]));
    "name_serial_impossible_hour" Error "R23〜R40・domain 5" "連番の時刻が 25時" "a serial at 25 o'clock" |d| serial(d, |text| format!("{}250000", &text[..8]));
    "name_serial_impossible_minute" Error "R23〜R40・domain 5" "連番の分が 60" "a serial at minute 60" |d| serial(d, |text| format!("{}106000", &text[..8]));
    "name_serial_letters" Error "R23〜R40" "連番に文字" "a serial with letters" |d| serial(d, |text| format!("{}T{}", &text[..8], &text[9..]));
    "name_serial_hyphen" Error "R23〜R40" "連番にハイフン" "a serial with a hyphen" |d| serial(d, |text| format!("{}-{}", &text[..8], &text[8..]));
    "name_serial_missing" Error "R23〜R40" "連番が無い" "no serial" |d| drop_part(d, |parts| parts.len() - 1);
    "name_sender_missing" Error "R23〜R40" "送信元が無い" "no sender" |d| drop_part(d, |parts| parts.len() - 5);
    "name_receiver_missing" Error "R23〜R40" "送信先が無い" "no receiver" |d| drop_part(d, |parts| parts.len() - 3);
    "name_receiver_empty" Error "R23〜R40" "送信先の番号と種類が空（__）" "receiver and type empty (__)" |d| {
        d.rename(Kind::is_csv, |name, _| { name.to.clear(); name.to_type.clear(); Some(()) })
    };
}

fn set(month: &mut Option<String>, to: Option<String>) -> Option<()> {
    *month = to;
    Some(())
}

fn month(d: &mut Draft, to: Option<&str>) -> Outcome {
    d.rename(Kind::month_in_name, |name, _| set(&mut name.month, to.map(str::to_owned)))
}

fn one<'a>(dice: &mut Dice, first: &'a mut String, second: &'a mut String) -> &'a mut String {
    if dice.below(2) == 0 { first } else { second }
}

fn office(d: &mut Draft, change: fn(&str) -> String) -> Outcome {
    d.rename(Kind::is_csv, |NameParts { from, to, .. }, dice| {
        let office = one(dice, from, to);
        *office = change(office);
        Some(())
    })
}

fn service_type(d: &mut Draft, change: fn(&str) -> String) -> Outcome {
    d.rename(Kind::is_csv, |NameParts { from_type, to_type, .. }, dice| {
        let code = one(dice, from_type, to_type);
        *code = change(code);
        Some(())
    })
}

fn serial(d: &mut Draft, change: fn(&str) -> String) -> Outcome {
    d.rename(Kind::is_csv, |name, _| {
        name.serial = change(&name.serial);
        Some(())
    })
}

/// Leaves one part out.
fn drop_part(d: &mut Draft, which: fn(&[&str]) -> usize) -> Outcome {
    d.rename_text(Kind::is_csv, |name, _| {
        let mut parts = name.list();
        parts.remove(which(&parts));
        Some(format!("{}.{}", parts.join("_"), name.extension))
    })
}

fn widen(character: char) -> char {
    match character {
        '!'..='~' => char::from_u32(u32::from(character) - 0x21 + 0xFF01).unwrap_or(character),
        other => other,
    }
}
