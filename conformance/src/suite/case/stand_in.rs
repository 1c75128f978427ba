//! A set for each cell of the duties: a golden one whose ends are of the roles, else one of the same
//! part of the standard, readdressed; a deletion stands behind what it deletes.

use careplan::layout::Kind;
use careplan::name::{Party, UnitKey};
use careplan::set::DELETIONS;

use super::duty::{Direction, DutyRow};
use super::exchange::behind;
use super::golden::Golden;
use super::pattern::is_preventive;
use crate::story::Role;
use crate::suite::meaning::{Scenario, Unit, party};

/// An invented office of a role.
pub(super) fn office(role: Role) -> Party {
    party(match role {
        Role::Kyotaku => "9778966492_43",
        Role::Service => "9772907409_15",
        Role::Houkatsu => "9708198081_46",
        Role::YoboService => "97A2525063_A6",
    })
}

/// A set with the kind of the row, for a software of this role that takes or writes it.
pub(super) fn stand_in(golden: &[Golden], row: &DutyRow, role: Role, direction: Direction) -> Option<Golden> {
    let deletion = DELETIONS.iter().find(|deletion| deletion.deletion == row.kind);
    let sought = deletion.map_or(row.kind, |deletion| deletion.target);
    let is_there = |set: &Golden| match direction {
        Direction::Import => set.to == role,
        Direction::Export => set.from == role,
    };
    let mut sets: Vec<(&Golden, &Unit)> = golden
        .iter()
        .filter(|set| is_preventive(set.from, set.to) == row.preventive)
        .flat_map(|set| set.scenario.units.iter().map(move |unit| (set, unit)))
        .filter(|(_, unit)| has(unit, sought, row))
        .collect();
    sets.sort_by_key(|(set, _)| !is_there(set));
    let (set, unit) = sets.into_iter().next()?;
    let set = set.with(vec![unit.clone()]);
    let mut set = if is_there(&set) { set } else { readdressed(&set, role, direction) };
    if let Some(row) = deletion {
        let unit = behind(&set, row.target, row.deletion)?;
        set.scenario.units.push(unit);
    }
    Some(set)
}

fn has(unit: &Unit, kind: Kind, row: &DutyRow) -> bool {
    let kinds = unit.content.kinds();
    kinds.contains(&kind) && row.with.iter().all(|with| kinds.contains(with))
}

/// The set between a software of this role and one that the standard has it deal with.
fn readdressed(set: &Golden, role: Role, direction: Direction) -> Golden {
    let (from, to) = match (direction, role) {
        (Direction::Import, Role::Houkatsu) => (Role::Kyotaku, role),
        (Direction::Import, _) => (if set.from == role { Role::Houkatsu } else { set.from }, role),
        (Direction::Export, _) => (role, if set.to == role { Role::Houkatsu } else { set.to }),
    };
    let (sender, receiver) = (office(from), office(to));
    let readdress = |unit: &Unit| Unit {
        key: UnitKey { from: sender.clone(), to: receiver.clone(), ..unit.key.clone() },
        ..renamed(unit, &sender, &receiver)
    };
    let units = set.scenario.units.iter().map(readdress).collect();
    Golden { from, to, scenario: Scenario { units }, ..set.clone() }
}

/// Pictures carry the ends in their names, and so do the fields that name them (R41, R42).
fn renamed(unit: &Unit, sender: &Party, receiver: &Party) -> Unit {
    let (old, new) = (format!("{}_{}", unit.key.from, unit.key.to), format!("{sender}_{receiver}"));
    super::exchange::with_picture_names(unit, &old, &new)
}
