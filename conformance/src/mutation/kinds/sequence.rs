//! Several sets after one another (R58, R100–R106): everything here is allowed.

use Kind::{Dlt1kyo, Dltjsk, Dltplan, Up1kyo, Upjsk, Upplan};
use careplan::layout::Kind;

use super::mutations;
use crate::mutation::draft::{Draft, Outcome};
use crate::mutation::set::NameParts;

mutations! {
    "q_resend" Open "R100" "同じ組を後の連番でもう一度" "the same set again under a later serial" |d| again(d, "59");
    "q_resend_earlier" Open "R58" "同じ組を先の連番でもう一度" "the same set again under an earlier serial" |d| again(d, "00");
    "q_delete_after_plan" Open "R101・R102" "利用票を送った後に削除" "use tables, then their deletion" |d| then_delete(d, Upplan, Dltplan);
    "q_delete_after_care_plan" Open "R101" "計画書を送った後に削除" "a care plan, then its deletion" |d| then_delete(d, Up1kyo, Dlt1kyo);
    "q_delete_after_actual" Open "R106" "実績を送った後に削除" "actuals, then their deletion" |d| then_delete(d, Upjsk, Dltjsk);
    "q_delete_never_sent" Open "R101" "送っていないものの削除" "a deletion of what was never sent" |d| {
        let file = d.one_of(Dltplan).or(d.one_of(Dlt1kyo)).or(d.one_of(Dltjsk))?;
        d.rows(file, |rows| rows.iter_mut().for_each(|row| super::cross::put(row, 3, b"0000999999")))?;
        d.in_file(file)
    };
}

/// A serial in the same minute, other than the one given.
fn serial(serial: &str, seconds: &str) -> Option<String> {
    let other = format!("{}{seconds}", serial.get(..12)?);
    (other != serial).then_some(other)
}

/// Sends everything once more under another serial.
fn again(d: &mut Draft, seconds: &str) -> Outcome {
    let is_picture = |kind: Option<Kind>| kind == Some(Kind::UpkihonImage);
    if d.files.iter().any(|file| is_picture(file.kind())) {
        return None;
    }
    let mut copies = d.files.clone();
    for copy in &mut copies {
        let mut name = NameParts::of(&copy.name)?;
        name.serial = serial(&name.serial, seconds)?;
        copy.name = name.join();
    }
    d.files.extend(copies);
    Some(Vec::new())
}

/// A deletion behind a set, under a later serial.
fn then_delete(d: &mut Draft, kind: Kind, deletion: Kind) -> Outcome {
    (d.all_of(kind).len() == 1).then_some(())?;
    d.add_stranger(deletion)?;
    let file = d.files.last_mut()?;
    let mut name = NameParts::of(&file.name)?;
    name.serial = serial(&name.serial, "59")?;
    file.name = name.join();
    Some(Vec::new())
}
