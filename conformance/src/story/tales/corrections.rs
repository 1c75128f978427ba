//! What comes after: nothing to report, corrections, deletions, a month that is late.

use careplan::layout::Kind;
use careplan::layout::codes::{CareLevel, Outsourcing};

use super::super::StoryError;
use super::super::calendar;
use super::super::office::Office;
use super::super::papers::UserMonth;
use super::super::papers::deletion;
use super::super::papers::preventive::Contract;
use super::super::parcel::StoryFile;
use super::super::post::Documents;
use super::super::scene::Scene;
use super::super::usage::Use;
use super::{Told, took_place};

/// Three people are planned, one of them did not come all month: no rows for them, no more.
pub(in super::super) fn nothing_of_one(scene: &mut Scene) -> Result<Told, StoryError> {
    let office = scene.provider("15");
    let months = scene.users_of(&office, 3)?;
    let author = scene.author.clone();
    let mut actuals = took_place(&months, &office);
    actuals.pop();
    let after = scene.after_month(2)?;
    Ok(Told::sets(vec![
        scene.send_months(&author, &office, &months, scene.planned_on)?,
        scene.send_actuals(&author, (&office, &author.office), &actuals, after)?,
    ]))
}

/// Nobody came all month: a file without records cannot be made, so the office says it in a message.
pub(in super::super) fn nothing_of_all(scene: &mut Scene) -> Result<Told, StoryError> {
    let office = scene.provider("15");
    let months = scene.users_of(&office, 1)?;
    let author = scene.author.clone();
    let set = scene.send_months(&author, &office, &months, scene.planned_on)?;
    let text = format!(
        "{} 御中\n\n{}分は、予定されていたご利用がすべて中止となり、実績がありませんでした。\n\
         実績のファイルは作れないため、このメッセージでお知らせします。\n\n{}（{}_{}）\n",
        author.office.name,
        calendar::spoken(scene.month),
        office.name,
        office.number,
        office.service,
    );
    let message = StoryFile { name: "message.txt".to_owned(), bytes: text.into_bytes() };
    Ok(Told { sets: vec![set], messages: vec![message] })
}

/// The same month again, with a visit less: the later serial holds (R58, R100).
pub(in super::super) fn resend(scene: &mut Scene) -> Result<Told, StoryError> {
    let office = scene.provider("15");
    let months = scene.users_of(&office, 1)?;
    let author = scene.author.clone();
    let fewer: Vec<UserMonth> = months.iter().map(|month| with_a_day_less(month, &office)).collect();
    let later = calendar::day(scene.planned_on.year_month(), scene.planned_on.day() + 3)?;
    let fewer: Vec<_> = fewer.into_iter().map(|month| UserMonth { created_on: later, ..month }).collect();
    Ok(Told::sets(vec![
        scene.send_months(&author, &office, &months, scene.planned_on)?,
        scene.send_months(&author, &office, &fewer, later)?,
    ]))
}

fn with_a_day_less(month: &UserMonth, office: &Office) -> UserMonth {
    let fewer = |used: &Use| match used.a_day() {
        Some(day) if used.office.number == office.number => used.clone().without(day),
        _ => used.clone(),
    };
    UserMonth { uses: month.uses.iter().map(fewer).collect(), ..month.clone() }
}

/// Everything is sent, and everything is withdrawn again, each kind by its own deletion.
pub(in super::super) fn deletions(scene: &mut Scene) -> Result<Told, StoryError> {
    let office = scene.provider("15");
    let months = scene.users_of(&office, 1)?;
    let author = scene.author.clone();
    let (sent, after) = (scene.planned_on, scene.after_month(2)?);
    let plans = scene.plans(&months);
    let own = took_place(&months, &office);
    let (out, back) = ((&author.office, &office), (&office, &author.office));
    let mut sets = vec![
        scene.send_plans(&office, &plans, sent)?,
        scene.send_months(&author, &office, &months, sent)?,
        scene.send_actuals(&author, back, &own, after)?,
    ];
    let month = scene.month;
    for user in &months {
        let row = deletion::actual(&user.person, month, &office);
        sets.push(scene.send_deletion(back, row, Some(month), after)?);
        let row = deletion::by_key(Kind::Dltplan, &user.person, "target_month", month);
        sets.push(scene.send_deletion(out, row, Some(month), after)?);
        let row = deletion::by_key(Kind::Dlt1kyo, &user.person, "plan_date", sent);
        sets.push(scene.send_deletion(out, row, None, after)?);
    }
    sets.extend(preventive_deletions(scene)?);
    Ok(Told::sets(sets))
}

fn preventive_deletions(scene: &mut Scene) -> Result<Vec<super::super::parcel::StorySet>, StoryError> {
    let centre = Office::centre(&mut scene.rng);
    let office = scene.provider("A6");
    let person = scene.person(CareLevel::Support1)?;
    let uses = scene.uses(&person, &office, &[]);
    let months = vec![scene.user_month(person, uses)];
    let contract = Contract {
        outsourcing: Outsourcing::Own,
        centre: centre.clone(),
        centre_worker: scene.author.manager.clone(),
        commissioned: None,
    };
    let way = (&centre, &office);
    let after = scene.after_month(3)?;
    let mut sets = vec![scene.send_documents(way, &contract, &months, Documents::Both, after)?];
    for user in &months {
        let row = deletion::by_key(Kind::Dltyobo, &user.person, "plan_date", user.created_on);
        sets.push(scene.send_deletion(way, row, None, after)?);
        let row = deletion::by_key(Kind::Dltkihon, &user.person, "consulted_on", user.created_on);
        sets.push(scene.send_deletion(way, row, None, after)?);
    }
    Ok(sets)
}

/// The month before is corrected late, beside the current one: a file for each month (R47).
pub(in super::super) fn late_month(scene: &mut Scene) -> Result<Told, StoryError> {
    let office = scene.provider("15");
    let months = scene.users_of(&office, 1)?;
    let author = scene.author.clone();
    let month = calendar::shift(scene.month, -1)?;
    let sent = scene.planned_on;
    let before: Vec<_> = months
        .iter()
        .map(|user| {
            let mut own = user.of(&office);
            own.uses = own.uses.into_iter().map(|used| used.moved_to(month)).collect();
            UserMonth { month, ..own }
        })
        .collect();
    Ok(Told::sets(vec![
        scene.send_months(&author, &office, &before, sent)?,
        scene.send_months(&author, &office, &months, sent)?,
    ]))
}
