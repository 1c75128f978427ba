//! Offices with several services or sites, things that are lent, codes with letters.

use careplan::layout::codes::Weekday;

use super::super::StoryError;
use super::super::calendar;
use super::super::scene::{Scene, thing};
use super::super::services;
use super::super::usage::{Line, Use};
use super::{Told, took_place};

/// One number, two service types: a set for each type, all rows in both, and actuals by type.
pub(in super::super) fn shared_number(scene: &mut Scene) -> Result<Told, StoryError> {
    let day = scene.provider("15");
    let home = day.under_same_number(&mut scene.rng, "11");
    let person = scene.cared_for()?;
    let mut free = Weekday::ALL.to_vec();
    let uses = vec![scene.use_of(&day, &person, &mut free), scene.use_of(&home, &person, &mut free)];
    let months = vec![scene.user_month(person, uses)];
    let author = scene.author.clone();
    let after = scene.after_month(3)?;
    Ok(Told::sets(vec![
        scene.send_months(&author, &home, &months, scene.planned_on)?,
        scene.send_months(&author, &day, &months, scene.planned_on)?,
        scene.send_actuals(&author, (&home, &author.office), &took_place(&months, &home), after)?,
        scene.send_actuals(&author, (&day, &author.office), &took_place(&months, &day), after)?,
    ]))
}

/// One number, one type, two sites: one file with the rows of both (R46, R104, R119).
pub(in super::super) fn satellite(scene: &mut Scene) -> Result<Told, StoryError> {
    let office = scene.provider("15");
    let person = scene.cared_for()?;
    let mut free = Weekday::ALL.to_vec();
    let mut used = scene.use_of(&office, &person, &mut free);
    let elsewhere = scene.rng.some(&free, 1);
    let days = calendar::days_on(scene.month, &elsewhere);
    let branch = scene.rng.pick(&["1", "2", "01"]);
    let site = (branch, format!("{} サテライト", office.name));
    let away = services::day_service(&mut scene.rng, "15", person.certification.level, &days);
    used.lines.extend(away.into_iter().map(|line| Line { site: Some(site.clone()), ..line }));
    used.week.extend(elsewhere);
    let months = vec![scene.user_month(person, vec![used])];
    let author = scene.author.clone();
    let after = scene.after_month(2)?;
    Ok(Told::sets(vec![
        scene.send_months(&author, &office, &months, scene.planned_on)?,
        scene.send_actuals(&author, (&office, &author.office), &took_place(&months, &office), after)?,
    ]))
}

/// 福祉用具貸与: one code or the other for each thing (R117), and two things that only 明細判別コード
/// tells apart (R118).
pub(in super::super) fn equipment(scene: &mut Scene) -> Result<Told, StoryError> {
    let office = scene.provider("17");
    let person = scene.cared_for()?;
    let rail = thing("サイドレール", "09998-000102", "");
    let things = [
        ("171003", 1_000, thing("特殊寝台", "09998-000101", "")),
        ("171004", 150, services::Equipment { detail_no: Some(1), ..rail }),
        ("171004", 150, services::Equipment { detail_no: Some(2), ..rail }),
        ("171009", 280, thing("歩行器（未登録品）", "", "09997-000055")),
    ];
    let day = scene.first_weekday();
    let rental = services::rental(&office, scene.region, day, &things);
    let months = vec![scene.user_month(person, vec![rental])];
    let author = scene.author.clone();
    let after = scene.after_month(1)?;
    Ok(Told::sets(vec![
        scene.send_months(&author, &office, &months, scene.planned_on)?,
        scene.send_actuals(&author, (&office, &author.office), &took_place(&months, &office), after)?,
    ]))
}

/// Service codes with letters, one of which looks like a number to a spreadsheet.
pub(in super::super) fn letters_in_codes(scene: &mut Scene) -> Result<Told, StoryError> {
    let office = scene.provider("11");
    let person = scene.cared_for()?;
    let week = scene.rng.some(Weekday::ALL, 2);
    let days = calendar::days_on(scene.month, &week);
    let used = scene.use_of(&office, &person, &mut week.clone());
    let used = Use {
        week,
        time: Some(("1000", "1030")),
        lines: vec![Line::each("11B401", 242, &days)],
        improvement: Some(("11E001", 221)),
        ..used
    };
    let months = vec![scene.user_month(person, vec![used])];
    let author = scene.author.clone();
    let after = scene.after_month(4)?;
    Ok(Told::sets(vec![
        scene.send_months(&author, &office, &months, scene.planned_on)?,
        scene.send_actuals(&author, (&office, &author.office), &took_place(&months, &office), after)?,
    ]))
}
