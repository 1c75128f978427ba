//! What is exchanged: every case of writing, with the role of who takes it.

use std::collections::{BTreeMap, BTreeSet};

use careplan::set::DELETIONS;
use careplan::text::Message;

use crate::mutation::File;
use crate::story::Role;
use crate::suite::case::{Case, Class, Duty, Selection, Step, Suite, Taking, Task};

/// What one software writes and another takes.
#[derive(Clone, Debug)]
pub struct Exchange {
    /// The id of the case of writing.
    pub id: String,
    /// What it is.
    pub title: Message,
    /// The clauses.
    pub source: String,
    /// The role of the writer.
    pub from: Role,
    /// The role of the reader.
    pub to: Role,
    /// Whether software of both roles must have the functions.
    pub duty: Duty,
    /// Whether the requirement set names the case.
    pub scored: bool,
    /// The case of writing.
    pub(super) write: Case,
}

impl Exchange {
    /// The case of taking what was written. A deletion of what was never sent may be refused.
    pub(super) fn read(&self, files: Vec<File>) -> Case {
        let kinds = self.write.steps.iter().find_map(|step| match &step.task {
            Task::Export { kinds, .. } => Some(kinds),
            _ => None,
        });
        let deletes =
            kinds.is_some_and(|kinds| kinds.iter().all(|kind| DELETIONS.iter().any(|it| it.deletion == *kind)));
        let taking = if deletes { Taking::WholeOrNothing } else { Taking::Whole };
        Case {
            class: Class::Reading,
            duty: self.duty,
            steps: vec![Step { role: self.to, task: Task::Import { files, taking } }],
            ..self.write.clone()
        }
    }
}

/// The exchanges of a suite that a selection takes: both roles are among those chosen. Who takes a
/// unit is told by its case of the way there and back.
#[must_use]
pub fn exchanges(suite: &Suite, selection: &Selection) -> Vec<Exchange> {
    let back = suite.cases.iter().filter(|case| case.class == Class::RoundTrip).filter_map(|case| {
        let last = case.steps.last().filter(|step| matches!(step.task, Task::TakeBack))?;
        Some((unit(&case.id), (last.role, case.duty)))
    });
    let back: BTreeMap<&str, (Role, Duty)> = back.collect();
    let writing = Selection { classes: BTreeSet::from([Class::Writing]), ..selection.clone() };
    let scored = suite.requirements.scored();
    let chosen = writing.of(&suite.cases).into_iter().filter_map(|case| {
        let from = case.steps.first()?.role;
        let (to, duty) = back.get(unit(&case.id)).copied()?;
        Some(Exchange {
            id: case.id.clone(),
            title: case.title.clone(),
            source: case.source.clone(),
            from,
            to,
            duty: duty.min(case.duty),
            scored: scored.contains(case.id.as_str()),
            write: case.clone(),
        })
    });
    chosen.filter(|it| selection.roles.is_empty() || selection.roles.contains(&it.to)).collect()
}

/// The unit of a case: what stands behind the last slash of its id.
fn unit(id: &str) -> &str {
    id.rsplit('/').next().unwrap_or(id)
}
