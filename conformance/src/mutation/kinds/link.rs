//! How the files of a set hang together: months, keys, parents and children (R44–R45, R59–R63).

use Kind::{
    Up1kyo, Up2kyo, Up3kyo, Uphosoku, Upjsk, Upkihon, UpkihonSub1, UpkihonSub2, Upplan, Upsikyu, Upyobo, UpyoboSub,
};
use careplan::layout::Kind;
use careplan::name::FileName;
use careplan::value::{Scope, scope};

use super::cross::put;
use super::mutations;
use crate::mutation::draft::{Draft, Outcome};
use crate::mutation::set::NameParts;
use crate::mutation::table::text_of;

mutations! {
    "s_months_mixed" Error "R45・R44" "UPPLAN に翌月のレコード" "a record of another month in UPPLAN" |d| other_month_row(d, Upplan);
    "s_months_mixed_actual" Error "R45・R44" "UPJSK に翌月のレコード" "in UPJSK" |d| other_month_row(d, Upjsk);
    "s_months_mixed_sheet7" Error "R45・R44" "UPSIKYU に翌月のレコード" "in UPSIKYU" |d| other_month_row(d, Upsikyu);
    "s_month_between_sheet7" Error "R44・R60" "UPSIKYU だけ別の月" "UPSIKYU of another month" |d| shift_file(d, Upsikyu, 5);
    "s_month_between_supplement" Error "R44・R60" "補足情報だけ別の月" "a supplement of another month" |d| shift_file(d, Uphosoku, 63);
    "s_supplement_of_plan" Error "R23・R61" "利用票の組の補足情報が計画書のもの" "the supplement of a plan with use tables" |d| supplement(d, Upplan, "000000", "20250401", "000000");
    "s_supplement_of_use" Error "R23・R61" "計画書の組の補足情報が利用票のもの" "the supplement of use tables with a plan" |d| supplement(d, Up1kyo, "202505", "00000000", "202505");
    "s_supplement_name_zero" Error "R44" "補足情報の名称だけ 000000" "000000 in the name alone" |d| {
        d.all_of(Upplan).first()?;
        d.rename(|kind| kind == Uphosoku, |name, _| { name.month = Some("000000".to_owned()); Some(()) })
    };
    "s_supplement_name_month" Error "R44" "補足情報の名称だけ年月" "a month in the name alone" |d| {
        d.all_of(Up1kyo).first()?;
        d.rename(|kind| kind == Uphosoku, |name, _| { name.month = Some("202505".to_owned()); Some(()) })
    };
    "s_record_month_other" Error "R44" "全レコードの対象年月が名称と違う" "all records of another month than the name" |d| {
        let file = d.one_of(Upjsk)?;
        d.rows(file, |rows| rows.iter_mut().for_each(|row| { put(row, 5, b"202404"); put(row, 10, b"20240401"); }))?;
        d.in_file(file)
    };
    "s_orphan_up2kyo" Error "R59" "2表の利用者が1表に無い" "a person of sheet 2 not in sheet 1" |d| orphan(d, Up2kyo, 3, b"0000999999");
    "s_orphan_up3kyo" Error "R59" "3表の利用者が1表に無い" "of sheet 3" |d| orphan(d, Up3kyo, 3, b"0000999999");
    "s_orphan_supplement_plan" Error "R59" "補足情報の利用者が1表に無い" "of the supplement, plan" |d| { d.all_of(Up1kyo).first()?; orphan(d, Uphosoku, 3, b"0000999999") };
    "s_orphan_supplement_use" Error "R60" "補足情報の利用者が6表に無い" "of the supplement, use" |d| { d.all_of(Upplan).first()?; orphan(d, Uphosoku, 3, b"0000999999") };
    "s_orphan_upsikyu" Error "R60" "7表の利用者が6表に無い" "of sheet 7" |d| orphan(d, Upsikyu, 3, b"0000999999");
    "s_orphan_sub1" Error "R62" "別表1の利用者が基本情報に無い" "of SUB1" |d| orphan(d, UpkihonSub1, 3, b"0000999999");
    "s_orphan_sub2" Error "R62" "別表2の利用者が基本情報に無い" "of SUB2" |d| orphan(d, UpkihonSub2, 3, b"0000999999");
    "s_orphan_yobo_sub" Error "R63" "別表の利用者が支援計画書に無い" "of the preventive table" |d| orphan(d, UpyoboSub, 3, b"0000999999");
    "s_orphan_insurer" Error "R59〜R63" "子の保険者番号が親と違う" "a child of another insurer" |d| {
        let (at, _) = d.find(|cell| cell.field.no == 2 && is_child(cell.kind))?;
        let mut table = d.table(at.file)?;
        put(table.rows.get_mut(at.record)?, 2, b"999999");
        d.put(at.file, &table);
        d.in_record(at.file, at.record)
    };
    "s_orphan_date_up2kyo" Error "R59" "2表の計画作成日が1表と違う" "another plan date in sheet 2" |d| orphan(d, Up2kyo, 5, b"20250102");
    "s_orphan_date_up3kyo" Error "R59" "3表の計画作成日が1表と違う" "in sheet 3" |d| orphan(d, Up3kyo, 5, b"20250102");
    "s_orphan_date_supplement" Error "R59" "補足情報の計画作成日が1表と違う" "in the supplement" |d| { d.all_of(Up1kyo).first()?; orphan(d, Uphosoku, 4, b"20250102") };
    "s_orphan_date_sub1" Error "R62" "別表1の相談日が基本情報と違う" "another consultation date in SUB1" |d| orphan(d, UpkihonSub1, 4, b"20250102");
    "s_orphan_date_sub2" Error "R62" "別表2の相談日が基本情報と違う" "in SUB2" |d| orphan(d, UpkihonSub2, 4, b"20250102");
    "s_orphan_date_yobo_sub" Error "R63" "別表の計画作成日が支援計画書と違う" "another plan date in the preventive table" |d| orphan(d, UpyoboSub, 4, b"20250102");
    "s_parent_changed" Error "R59・R60・R62・R63" "親の被保険者番号だけ違う" "a parent of another person" |d| {
        let (at, _) = d.find(|cell| cell.field.no == 3 && matches!(cell.kind, Up1kyo | Upkihon | Upyobo))?;
        let has_children = (0..d.files.len()).filter_map(|file| d.table(file)).any(|table| {
            is_child(table.kind()) && !(table.kind() == UpyoboSub && d.all_of(Upyobo).is_empty())
        });
        has_children.then_some(())?;
        d.set(at, b"0000999999")?;
        Some(Vec::new())
    };
    "s_person_missing_sheet7" Error "R60・R122" "6表の利用者が7表に居ない" "a person of sheet 6 missing in sheet 7" |d| {
        let file = d.one_of(Upplan)?;
        let mut row = d.table(file)?.rows.first()?.clone();
        put(&mut row, 3, b"0000999999");
        let record = d.table(file)?.rows.len();
        d.rows(file, |rows| rows.push(row))?;
        d.in_record(file, record)
    };
    "s_person_dropped_sheet7" Error "R60・R122" "7表から1人分の行が抜ける" "the rows of one person gone from sheet 7" |d| {
        let (_, insured) = d.person(Upsikyu)?;
        d.drop_rows(Upsikyu, |row| text_of(row, 3) == insured)
    };
    "s_person_dropped_sheet1" Error "R59" "1表から1人分の行が抜ける" "one person gone from sheet 1" |d| {
        let (_, insured) = d.person(Up1kyo)?;
        d.drop_rows(Up1kyo, |row| text_of(row, 3) == insured)?;
        Some(Vec::new())
    };
    "s_goals_out_of_order" Warning "R110" "2表の番号の順が逆" "sheet 2 out of the order of its numbers" |d| {
        let (file, table) = d.csv(|table| table.kind() == Up2kyo && table.rows.len() > 2)?;
        let (first, last) = (table.rows.first()?, table.rows.last()?);
        (text_of(first, 3) == text_of(last, 3) && text_of(first, 6) != text_of(last, 6)).then_some(())?;
        d.rows(file, |rows| rows.reverse())?;
        d.in_file(file)
    };
    "s_person_no_supplement" Warning "R60・R75" "6表の利用者の補足情報が無い" "a person of sheet 6 without supplement" |d| new_person(d, &[Upplan, Upsikyu]);
    "s_person_no_supplement_plan" Warning "R59・R70" "1表の利用者の補足情報が無い" "a person of sheet 1 without supplement" |d| new_person(d, &[Up1kyo, Up2kyo, Up3kyo]);
    "s_person_no_sheet2" Warning "R59・R73" "1表の利用者が2表に居ない" "a person of sheet 1 missing in sheet 2" |d| new_person(d, &[Up1kyo, Up3kyo, Uphosoku]);
    "s_person_no_sheet3" Warning "R59・R74" "1表の利用者が3表に居ない" "a person of sheet 1 missing in sheet 3" |d| new_person(d, &[Up1kyo, Up2kyo, Uphosoku]);
    "s_person_unrelated" Warning "R50・R52" "送信先の事業所の行が無い利用者" "people without a row of the receiver" |d| {
        let file = d.one_of(Upplan)?;
        let to = FileName::parse(&d.file_name(file)?).ok()?.unit.to;
        matches!(scope(to.service?.as_bytes()), Scope::InScope(_)).then_some(())?;
        d.rows(file, |rows| rows.iter_mut().for_each(|row| put(row, 20, b"9770000007")))?;
        d.in_file(file)
    };
    "s_another_person" Open "R59・R60" "全ファイルに利用者が1人増える" "one person more in every file" |d| new_person(d, &[Up1kyo, Up2kyo, Up3kyo, Uphosoku, Upplan, Upsikyu]);
}

