//! Leaving out records: whole units, whole people, and ever smaller stretches of what is left.

use std::collections::{BTreeMap, BTreeSet};

use crate::suite::meaning::{Scenario, Unit};

/// A scenario without some of its records (counted from 0 over all units). What has nothing left goes,
/// and so do pictures that nobody names any more.
pub(super) fn without(scenario: &Scenario, cut: &BTreeSet<u32>) -> Scenario {
    if cut.is_empty() {
        return scenario.clone();
    }
    let mut at = 0_u32;
    let units = scenario.units.iter().filter_map(|unit| {
        let mut unit = unit.clone();
        for records in unit.content.records.values_mut() {
            records.retain(|_| {
                let here = at;
                at += 1;
                !cut.contains(&here)
            });
        }
        unit.content.records.retain(|_, records| !records.is_empty());
        drop_pictures(&mut unit);
        (!unit.content.is_empty()).then_some(unit)
    });
    Scenario { units: units.collect() }
}

fn drop_pictures(unit: &mut Unit) {
    let named: BTreeSet<String> =
        unit.content.all().flat_map(|record| record.iter().filter_map(|(_, value)| Some(value?.to_string()))).collect();
    unit.content.pictures.retain(|picture| named.contains(&picture.name));
}

/// What may be left out, from coarse to fine.
pub(super) fn candidates(scenario: &Scenario) -> Vec<Vec<u32>> {
    let (mut units, mut people) = (Vec::new(), BTreeMap::<(String, String), Vec<u32>>::new());
    let mut at = 0_u32;
    for unit in &scenario.units {
        let from = at;
        for record in unit.content.all() {
            people.entry((record.text(2), record.text(3))).or_default().push(at);
            at += 1;
        }
        units.push((from..at).collect());
    }
    let mut all: Vec<Vec<u32>> = units;
    all.extend(people.into_values());
    let mut size = at / 2;
    while size > 0 {
        all.extend(
            (0..at).step_by(usize::try_from(size).unwrap_or(1)).map(|from| (from..(from + size).min(at)).collect()),
        );
        size /= 2;
    }
    all
}
