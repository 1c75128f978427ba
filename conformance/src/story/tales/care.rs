//! 居宅介護支援: the plan, the month, what took place.

use super::super::StoryError;
use super::super::scene::Scene;
use super::{Told, took_place};

/// Services to which plans are sent.
const DESTINATIONS: &[&str] = &["15", "11", "13", "78", "12"];

/// 第1表 to 第3表 with the supplement.
pub(in super::super) fn plan(scene: &mut Scene) -> Result<Told, StoryError> {
    let service = scene.rng.pick(DESTINATIONS);
    let to = scene.provider(service);
    let count = scene.rng.between(1, 2);
    let mut months = scene.users_of(&to, count)?;
    // Now and then somebody's certification is still applied for.
    if scene.rng.one_in(4)
        && let Some(first) = months.first_mut()
    {
        first.person = first.person.clone().applying();
    }
    let plans = scene.plans(&months);
    Ok(Told::sets(vec![scene.send_plans(&to, &plans, scene.planned_on)?]))
}

/// 第6表 予定 and 第7表 with the supplement.
pub(in super::super) fn month(scene: &mut Scene) -> Result<Told, StoryError> {
    let service = scene.rng.pick(DESTINATIONS);
    let to = scene.provider(service);
    let count = scene.rng.between(1, 2);
    let months = scene.users_of(&to, count)?;
    let author = scene.author.clone();
    Ok(Told::sets(vec![scene.send_months(&author, &to, &months, scene.planned_on)?]))
}

/// 第6表 実績 of an office, with a visit that did not take place.
pub(in super::super) fn actual(scene: &mut Scene) -> Result<Told, StoryError> {
    let service = scene.rng.pick(DESTINATIONS);
    let from = scene.provider(service);
    let count = scene.rng.between(1, 3);
    let months = scene.users_of(&from, count)?;
    let author = scene.author.clone();
    let on = scene.after_month(2)?;
    let actuals = took_place(&months, &from);
    Ok(Told::sets(vec![scene.send_actuals(&author, (&from, &author.office), &actuals, on)?]))
}

/// The plan, the month and what took place, under three serials.
pub(in super::super) fn full(scene: &mut Scene) -> Result<Told, StoryError> {
    let service = scene.rng.pick(DESTINATIONS);
    let office = scene.provider(service);
    let count = scene.rng.between(1, 2);
    let months = scene.users_of(&office, count)?;
    let author = scene.author.clone();
    let plans = scene.plans(&months);
    let after = scene.after_month(2)?;
    Ok(Told::sets(vec![
        scene.send_plans(&office, &plans, scene.planned_on)?,
        scene.send_months(&author, &office, &months, scene.planned_on)?,
        scene.send_actuals(&author, (&office, &author.office), &took_place(&months, &office), after)?,
    ]))
}

/// One user of three offices: each is sent the rows of all (R49, R52).
pub(in super::super) fn multi_office(scene: &mut Scene) -> Result<Told, StoryError> {
    let first = scene.provider("15");
    let person = scene.person(careplan::layout::codes::CareLevel::Care4)?;
    let uses = scene.uses(&person, &first, &["11", "17"]);
    let months = vec![scene.user_month(person, uses)];
    let author = scene.author.clone();
    let offices: Vec<_> = months.iter().flat_map(|month| &month.uses).map(|used| used.office.clone()).collect();
    let sets: Result<_, _> =
        offices.iter().map(|to| scene.send_months(&author, to, &months, scene.planned_on)).collect();
    Ok(Told::sets(sets?))
}

/// A plan with two offices, and a month with the rows of its receiver only, as some senders do.
pub(in super::super) fn own_lines_only(scene: &mut Scene) -> Result<Told, StoryError> {
    let to = scene.provider("15");
    let person = scene.person(careplan::layout::codes::CareLevel::Care3)?;
    let uses = scene.uses(&person, &to, &["11", "13"]);
    let months = vec![scene.user_month(person, uses)];
    let author = scene.author.clone();
    let plans = scene.plans(&months);
    let own: Vec<_> = months.iter().map(|month| month.of(&to)).collect();
    Ok(Told::sets(vec![
        scene.send_plans(&to, &plans, scene.planned_on)?,
        scene.send_months(&author, &to, &own, scene.planned_on)?,
    ]))
}