const fn is_child(kind: Kind) -> bool {
    matches!(kind, Up2kyo | Up3kyo | Uphosoku | Upsikyu | UpkihonSub1 | UpkihonSub2 | UpyoboSub)
}

/// The month after, `YYYYMM`.
fn next(month: &str) -> String {
    let number: u32 = month.parse().unwrap_or(202_501);
    let (year, month) = (number / 100, number % 100);
    if month >= 12 { format!("{}01", year + 1) } else { format!("{year}{:02}", month + 1) }
}

/// Moves the last record of a file of several into the next month, its day of use too.
fn other_month_row(d: &mut Draft, kind: Kind) -> Outcome {
    let file = d.one_of(kind)?;
    let mut table = d.table(file)?;
    (table.rows.len() > 1).then_some(())?;
    let row = table.rows.last_mut()?;
    let month = next(&String::from_utf8(text_of(row, 5)).ok()?);
    put(row, 5, month.as_bytes());
    if kind != Upsikyu {
        put(row, 10, format!("{month}01").as_bytes());
    }
    d.put(file, &table);
    d.in_file(file)
}

/// Moves a whole file into the next month, name and records alike.
fn shift_file(d: &mut Draft, kind: Kind, no: u16) -> Outcome {
    d.all_of(Upplan).first()?;
    let spots = d.rename(
        |found| found == kind,
        |name, _| {
            name.month = Some(next(name.month.as_deref().filter(|month| *month != "000000")?));
            Some(())
        },
    )?;
    for file in d.all_of(kind) {
        let month = NameParts::of(&d.file_name(file)?)?.month?;
        d.rows(file, |rows| rows.iter_mut().for_each(|row| put(row, no, month.as_bytes())))?;
    }
    Some(spots)
}

