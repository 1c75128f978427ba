//! What a receiver ought to hold: units taken one after another, in the order of their serials.

use std::collections::BTreeSet;

use careplan::layout::{Format, Kind};
use careplan::set::DELETIONS;

use super::content::Content;
use super::key::Entity;
use super::record::Record;
use super::unit::{Scenario, Unit};

/// What a receiver holds.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// What must be there, and nothing else but [`may`](Self::may).
    pub must: Content,
    /// What may be there: a 補足情報 whose sheet was deleted, of which the standard says nothing (C-10).
    pub may: Content,
}

impl Model {
    /// Takes the units of a scenario by their serials (R58).
    pub fn take(&mut self, scenario: &Scenario) {
        let mut units: Vec<&Unit> = scenario.units.iter().collect();
        units.sort_by(|a, b| a.key.serial.cmp(&b.key.serial));
        for unit in units {
            self.take_unit(&unit.content);
        }
    }

    fn take_unit(&mut self, content: &Content) {
        let brought: BTreeSet<Entity> = content.all().map(Entity::of).collect();
        // A newer sheet replaces the older one with all that hung on it (R100); a deletion leaves nothing (R65–R68).
        let gone = self.must.take(|record| brought.contains(&Entity::of(record)));
        self.may.take(|record| brought.contains(&Entity::of(record)));
        let pictures: Vec<String> = gone.iter().flat_map(picture_names).collect();
        self.must.pictures.retain(|picture| !pictures.contains(&picture.name));
        let deleted: BTreeSet<Entity> = content.all().filter(|record| is_deletion(record)).map(Entity::of).collect();
        let open = |record: &Record| record.kind() == Kind::Uphosoku && deleted.contains(&Entity::of(record));
        gone.into_iter().filter(open).for_each(|record| self.may.push(record));
        content.all().filter(|record| !is_deletion(record)).for_each(|record| self.must.push(record.clone()));
        self.must.pictures.extend(content.pictures.iter().cloned());
    }
}

fn is_deletion(record: &Record) -> bool {
    DELETIONS.iter().any(|row| row.deletion == record.kind())
}

/// The pictures that a record names (R42).
fn picture_names(record: &Record) -> Vec<String> {
    let names = record.iter().filter(|(field, _)| field.format == Format::ImageName);
    names.filter_map(|(_, value)| Some(value?.to_string())).filter(|name| !name.is_empty()).collect()
}
