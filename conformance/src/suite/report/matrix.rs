//! The summary matrix: classes by verdicts, roles by patterns.

use std::collections::BTreeMap;

use crate::story::Role;
use crate::suite::case::{Class, Pattern};
use crate::suite::run::SuiteOutcome;
use crate::suite::verdict::Verdict;

/// How many cases of a class have each verdict, in the order of [`Verdict::ALL`].
pub(super) struct Row {
    pub(super) class: Class,
    pub(super) counts: Vec<usize>,
}

/// A row for each class that was run.
pub(super) fn by_class(outcome: &SuiteOutcome) -> Vec<Row> {
    let rows = Class::ALL.iter().map(|class| {
        let of_class = || outcome.results.iter().filter(|result| result.class == *class);
        let count = |verdict: &Verdict| of_class().filter(|result| result.verdict == *verdict).count();
        Row { class: *class, counts: Verdict::ALL.iter().map(count).collect() }
    });
    rows.filter(|row| row.counts.iter().sum::<usize>() > 0).collect()
}

/// Cases that pass, and cases that were run, by role and pattern.
pub(super) fn by_pattern(outcome: &SuiteOutcome) -> BTreeMap<(Role, Pattern), (usize, usize)> {
    let mut cells: BTreeMap<(Role, Pattern), (usize, usize)> = BTreeMap::new();
    for result in &outcome.results {
        for role in &result.roles {
            for pattern in &result.patterns {
                let cell = cells.entry((*role, *pattern)).or_default();
                cell.0 += usize::from(result.verdict == Verdict::Pass);
                cell.1 += 1;
            }
        }
    }
    cells
}

/// The text of one cell of [`by_pattern`]: `12/12`; `-` where nothing was run.
pub(super) fn cell(cells: &BTreeMap<(Role, Pattern), (usize, usize)>, role: Role, pattern: Pattern) -> String {
    cells.get(&(role, pattern)).map_or_else(|| "-".to_owned(), |(passed, run)| format!("{passed}/{run}"))
}