/// Turns the supplement of a set into one of the other kind, consistent in itself.
fn supplement(d: &mut Draft, beside: Kind, in_name: &str, date: &str, month: &str) -> Outcome {
    d.all_of(beside).first()?;
    d.rename(
        |kind| kind == Uphosoku,
        |name, _| {
            name.month = Some(in_name.to_owned());
            Some(())
        },
    )?;
    let file = *d.all_of(Uphosoku).first()?;
    d.rows(file, |rows| {
        for row in rows {
            put(row, 4, date.as_bytes());
            put(row, 63, month.as_bytes());
        }
    })?;
    d.in_file(file)
}

/// Changes a part of the key in one record of a child whose parent is there.
fn orphan(d: &mut Draft, kind: Kind, no: u16, value: &[u8]) -> Outcome {
    let parent = match kind {
        UpkihonSub1 | UpkihonSub2 => Upkihon,
        UpyoboSub => Upyobo,
        Upsikyu => Upplan,
        Up2kyo | Up3kyo => Up1kyo,
        _ => kind,
    };
    d.all_of(parent).first()?;
    let (at, _) = d.find(|cell| cell.at(kind, no))?;
    d.set(at, value)?;
    d.in_record(at.file, at.record)
}

/// Repeats the rows of the first person under another number in files of some kinds.
fn new_person(d: &mut Draft, kinds: &[Kind]) -> Outcome {
    let first = *kinds.first()?;
    (d.all_of(first).len() == 1).then_some(())?;
    let (_, insured) = d.person(first)?;
    let files: Vec<usize> = kinds.iter().flat_map(|kind| d.all_of(*kind)).collect();
    for file in files {
        d.rows(file, |rows| {
            let mut more: Vec<_> = rows.iter().filter(|row| text_of(row, 3) == insured).cloned().collect();
            more.iter_mut().for_each(|row| put(row, 3, b"0000999999"));
            rows.extend(more);
        })?;
    }
    Some(Vec::new())
}
