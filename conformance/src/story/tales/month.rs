//! Months in which something is unusual.

use careplan::layout::codes::{CareLevel, Weekday};

use super::super::StoryError;
use super::super::calendar;
use super::super::office::Office;
use super::super::papers::UserMonth;
use super::super::papers::sheets::CARE;
use super::super::parcel::StoryFile;
use super::super::scene::Scene;
use super::super::services;
use super::super::usage::{Line, Use};
use super::Told;

/// The month to an office, and what took place there: all of it.
fn month_and_actual(scene: &mut Scene, office: &Office, months: &[UserMonth]) -> Result<Told, StoryError> {
    let author = scene.author.clone();
    let after = scene.after_month(2)?;
    Ok(Told::sets(vec![
        scene.send_months(&author, office, months, scene.planned_on)?,
        scene.send_actuals(&author, (office, &author.office), months, after)?,
    ]))
}

fn one_month(scene: &mut Scene, to: &Office, months: &[UserMonth]) -> Result<Told, StoryError> {
    let author = scene.author.clone();
    Ok(Told::sets(vec![scene.send_months(&author, to, months, scene.planned_on)?]))
}

/// Units beyond the limit, paid in full; the last office of the plan bears them.
pub(in super::super) fn overrun(scene: &mut Scene) -> Result<Told, StoryError> {
    let Overrun { first, month, .. } = beyond_the_limit(scene)?;
    one_month(scene, &first, &[month])
}

/// The same, but each office gets its own rows only (relay 52): the office that is paid in full
/// cannot see it in its file, so a message says by how much.
pub(in super::super) fn overrun_unseen(scene: &mut Scene) -> Result<Told, StoryError> {
    let Overrun { bearer, month, .. } = beyond_the_limit(scene)?;
    let excess = month.limited_units() - month.person.certification.limit();
    let mut told = one_month(scene, &bearer, &[month.of(&bearer)])?;
    let text = format!(
        "{} 御中\n\n{} 様は、{}は {excess} 単位が区分支給限度基準額を超えます。\n\
         超えた分は10割のご負担で、請求をお願いします。\n\
         お送りした第6表・第7表には貴事業所の分だけが入っているため、超えたことは出ていません。\n\n{}（{}_{}）\n",
        bearer.name,
        month.person.name.written,
        calendar::spoken(scene.month),
        scene.author.office.name,
        scene.author.office.number,
        scene.author.office.service,
    );
    told.messages.push(StoryFile { name: "message.txt".to_owned(), bytes: text.into_bytes() });
    Ok(told)
}

/// A month that goes beyond the limit.
struct Overrun {
    /// The office that is used most.
    first: Office,
    /// The office at the end of the plan, which is paid in full for what is beyond.
    bearer: Office,
    month: UserMonth,
}

fn beyond_the_limit(scene: &mut Scene) -> Result<Overrun, StoryError> {
    let level = scene.rng.pick(&[CareLevel::Care1, CareLevel::Care2]);
    let person = scene.person(level)?;
    let day = scene.provider("15");
    let help = scene.provider("11");
    let mut free = Weekday::ALL.to_vec();
    let three = [Weekday::Monday, Weekday::Wednesday, Weekday::Friday];
    free.retain(|weekday| !three.contains(weekday));
    let (region, month) = (scene.region, scene.month);
    let uses = vec![
        services::weekly(&mut scene.rng, &day, region, level, month, &three),
        scene.use_of(&help, &person, &mut free),
    ];
    let sum: i64 = uses.iter().map(Use::limited_units).sum();
    // As many visits of a nurse as lead beyond the limit.
    let nurse = scene.provider("13");
    let mut nursing = services::weekly(&mut scene.rng, &nurse, region, level, month, &free);
    // In the evening, after the day service.
    nursing.time = Some(("1730", "1830"));
    let room = person.certification.limit() - sum;
    let visits = usize::try_from(room / 823 + 1).unwrap_or(1);
    let all = calendar::days(month);
    nursing.week.clear();
    nursing.lines = vec![Line::each("131211", 823, all.get(..visits.min(all.len())).unwrap_or(&all))];
    let uses = uses.into_iter().chain([nursing]).collect();
    Ok(Overrun { first: day, bearer: nurse, month: scene.user_month(person, uses) })
}

/// 総合事業 that begins within the month: charged by the day, with 日割対象日.
pub(in super::super) fn prorata(scene: &mut Scene) -> Result<Told, StoryError> {
    let service = scene.rng.pick(&["A2", "A6"]);
    let office = scene.provider(service);
    let person = scene.person(CareLevel::Support1)?;
    let from = calendar::day(scene.month, scene.rng.day(8, 20))?;
    let week = scene.rng.some(Weekday::ALL, 2);
    let used = services::project_by_day(&office, scene.region, from, &week);
    let months = vec![scene.user_month(person, vec![used])];
    month_and_actual(scene, &office, &months)
}

