//! What a set is made of (R53–R57): a file missing, a stranger, files that do not agree.

use Kind::{
    Dlt1kyo, Dltjsk, Dltkihon, Dltplan, Dltyobo, Up1kyo, Up2kyo, Up3kyo, Uphosoku, Upjsk, Upkihon, UpkihonImage,
    Upplan, Upsikyu, Upyobo,
};
use careplan::layout::Kind;

use super::mutations;
use crate::mutation::draft::{Draft, Outcome, Spot};

mutations! {
    "s_no_up1kyo" Error "R53①" "組に UP1KYO が無い" "no UP1KYO" |d| without(d, Up1kyo, Up2kyo);
    "s_no_up2kyo" Error "R53①" "組に UP2KYO が無い" "no UP2KYO" |d| without(d, Up2kyo, Up1kyo);
    "s_no_up3kyo" Error "R53①" "組に UP3KYO が無い" "no UP3KYO" |d| without(d, Up3kyo, Up1kyo);
    "s_no_uphosoku_plan" Error "R53①・R70" "計画書の組に UPHOSOKU が無い" "no UPHOSOKU with a plan" |d| without(d, Uphosoku, Up1kyo);
    "s_no_upplan" Error "R53②" "組に UPPLAN が無い" "no UPPLAN" |d| without(d, Upplan, Upsikyu);
    "s_no_upsikyu" Error "R53②" "組に UPSIKYU が無い" "no UPSIKYU" |d| without(d, Upsikyu, Upplan);
    "s_no_uphosoku_use" Error "R53②・R75" "利用票の組に UPHOSOKU が無い" "no UPHOSOKU with use tables" |d| without(d, Uphosoku, Upplan);
    "s_no_upkihon" Error "R55・R56" "UPKIHON が無く別表だけ" "its tables without UPKIHON" |d| {
        without(d, Upkihon, Kind::UpkihonSub1)
    };
    "s_no_upyobo" Error "R55・R56" "UPYOBO が無く別表がある" "its table without UPYOBO" |d| without(d, Upyobo, Kind::UpyoboSub);
    "s_only_upplan" Error "R53②" "UPPLAN だけ" "UPPLAN alone" |d| only(d, Upplan);
    "s_only_upsikyu" Error "R53②" "UPSIKYU だけ" "UPSIKYU alone" |d| only(d, Upsikyu);
    "s_only_uphosoku" Error "R53" "UPHOSOKU だけ" "UPHOSOKU alone" |d| only(d, Uphosoku);
    "s_only_up1kyo" Error "R53①" "UP1KYO だけ" "UP1KYO alone" |d| only(d, Up1kyo);
    "s_only_picture" Error "R55・R56" "画像だけ" "a picture alone" |d| only(d, UpkihonImage);
    "s_no_table" Open "R56・R69" "UPKIHON の別表が無い" "no tables with UPKIHON" |d| without(d, Kind::UpkihonSub1, Upkihon);
    "s_no_yobo_table" Open "R56・R69" "UPYOBO の別表が無い" "no table with UPYOBO" |d| without(d, Kind::UpyoboSub, Upyobo);
    "s_stranger_upjsk" Error "R53②・R54" "利用票の組に UPJSK" "UPJSK with use tables" |d| stranger(d, Upplan, Upjsk);
    "s_stranger_dltplan" Error "R53④" "利用票の組に DLTPLAN" "DLTPLAN with use tables" |d| stranger(d, Upplan, Dltplan);
    "s_stranger_dltjsk" Error "R54②" "実績に DLTJSK" "DLTJSK with actuals" |d| stranger(d, Upjsk, Dltjsk);
    "s_stranger_dltplan_actual" Error "R53④・R54" "実績に DLTPLAN" "DLTPLAN with actuals" |d| stranger(d, Upjsk, Dltplan);
    "s_stranger_upplan_actual" Error "R54①" "実績に UPPLAN" "UPPLAN with actuals" |d| stranger(d, Upjsk, Upplan);
    "s_stranger_upsikyu_actual" Error "R54①" "実績に UPSIKYU" "UPSIKYU with actuals" |d| stranger(d, Upjsk, Upsikyu);
    "s_stranger_uphosoku_actual" Error "R54①" "実績に UPHOSOKU" "UPHOSOKU with actuals" |d| stranger(d, Upjsk, Uphosoku);
    "s_stranger_up1kyo" Error "R53" "利用票の組に UP1KYO" "UP1KYO with use tables" |d| stranger(d, Upplan, Up1kyo);
    "s_stranger_upplan" Error "R53" "計画書の組に UPPLAN" "UPPLAN with a plan" |d| stranger(d, Up1kyo, Upplan);
    "s_stranger_upjsk_plan" Error "R53" "計画書の組に UPJSK" "UPJSK with a plan" |d| stranger(d, Up1kyo, Upjsk);
    "s_stranger_dlt1kyo" Error "R53③" "計画書の組に DLT1KYO" "DLT1KYO with a plan" |d| stranger(d, Up1kyo, Dlt1kyo);
    "s_stranger_upkihon" Error "R53・R55" "計画書の組に UPKIHON" "UPKIHON with a plan" |d| stranger(d, Up1kyo, Upkihon);
    "s_stranger_upyobo" Error "R55" "利用票の組に UPYOBO" "UPYOBO with use tables" |d| stranger(d, Upplan, Upyobo);
    "s_stranger_dltkihon" Error "R55(5)" "基本情報の組に DLTKIHON" "DLTKIHON with basic information" |d| stranger(d, Upkihon, Dltkihon);
    "s_stranger_dltyobo" Error "R55(6)" "支援計画書の組に DLTYOBO" "DLTYOBO with a preventive plan" |d| stranger(d, Upyobo, Dltyobo);
    "s_stranger_upplan_yobo" Error "R55" "支援計画書の組に UPPLAN" "UPPLAN with a preventive plan" |d| stranger(d, Upyobo, Upplan);
    "s_two_deletions" Error "R53・R54" "1つの連番に2種類の削除" "two deletions under one serial" |d| stranger(d, Dltplan, Dltjsk);
    "s_two_deletions_plan" Error "R53③④" "1つの連番に DLT1KYO と DLTPLAN" "DLT1KYO and DLTPLAN under one serial" |d| stranger(d, Dlt1kyo, Dltplan);
    "s_two_deletions_yobo" Error "R55(5)(6)" "1つの連番に DLTKIHON と DLTYOBO" "DLTKIHON and DLTYOBO under one serial" |d| stranger(d, Dltkihon, Dltyobo);
    "s_serial_mixed" Error "R57" "1ファイルだけ連番が違う" "one file with another serial" |d| one_name(d, |name| name.serial = format!("{}59", &name.serial[..12]));
    "s_sender_mixed" Error "R57" "1ファイルだけ送信元が違う" "one file of another sender" |d| one_name(d, |name| name.from = "9770000007".to_owned());
    "s_receiver_mixed" Error "R57" "1ファイルだけ送信先が違う" "one file to another receiver" |d| one_name(d, |name| name.to = "9770000007".to_owned());
    "s_sender_type_mixed" Error "R57" "1ファイルだけ送信元の種類が違う" "one file with another type of sender" |d| one_name(d, |name| name.from_type = "AF".to_owned());
    "s_receiver_type_mixed" Error "R57" "1ファイルだけ送信先の種類が違う" "one file with another type of receiver" |d| one_name(d, |name| name.to_type = "72".to_owned());
    "s_table_serial" Error "R41" "別表だけ連番が違う" "a table with another serial" |d| {
        d.rename(|kind| matches!(kind, Kind::UpkihonSub1 | Kind::UpkihonSub2 | Kind::UpyoboSub), |name, _| {
            name.serial = format!("{}59", &name.serial[..12]);
            Some(())
        })?;
        Some(Vec::new())
    };
    "s_picture_serial" Error "R41" "画像だけ連番が違う" "a picture with another serial" |d| {
        d.rename(|kind| kind == UpkihonImage, |name, _| { name.serial = format!("{}59", &name.serial[..12]); Some(()) })?;
        Some(Vec::new())
    };
    "s_duplicate_kind" Error "R46・R57" "同じ種別が2ファイル（拡張子の大小だけ違う）" "two files of one kind" |d| {
        let (file, _) = d.csv(|_| true)?;
        let mut copy = d.files.get(file)?.clone();
        copy.name = copy.name.replace(".CSV", ".csv");
        let name = copy.name.clone();
        d.files.push(copy);
        let spot = |file| Spot { file: Some(file), record: None, field: None };
        Some(vec![spot(name), spot(d.file_name(file)?)])
    };
    "s_picture_missing" Error "R42・R56" "No.62 が挙げる画像が無い" "a named picture missing" |d| {
        without(d, UpkihonImage, Upkihon)?;
        let file = d.file_name(*d.all_of(Upkihon).first()?);
        Some(vec![Spot { file, record: None, field: Some(62) }])
    };
    "s_picture_renamed" Error "R42" "画像の枝番が No.62 と違う" "another branch number than No.62" |d| {
        d.rename(|kind| kind == UpkihonImage, |name, _| { name.branch = Some("0007".to_owned()); Some(()) })
    };
    "s_picture_unnamed" Warning "R42・R69" "No.62 が空なのに画像がある" "a picture that nobody names" |d| {
        let (at, picture) = d.find(|cell| cell.at(Upkihon, 62) && cell.is_filled())?;
        d.set(at, b"")?;
        Some(vec![Spot { file: String::from_utf8(picture).ok(), record: None, field: None }])
    };
    "s_picture_png" Error "R42" "画像の中身が PNG" "a picture that is a PNG" |d| picture(d, b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR");
    "s_picture_text" Error "R42" "画像の中身が文字" "a picture that is text" |d| picture(d, b"no picture");
    "s_picture_empty" Error "R42" "画像が0バイト" "a picture of no bytes" |d| picture(d, b"");
}

/// Takes the only file of a kind out of a set that has the other kind as well.
fn without(d: &mut Draft, kind: Kind, beside: Kind) -> Outcome {
    let (gone, kept) = (d.all_of(kind), d.all_of(beside));
    if gone.len() != 1 || kept.is_empty() {
        return None;
    }
    d.files.remove(*gone.first()?);
    Some(Vec::new())
}

fn only(d: &mut Draft, kind: Kind) -> Outcome {
    let kept = d.all_of(kind);
    let file = d.files.get(*kept.first()?)?.clone();
    (d.files.len() > 1).then_some(())?;
    d.files = vec![file];
    Some(Vec::new())
}

fn stranger(d: &mut Draft, host: Kind, kind: Kind) -> Outcome {
    (d.all_of(host).len() == 1).then_some(())?;
    d.add_stranger(kind)?;
    d.in_file(d.files.len() - 1)
}

/// Alters the name of one required file of a set of several; which half is the wrong one is open.
fn one_name(d: &mut Draft, change: fn(&mut crate::mutation::set::NameParts)) -> Outcome {
    let required = |kind| matches!(kind, Up1kyo | Up2kyo | Up3kyo | Upplan | Upsikyu | Uphosoku);
    d.rename(required, |name, _| {
        change(name);
        Some(())
    })?;
    Some(Vec::new())
}

fn picture(d: &mut Draft, bytes: &[u8]) -> Outcome {
    let file = d.one_of(UpkihonImage)?;
    d.overwrite(file, bytes.to_vec());
    d.in_file(file)
}
