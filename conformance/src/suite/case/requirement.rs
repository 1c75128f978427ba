//! Requirement sets: which cases are scored. A set is frozen when it is published: a suite that grows
//! never fails anyone afterwards. Cases that no set names are run and told, but not scored.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use careplan::rules::RULES;
use sha2::{Digest, Sha256};

use super::corpus::Suite;
use super::{Step, Task};

/// A frozen set of cases.
#[derive(Debug)]
pub struct RequirementSet {
    /// The revision of the standard and the number of the set: `4.1-1`.
    pub id: &'static str,
    text: &'static str,
}

/// All of them, the newest last.
pub static REQUIREMENT_SETS: &[RequirementSet] =
    &[RequirementSet { id: "4.1-1", text: include_str!("../requirements/4.1-1.txt") }];

impl RequirementSet {
    /// The set with this id.
    #[must_use]
    pub fn by_id(id: &str) -> Option<&'static Self> {
        REQUIREMENT_SETS.iter().find(|set| set.id == id)
    }

    /// The newest one.
    #[must_use]
    pub fn newest() -> Option<&'static Self> {
        REQUIREMENT_SETS.last()
    }

    /// The ids of its cases: a line each, `#` begins a comment.
    pub fn ids(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
    }

    /// All ids, to look many up.
    #[must_use]
    pub fn scored(&self) -> BTreeSet<&'static str> {
        self.ids().collect()
    }
}

/// SHA-256 over the requirement set, every case that it names with its files, and the rules, lower-case
/// hexadecimal. Cases that are not scored do not alter it: the suite may grow.
pub(super) fn digest(suite: &Suite) -> String {
    let mut hash = Sha256::new();
    // Every part is preceded by its length, so that no two suites run together to the same bytes.
    let mut add = |bytes: &[u8]| {
        hash.update((bytes.len() as u64).to_le_bytes());
        hash.update(bytes);
    };
    add(suite.requirements.id.as_bytes());
    suite.requirements.ids().for_each(|id| add(id.as_bytes()));
    for rule in RULES {
        [rule.id, rule.severity.as_str(), rule.source].iter().for_each(|part| add(part.as_bytes()));
    }
    let scored = suite.requirements.scored();
    for case in suite.cases.iter().filter(|case| scored.contains(case.id.as_str())) {
        add(case.id.as_bytes());
        add(case.duty.as_str().as_bytes());
        for Step { role, task } in &case.steps {
            add(role.as_str().as_bytes());
            match task {
                Task::Import { files, taking } => {
                    add(format!("import {taking:?}").as_bytes());
                    files.iter().for_each(|file| {
                        add(file.name.as_bytes());
                        add(&file.bytes);
                    });
                }
                Task::Export { unit, kinds, scenario, free } => {
                    add(format!("export {unit:?} {kinds:?} {free:?}").as_bytes());
                    add(&serde_json::to_vec(scenario).unwrap_or_default());
                }
                Task::TakeBack => add(b"take back"),
            }
        }
    }
    hash.finalize().iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