/// A short stay that goes on from the month before: what lies beyond thirty days is not insured.
pub(in super::super) fn over_30_days(scene: &mut Scene) -> Result<Told, StoryError> {
    let level = scene.rng.pick(CARE);
    let person = scene.person(level)?;
    let office = scene.provider("21");
    let before = i64::from(scene.rng.between(8, 20));
    let last = usize::from(scene.rng.between(24, 28));
    let days: Vec<_> = calendar::days(scene.month).into_iter().take(last).collect();
    let used = services::stay(&office, scene.region, level, before, &days);
    let months = vec![scene.user_month(person, vec![used])];
    month_and_actual(scene, &office, &months)
}

/// 区分変更: codes of the old level until the day, of the new one from it; the limit is the higher.
pub(in super::super) fn level_change(scene: &mut Scene) -> Result<Told, StoryError> {
    let pairs: Vec<_> = CARE.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?))).collect();
    let (low, high) = scene.rng.pick(&pairs);
    let (before, after) = if scene.rng.one_in(2) { (low, high) } else { (high, low) };
    let on = calendar::day(scene.month, scene.rng.day(8, 20))?;
    let office = scene.provider("15");
    let person = scene.person(before)?;
    let week = scene.rng.some(Weekday::ALL, 2);
    let (old, new): (Vec<_>, Vec<_>) = calendar::days_on(scene.month, &week).into_iter().partition(|day| *day < on);
    let (region, month) = (scene.region, scene.month);
    let mut used = services::weekly(&mut scene.rng, &office, region, before, month, &week);
    used.lines = services::day_service(&mut scene.rng, "15", before, &old);
    // What is added to the day does not go by the level: only the day itself changes its code.
    let later = services::day_service(&mut scene.rng, "15", after, &new);
    used.lines.extend(later.into_iter().take(1));
    used.lines.retain(|line| !line.days.is_empty());
    let person = person.level_changed(on, after)?;
    // The month is written anew once the new level is known.
    scene.planned_on = calendar::day(month, 29)?;
    let months = vec![scene.user_month(person, vec![used])];
    one_month(scene, &office, &months)
}

/// Public assistance alone pays: a number with H, and nothing for the user to pay.
pub(in super::super) fn assistance(scene: &mut Scene) -> Result<Told, StoryError> {
    let office = scene.provider("15");
    let person = scene.cared_for()?.on_assistance_alone(&mut scene.rng)?;
    let others = scene.others(&office);
    let uses = scene.uses(&person, &office, &others);
    let months = vec![scene.user_month(person, uses)];
    one_month(scene, &office, &months)
}

/// 総合事業 of an office whose number has a letter (R107, `domain` §1.1).
pub(in super::super) fn project(scene: &mut Scene) -> Result<Told, StoryError> {
    let level = scene.rng.pick(&[CareLevel::ProjectTarget, CareLevel::Support1, CareLevel::Support2]);
    let person = scene.person(level)?;
    let office = scene.provider("A2");
    let uses = scene.uses(&person, &office, &["A6"]);
    let months = vec![scene.user_month(person, uses)];
    one_month(scene, &office, &months)
}

/// 種類支給限度基準額: the insurer limits a service type, and what is beyond is paid in full.
pub(in super::super) fn type_limit(scene: &mut Scene) -> Result<Told, StoryError> {
    let office = scene.provider("15");
    let person = scene.cared_for()?;
    let mut uses = scene.uses(&person, &office, &["11"]);
    for (index, used) in uses.iter_mut().enumerate() {
        let spare = i64::from(scene.rng.between(10, 400));
        let (units, is_first) = (used.limited_units(), index == 0);
        used.type_limit = Some(if is_first { units - spare } else { units + spare });
        // What belongs to units that are paid in full would be paid in full too.
        used.improvement = used.improvement.filter(|_| !is_first);
    }
    let months = vec![scene.user_month(person, uses)];
    one_month(scene, &office, &months)
}

/// 割引: an office that charges less than the full units.
pub(in super::super) fn discount(scene: &mut Scene) -> Result<Told, StoryError> {
    let office = scene.provider("11");
    let person = scene.cared_for()?;
    let rate = i64::from(scene.rng.pick(&[95_u16, 90, 97]));
    let mut uses = scene.uses(&person, &office, &["13"]);
    if let Some(used) = uses.first_mut() {
        used.lines = used.lines.iter().map(|line| line.clone().at_rate(rate)).collect();
    }
    let months = vec![scene.user_month(person, uses)];
    one_month(scene, &office, &months)
}

/// 総合事業 at a fixed price for the user (A4).
pub(in super::super) fn fixed_price(scene: &mut Scene) -> Result<Told, StoryError> {
    let office = scene.provider("A4");
    let person = scene.person(CareLevel::Support1)?;
    let week = scene.rng.some(Weekday::ALL, 1);
    let days = calendar::days_on(scene.month, &week);
    let used = services::project_at_fixed_price(&office, scene.region, &days, &week);
    let months = vec![scene.user_month(person, vec![used])];
    one_month(scene, &office, &months)
}
