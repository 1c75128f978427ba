//! Several units one after another: order, replacement, deletions with what hangs on them, and
//! passing on (委託).

use std::collections::BTreeSet;

use careplan::diagnostic::Severity;
use careplan::layout::{Format, Kind};
use careplan::name::{Party, UnitKey};
use careplan::set::DELETIONS;
use careplan::text::Message;
use time::format_description::BorrowedFormatItem;
use time::macros::format_description;
use time::{Duration, PrimitiveDateTime};

use super::duty::{Direction, duty_of};
use super::golden::{Golden, files_of};
use super::stand_in::office;
use super::text::appended;
use super::{Case, Class, Pattern, Step, Taking, Task};
use crate::story::Role;
use crate::suite::meaning::{Content, Entity, Record, Scenario, Unit, Value};

const SERIAL: &[BorrowedFormatItem<'_>] = format_description!("[year][month][day][hour][minute][second]");

/// All of them.
pub(super) fn cases(golden: &[Golden]) -> impl Iterator<Item = Case> {
    golden.iter().flat_map(|set| {
        let mut cases = vec![reversed(set), replaced(set), passed_on(set)];
        for row in DELETIONS {
            cases.extend([deleted(set, row.target, row.deletion), spared(set, row.target, row.deletion)]);
            cases.push(deleted_between(set, row.target, row.deletion));
        }
        cases.into_iter().flatten()
    })
}

/// All units at once, the last serial first (R58).
fn reversed(set: &Golden) -> Option<Case> {
    if set.scenario.units.len() < 2 {
        return None;
    }
    let mut files: Vec<_> = set.scenario.units.iter().map(|unit| files_of(&one(unit))).collect();
    files.reverse();
    let steps = vec![import(set.to, files.concat(), Taking::Whole)];
    Some(case(
        Class::Order,
        &set.id,
        set,
        "連番の逆順に届く",
        "arrives in the reverse order of serials",
        "R58",
        &set.kinds(),
        steps,
    ))
}

/// The first unit again, later and altered (R100).
fn replaced(set: &Golden) -> Option<Case> {
    let unit = set.scenario.units.iter().find(|unit| !is_deletion(unit))?;
    let newer = later(&Unit { content: altered(&unit.content), ..unit.clone() }, 1)?;
    let steps = vec![
        import(set.to, files_of(&one(unit)), Taking::Whole),
        import(set.to, files_of(&one(&newer)), Taking::Whole),
    ];
    let kinds = unit.content.kinds();
    Some(case(
        Class::Replacement,
        &set.id,
        set,
        "同じキーの新しいファイル",
        "newer files with the same keys",
        "R100",
        &kinds,
        steps,
    ))
}

/// The first sheet of a kind is deleted; everything that does not hang on it stays (R65–R68).
fn deleted(set: &Golden, target: Kind, deletion: Kind) -> Option<Case> {
    let (unit, taken) = deletion_of(set, target, deletion, 0)?;
    let before: Vec<Unit> = set.scenario.units.iter().filter(|unit| !is_deletion(unit)).cloned().collect();
    let steps = vec![
        import(set.to, files_of(&Scenario { units: before }), Taking::Whole),
        import(set.to, files_of(&one(&unit)), Taking::Whole),
    ];
    let id = format!("{}/{}", word(deletion), set.id);
    let kinds: Vec<Kind> = taken.into_iter().chain([deletion]).collect();
    Some(case(Class::Deletion, &id, set, "削除と連動", "deletion of what hangs on it", "R65〜R68", &kinds, steps))
}

/// A deletion of what is not held leaves everything as it is.
fn spared(set: &Golden, target: Kind, deletion: Kind) -> Option<Case> {
    let (mut unit, taken) = deletion_of(set, target, deletion, 0)?;
    for record in unit.content.records.values_mut().flatten() {
        record.set(3, Value::Text("0000000000".to_owned()));
    }
    let before: Vec<Unit> = set.scenario.units.iter().filter(|unit| !is_deletion(unit)).cloned().collect();
    let steps = vec![
        import(set.to, files_of(&Scenario { units: before }), Taking::Whole),
        import(set.to, files_of(&one(&unit)), Taking::WholeOrNothing),
    ];
    let id = format!("{}-other/{}", word(deletion), set.id);
    let kinds: Vec<Kind> = taken.into_iter().chain([deletion]).collect();
    Some(case(Class::Deletion, &id, set, "ほかの人の削除", "deletion of somebody else's", "R65〜R68", &kinds, steps))
}

/// Sent, deleted, sent again: three serials at once in the order 3, 1, 2. The last one counts (R58).
fn deleted_between(set: &Golden, target: Kind, deletion: Kind) -> Option<Case> {
    let [only] = set.scenario.units.as_slice() else { return None };
    let (unit, _) = deletion_of(set, target, deletion, 1)?;
    let again = later(&Unit { content: altered(&only.content), ..only.clone() }, 2)?;
    let files = [&again, only, &unit].map(|unit| files_of(&one(unit))).concat();
    let id = format!("{}-between/{}", word(deletion), set.id);
    let kinds: Vec<Kind> = only.content.kinds().into_iter().chain([deletion]).collect();
    let steps = vec![import(set.to, files, Taking::Whole)];
    Some(case(
        Class::Order,
        &id,
        set,
        "削除をはさんで送り直し",
        "sent again behind a deletion",
        "R58・R65〜R68",
        &kinds,
        steps,
    ))
}

/// What an office took on commission is passed on: the papers of the centre to the service (R96), the
/// actual use of the service to the centre (R98).
fn passed_on(set: &Golden) -> Option<Case> {
    let (to, role, wanted): (Party, Role, &[Kind]) = match (set.from, set.to) {
        (Role::Houkatsu, Role::Kyotaku) => (
            office(Role::YoboService),
            Role::YoboService,
            &[Kind::Upkihon, Kind::UpkihonSub1, Kind::UpkihonSub2, Kind::UpkihonImage, Kind::Upyobo, Kind::UpyoboSub],
        ),
        (Role::YoboService, Role::Kyotaku) => (office(Role::Houkatsu), Role::Houkatsu, &[Kind::Upjsk]),
        _ => return None,
    };
    let kinds: Vec<Kind> = set.kinds().into_iter().filter(|kind| wanted.contains(kind)).collect();
    let last = set.scenario.units.last().filter(|_| !kinds.is_empty())?;
    let key = UnitKey { from: last.key.to.clone(), to, ..later(last, 1)?.key };
    let export = Task::Export { unit: key, kinds: kinds.clone(), scenario: None, free: Vec::new() };
    let steps = vec![import(set.to, set.files(), Taking::Whole), Step { role: set.to, task: export }];
    let mut case = case(
        Class::Relaying,
        &set.id,
        set,
        "受け取ったものを次へ渡す",
        "passing on what was taken",
        "R96・R98",
        &kinds,
        steps,
    );
    case.duty = case.duty.min(duty_of(&kinds, set.to, role, Direction::Export));
    Some(case)
}

#[expect(clippy::too_many_arguments, reason = "one line for each case above reads better than a builder")]
fn case(
    class: Class,
    id: &str,
    set: &Golden,
    ja: &str,
    en: &str,
    source: &str,
    kinds: &[Kind],
    steps: Vec<Step>,
) -> Case {
    Case {
        id: format!("{}/{id}", class.as_str()),
        title: Message::new(format!("{ja}：{}", set.title), format!("{en}: {}", set.id)),
        source: source.to_owned(),
        severity: Severity::Error,
        class,
        patterns: Pattern::of_kinds(kinds, set.from, set.to),
        duty: duty_of(kinds, set.to, set.from, Direction::Import),
        steps,
    }
}

/// A deletion of the first sheet of a kind that the set has, behind the set.
pub(super) fn behind(set: &Golden, target: Kind, deletion: Kind) -> Option<Unit> {
    deletion_of(set, target, deletion, 1).map(|(unit, _)| unit)
}

const fn import(role: Role, files: Vec<crate::mutation::File>, taking: Taking) -> Step {
    Step { role, task: Task::Import { files, taking } }
}

fn one(unit: &Unit) -> Scenario {
    Scenario { units: vec![unit.clone()] }
}

fn word(kind: Kind) -> String {
    kind.code().to_ascii_lowercase()
}

fn is_deletion(unit: &Unit) -> bool {
    unit.content.kinds().iter().any(|kind| DELETIONS.iter().any(|row| row.deletion == *kind))
}

/// The deletion of the first sheet of a kind, some minutes behind the last unit, and the kinds that
/// were taken before it.
fn deletion_of(set: &Golden, target: Kind, deletion: Kind, minutes: i64) -> Option<(Unit, BTreeSet<Kind>)> {
    let unit =
        set.scenario.units.iter().filter(|unit| !is_deletion(unit)).find(|unit| !unit.content.of(target).is_empty())?;
    let record = unit.content.of(target).first()?;
    let parts = Entity::of(record).parts;
    let mut values = parts.iter();
    let mut gone = Record::from_texts(deletion, &[record.text(1)]);
    (2..).zip(&mut values).for_each(|(no, part)| gone.set(no, Value::Text(part.clone())));
    let mut content = Content::default();
    content.push(gone);
    let last = set.scenario.units.last()?;
    let key = UnitKey { serial: later(last, minutes.max(1))?.key.serial, ..unit.key.clone() };
    let taken = set.scenario.units.iter().filter(|unit| !is_deletion(unit)).flat_map(|unit| unit.content.kinds());
    Some((Unit { key, content }, taken.collect()))
}

/// The unit with a later serial; pictures and what names them go with it (R41).
fn later(unit: &Unit, minutes: i64) -> Option<Unit> {
    let old = unit.key.serial.as_str();
    let sent = PrimitiveDateTime::parse(old, SERIAL).ok()?;
    let serial = sent.checked_add(Duration::minutes(minutes))?.format(SERIAL).ok()?;
    let mut unit = with_picture_names(unit, old, &serial);
    unit.key.serial = serial;
    Some(unit)
}

/// The unit with a part of the names of its pictures replaced, where they stand and where they are named.
pub(super) fn with_picture_names(unit: &Unit, old: &str, new: &str) -> Unit {
    let mut unit = unit.clone();
    for picture in &mut unit.content.pictures {
        picture.name = picture.name.replace(old, new);
    }
    for record in unit.content.records.values_mut().flatten() {
        let named: Vec<(u16, String)> = record
            .iter()
            .filter(|(field, _)| field.format == Format::ImageName)
            .filter_map(|(field, value)| Some((field.no, value?.to_string())))
            .filter(|(_, name)| !name.is_empty())
            .collect();
        named.into_iter().for_each(|(no, name)| record.set(no, Value::Text(name.replace(old, new))));
    }
    unit
}

/// Other texts, and where a sheet has several rows that stand for themselves, one row less: what was
/// taken before must not shine through.
fn altered(content: &Content) -> Content {
    let mut content = appended(content, "（改）");
    for kind in [Kind::Up2kyo, Kind::Up3kyo, Kind::Upjsk, Kind::UpkihonSub1, Kind::UpkihonSub2] {
        if let Some(records) = content.records.get_mut(&kind) {
            let last = records.last().map(Entity::of);
            let same = records.iter().filter(|record| Some(Entity::of(record)) == last).count();
            if same > 1 {
                records.pop();
            }
        }
    }
    content
}
