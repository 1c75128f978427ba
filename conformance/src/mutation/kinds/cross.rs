//! Fields that contradict each other within a record.

use Kind::{Up1kyo, Up3kyo, Uphosoku, Upjsk, Upkihon, Upplan, Upsikyu};
use careplan::layout::Kind;

use super::{is_text, mutations, whole_records};
use crate::mutation::draft::{Draft, Outcome};
use crate::mutation::table::{Cell, Row, Table, text_of};

mutations! {
    "x_use_day_outside" Error "R45・domain 4.4" "利用日が対象年月の外" "a day of use outside the month" |d| d.edit(|cell| is_use(cell) && cell.field.no == 10, |old, _| other_month(old));
    "x_use_day_next_year" Error "R45・domain 4.4" "利用日の年だけ違う" "a day of use in another year"
        |d| d.edit(|cell| is_use(cell) && cell.field.no == 10, |old, _| [b"2027", &old[4..]].concat());
    "x_consultation_no_text" Error "R129" "相談方法が 03 なのに内容が空" "consultation 03 without text" |d| both(d, Upkihon, (8, b"03"), (9, b"\"\""));
    "x_condition_no_text" Error "R129" "現況が 02 なのに補足が空" "condition 02 without text" |d| both(d, Upkihon, (12, b"02"), (13, b"\"\""));
    "x_tais_both_empty" Warning "R117・readings 9" "種類17・67 で TAIS も届出コードも空" "neither TAIS nor notification code" |d| {
        let (at, _) = d.find(|cell| cell.field.format == careplan::layout::Format::Tais && cell.is_filled())?;
        d.set(at, b"")?;
        d.in_record(at.file, at.record)
    };
    "x_tais_both" Open "readings 9" "TAIS と届出コードの両方" "both codes" |d| {
        d.write(|cell| is_use(cell) && cell.field.no == 17 && !cell.is_filled() && !cell.of(16).is_empty(), "09997-000055")
    };
    "x_tais_on_other" Open "R117" "用具でないサービスに TAIS" "TAIS on another service" |d| d.write(|cell| is_use(cell) && cell.field.no == 16 && !is_equipment(&cell.of(15)), "09997-000055");
    "x_detail_number_on_other" Open "R118・readings 35" "用具でないサービスに明細判別コード" "a detail number on another service"
        |d| d.write(|cell| is_use(cell) && cell.field.no == 19 && !is_equipment(&cell.of(15)), "1");
    "x_one_9999_start" Warning "R113・domain 4.2" "開始だけ 9999" "start alone is 9999" |d| d.write(|cell| is_use(cell) && cell.field.no == 12 && cell.of(13) != b"9999", "9999");
    "x_one_9999_end" Warning "R113・domain 4.2" "終了だけ 9999" "end alone is 9999" |d| d.write(|cell| is_use(cell) && cell.field.no == 13 && cell.of(12) != b"9999", "9999");
    "x_past_midnight" Open "readings 41" "終了が開始より前（日跨ぎ）" "past midnight" |d| d.write(|cell| is_use(cell) && cell.field.no == 13 && cell.of(12).as_slice() > &b"0100"[..], "0030");
    "x_use_count_0" Warning "domain 4.4" "回数が 0" "a count of 0" |d| d.write(|cell| cell.at(Upplan, 14), "0");
    "x_out_of_scope_33" Error "R9・R13" "対象外の種類（33）のレコード" "a service that is not exchanged (33)" |d| service(d, b"33");
    "x_out_of_scope_32" Error "R9・R13" "対象外の種類（32）のレコード" "type 32" |d| service(d, b"32");
    "x_out_of_scope_51" Error "R9・R13" "対象外の種類（51）のレコード" "type 51" |d| service(d, b"51");
    "x_out_of_scope_81" Error "R9・R13" "対象外の種類（81）のレコード" "type 81" |d| service(d, b"81");
    "x_out_of_scope_35" Error "R11・R13" "対象外の種類（35）のレコード" "type 35" |d| service(d, b"35");
    "x_out_of_scope_sheet7" Error "R13" "7表に対象外の種類（36）" "type 36 in sheet 7"
        |d| d.edit(|cell| cell.at(Upsikyu, 9) && !super::sheet7::is_sum(cell.row), |old, _| [b"36", &old[2..]].concat());
    "x_unlisted_service" Warning "R12" "一覧に無い種類（A9）のレコード" "a type that is not listed (A9)" |d| service(d, b"A9");
    "x_care_management_row" Warning "R8・R13" "居宅介護支援（43）のレコード" "care management as a service (43)" |d| service(d, b"43");
    "x_supplement_both" Error "R61" "補足情報の No.4 と No.63 の両方に値" "both dates of the supplement" |d| d.edit(|cell| cell.at(Uphosoku, 4) && cell.text() == b"00000000", |_, _| b"20250401".to_vec());
    "x_supplement_both_plan" Error "R44・R61" "計画書の補足情報に対象年月" "a month in the supplement of a plan" |d| d.edit(|cell| cell.at(Uphosoku, 63) && cell.text() == b"000000", |_, _| b"202505".to_vec());
    "x_supplement_neither" Error "R61" "補足情報の No.4 も No.63 も 0（計画書の組）" "neither date of the supplement (plan)" |d| {
        d.edit(|cell| cell.at(Uphosoku, 4) && cell.of(63) == b"000000", |_, _| b"00000000".to_vec())
    };
    "x_supplement_neither_use" Error "R44・R61" "補足情報の No.4 も No.63 も 0（利用票の組）" "neither date of the supplement (use)" |d| {
        d.edit(|cell| cell.at(Uphosoku, 63) && cell.of(4) == b"00000000", |_, _| b"000000".to_vec())
    };
    "x_slot_gap" Error "R109" "種類別限度額が2枠目から" "limit slots that start at the second" |d| slots(d, &[(24, "22"), (25, "10000"), (26, "5000"), (27, "0")]);
    "x_slot_gap_inside" Error "R109" "種類別限度額の2枠目が空いている" "a gap between limit slots"
        |d| slots(d, &[(20, "21"), (21, "9000"), (22, "5000"), (23, "0"), (28, "22"), (29, "9000"), (30, "100"), (31, "0")]);
    "x_slot_no_type" Error "R109" "種類の無い限度額の枠だけ" "a limit slot without its type" |d| slots(d, &[(25, "10000"), (26, "5000"), (27, "0"), (24, "21")]);
    "x_slot_23" Warning "R109" "短期入所療養介護の枠が 23" "a slot of type 23" |d| slots(d, &[(20, "23"), (21, "10000"), (22, "5000"), (23, "0")]);
    "x_slot_2a" Warning "R109" "短期入所療養介護の枠が 2A" "a slot of type 2A" |d| slots(d, &[(20, "2A"), (21, "10000"), (22, "5000"), (23, "0")]);
    "x_bits_beyond_month" Warning "R114・domain 4.3" "月末より後の日割" "a day beyond the month" |d| {
        d.write(|cell| is_use(cell) && cell.field.no == 11 && short_month(&cell.of(5)), "1111111111111111111111111111111")
    };
    "x_bits_no_day" Warning "R114・domain 4.3" "日割対象日がすべて 0" "no day at all" |d| d.write(|cell| is_use(cell) && cell.field.no == 11, "0000000000000000000000000000000");
    "x_prorata_day_outside" Warning "R114・R116" "日割の期間に利用日が無い" "a day of use outside its prorated days" |d| {
        whole_records(d.edit(
            |cell| is_use(cell) && cell.field.no == 11 && !cell.of(10).ends_with(b"31"),
            |_, _| [&b"0".repeat(30)[..], b"1"].concat(),
        ))
    };
    "x_over_30_inside" Warning "domain 3.9" "30日超なのに限度内の単位数" "units inside the limit beyond 30 days"
        |d| whole_records(d.write(|cell| cell.at(Upsikyu, 33) && cell.of(9).starts_with(b"21") && !super::sheet7::is_sum(cell.row) && cell.of(22).len() > 1, "1"));
    "x_over_30_on_visit" Warning "domain 3.9" "短期入所でないサービスの30日超" "over 30 days on a visit"
        |d| d.write(|cell| is_use(cell) && cell.field.no == 23 && cell.of(15).starts_with(b"1"), "1");
    "x_birth_future" Warning "domain 5" "生年月日が未来" "a birth in the future" |d| d.write(|cell| cell.field.format == careplan::layout::Format::BirthDate, "20300101");
    "x_birth_child" Warning "domain 5" "対象者が子ども" "a child as insured" |d| d.write(|cell| cell.field.format == careplan::layout::Format::BirthDate, "20200101");
    "x_period_reversed" Warning "domain 5" "有効期間の終了が開始より前" "a period that ends before it begins"
        |d| d.write(|cell| cell.at(Up1kyo, 20) && cell.is_filled() || cell.at(Kind::Upyobo, 11) && cell.is_filled(), "20200131");
    "x_period_too_long" Warning "domain 5" "有効期間が10年" "a period of ten years"
        |d| d.write(|cell| cell.at(Up1kyo, 20) && cell.is_filled() || cell.at(Kind::Upyobo, 11) && cell.is_filled(), "20380131");
    "x_limit_period_past" Warning "domain R5.1" "限度額適用期間が提供月より前に終わる" "a limit that ended before the month"
        |d| d.write(|cell| cell.at(Uphosoku, 15) && cell.is_filled() && cell.of(63) != b"000000", "20241231");
    "x_made_after_sending" Warning "domain 5" "作成年月日が連番より後" "made after it was sent" |d| d.write(|cell| cell.field.no == 4 && cell.field.name.contains("作成年月日"), "20991231");
    "x_insured_h_old" Warning "domain 1.3" "H番号で65歳以上" "an H number at 65 and above" |d| {
        let (insured, file) = (b"H123456789".to_vec(), d.one_of(Uphosoku)?);
        let is_young = |table: Table| table.rows.iter().any(|row| text_of(row, 3).starts_with(b"H"));
        (!d.table(file).is_some_and(is_young)).then_some(())?;
        for file in 0..d.files.len() {
            let _ = d.rows(file, |rows| rows.iter_mut().filter_map(|row| row.get_mut(2)).for_each(|raw| raw.clone_from(&insured)));
        }
        d.in_file(file)
    };
    "x_week_mixed" Open "readings 31・R112" "第3表の1行にサービスと活動" "service and activity in one row"
        |d| d.write(|cell| cell.at(Up3kyo, 10) && !cell.of(6).is_empty(), "abc");
    "x_other_office_actual" Open "R98・severity" "実績に他事業所の行" "actuals of another office" |d| d.write(|cell| cell.at(Upjsk, 20), "9770000007");
    "x_certified_empty" Open "domain R5.3" "認定済で要介護状態区分が空" "certified without a level" |d| d.write(|cell| cell.at(Uphosoku, 18), "");
    "x_placeholder" Open "domain 7.2" "自由文に ?" "question marks in text" |d| d.edit(is_text, |old, _| [old, b"???"].concat());
}

