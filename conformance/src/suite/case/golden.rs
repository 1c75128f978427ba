//! Golden sets: what of a valid set of the corpus goes to one receiver, with the roles of both ends.

use std::collections::BTreeSet;

use careplan::layout::Kind;
use careplan::name::Party;
use careplan::set::DELETIONS;

use super::pattern::Pattern;
use crate::mutation::{CorpusCase, File};
use crate::story::Role;
use crate::suite::meaning::{Scenario, Unit, read_files, write_files};

/// What goes to one receiver.
#[derive(Clone, Debug)]
pub struct Golden {
    /// The id of the set; of several receivers the second and further ones have `.2`, `.3` … behind it.
    pub id: String,
    /// The set.
    pub title: String,
    /// The clauses of the set.
    pub source: String,
    /// The role of the sender.
    pub from: Role,
    /// The role of the receiver.
    pub to: Role,
    /// The units, in the order of their serials.
    pub scenario: Scenario,
}

impl Golden {
    /// The kinds in it.
    #[must_use]
    pub fn kinds(&self) -> Vec<Kind> {
        let kinds: BTreeSet<Kind> = self.scenario.units.iter().flat_map(|unit| unit.content.kinds()).collect();
        kinds.into_iter().collect()
    }

    /// Whether nothing comes before its deletions.
    #[must_use]
    pub fn only_deletes(&self) -> bool {
        self.kinds().iter().all(|kind| DELETIONS.iter().any(|row| row.deletion == *kind))
    }

    /// The patterns it belongs to.
    #[must_use]
    pub fn patterns(&self) -> BTreeSet<Pattern> {
        Pattern::of_kinds(&self.kinds(), self.from, self.to)
    }

    /// Its files, written canonically; those of the corpus are, byte for byte.
    #[must_use]
    pub fn files(&self) -> Vec<File> {
        files_of(&self.scenario)
    }

    /// Its first unit that has a kind.
    #[must_use]
    pub fn unit_with(&self, kind: Kind) -> Option<&Unit> {
        self.scenario.units.iter().find(|unit| unit.content.kinds().contains(&kind))
    }

    /// The same set with other contents.
    pub(super) fn with(&self, units: Vec<Unit>) -> Self {
        Self { scenario: Scenario { units }, ..self.clone() }
    }
}

/// The files of a scenario. Everything in the corpus, and what the tables put into it, is in MS932.
pub(super) fn files_of(scenario: &Scenario) -> Vec<File> {
    write_files(scenario).unwrap_or_default()
}

/// The golden sets of a valid case of the corpus, receiver by receiver.
pub(super) fn goldens(case: &CorpusCase) -> Vec<Golden> {
    let Ok(scenario) = read_files(&case.base.files) else { return Vec::new() };
    let mut receivers: Vec<(Party, Role, Role, Vec<Unit>)> = Vec::new();
    let mut units = scenario.units;
    units.sort_by(|a, b| a.key.serial.cmp(&b.key.serial));
    for unit in units {
        let Some((from, to)) = case.about.roles(&unit.key.serial) else { continue };
        match receivers.iter_mut().find(|(party, ..)| *party == unit.key.to) {
            Some((.., units)) => units.push(unit),
            None => receivers.push((unit.key.to.clone(), from, to, vec![unit])),
        }
    }
    let numbered = receivers.into_iter().enumerate();
    numbered
        .map(|(at, (_, from, to, units))| Golden {
            id: if at == 0 { case.base.id.clone() } else { format!("{}.{}", case.base.id, at + 1) },
            title: case.about.title_ja.clone(),
            source: case.about.rule.clone(),
            from,
            to,
            scenario: Scenario { units },
        })
        .collect()
}