fn is_use(cell: &Cell<'_>) -> bool {
    matches!(cell.kind, Upplan | Upjsk)
}

fn is_equipment(code: &[u8]) -> bool {
    code.starts_with(b"17") || code.starts_with(b"67")
}

fn short_month(month: &[u8]) -> bool {
    [b"02", b"04", b"06", b"09", b"11"].iter().any(|short| month.ends_with(*short))
}

/// The same day of the month before or after.
fn other_month(date: &[u8]) -> Vec<u8> {
    let month: &[u8] = if &date[4..6] == b"10" { b"12" } else { b"10" };
    [&date[..4], month, &date[6..]].concat()
}

fn service(d: &mut Draft, service_type: &[u8]) -> Outcome {
    d.edit(|cell| is_use(cell) && cell.field.no == 15, |old, _| [service_type, &old[2..]].concat())
}

/// Sets two fields of one record; the second is where it shows.
fn both(d: &mut Draft, kind: Kind, first: (u16, &[u8]), second: (u16, &[u8])) -> Outcome {
    let (at, _) = d.find(|cell| cell.at(kind, first.0))?;
    d.set_raw(at, first.1.to_vec())?;
    let mut table = d.table(at.file)?;
    put(table.rows.get_mut(at.record)?, second.0, second.1);
    d.put(at.file, &table);
    let mut spots = d.in_record(at.file, at.record)?;
    spots.iter_mut().for_each(|spot| spot.field = Some(second.0));
    Some(spots)
}

/// Fills limit slots of a supplement; the place is the record.
fn slots(d: &mut Draft, values: &[(u16, &str)]) -> Outcome {
    let (at, _) = d.find(|cell| cell.at(Uphosoku, 20) && !cell.is_filled())?;
    let mut table = d.table(at.file)?;
    let row = table.rows.get_mut(at.record)?;
    values.iter().for_each(|(no, value)| put(row, *no, value.as_bytes()));
    d.put(at.file, &table);
    d.in_record(at.file, at.record)
}

pub(super) fn put(row: &mut Row, no: u16, raw: &[u8]) {
    if let Some(slot) = row.get_mut(usize::from(no) - 1) {
        *slot = raw.to_vec();
    }
}
