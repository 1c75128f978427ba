//! Putting every defect into every set it applies to, and counting what is found.

use careplan::diagnostic::Severity;
use rayon::prelude::*;

use super::judge::{Said, is_located, judge};
use super::{Base, Class, Mutation, mutations};

/// The misses that one kind lists; the rest are counted.
const LISTED: usize = 5;

/// How much of the table meets each set.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Seeds per set and kind.
    pub seeds: u64,
    /// Each set meets every n-th kind, another n-th for the next set; 1 = all.
    pub every: usize,
}

/// One defect that was not found as it should be.
#[derive(Clone, Debug)]
pub struct Miss {
    /// The set.
    pub base: String,
    /// The seed.
    pub seed: u64,
    /// What was said of it instead.
    pub said: Vec<Said>,
    /// Whether something of the right weight was said, only elsewhere.
    pub is_elsewhere: bool,
}

/// The outcome of one kind.
#[derive(Clone, Debug)]
pub struct Row {
    /// The kind.
    pub mutation: &'static Mutation,
    /// How often it was put in.
    pub applied: u64,
    /// How often it was judged rightly: found, or for an open point not called an error.
    pub killed: u64,
    /// How often it was found where it is.
    pub located: u64,
    /// Some of the others.
    pub misses: Vec<Miss>,
}

/// The outcome of a run.
#[derive(Clone, Debug)]
pub struct Report {
    /// Untouched sets that were judged.
    pub sets: u64,
    /// Untouched sets with warnings.
    pub warned: u64,
    /// Untouched sets with errors, and the errors.
    pub false_alarms: Vec<(String, Vec<Said>)>,
    /// Every kind, in the order of the table.
    pub rows: Vec<Row>,
}

/// Runs the table over the sets, in parallel; the outcome does not depend on the threads.
#[must_use]
pub fn run(bases: &[Base], plan: Plan) -> Report {
    let per_base = bases.par_iter().enumerate().map(|(number, base)| of_base(number, base, plan));
    per_base.reduce(Report::empty, Report::merge)
}

fn of_base(number: usize, base: &Base, plan: Plan) -> Report {
    let mut report = Report::empty();
    report.sets = 1;
    let said = judge(&base.files);
    report.warned = u64::from(said.iter().any(|said| said.severity == Severity::Warning));
    let errors: Vec<Said> = said.into_iter().filter(|said| said.severity == Severity::Error).collect();
    if !errors.is_empty() {
        report.false_alarms.push((base.id.clone(), errors));
    }
    for (index, row) in report.rows.iter_mut().enumerate() {
        if plan.every <= 1 || index % plan.every == number % plan.every {
            (1..=plan.seeds).for_each(|seed| row.try_on(base, seed));
        }
    }
    report
}

impl Report {
    fn empty() -> Self {
        let rows = mutations().map(|mutation| Row { mutation, applied: 0, killed: 0, located: 0, misses: Vec::new() });
        Self { sets: 0, warned: 0, false_alarms: Vec::new(), rows: rows.collect() }
    }

    /// Both together.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.sets += other.sets;
        self.warned += other.warned;
        self.false_alarms.extend(other.false_alarms);
        for (row, more) in self.rows.iter_mut().zip(other.rows) {
            row.applied += more.applied;
            row.killed += more.killed;
            row.located += more.located;
            let room = LISTED.saturating_sub(row.misses.len());
            row.misses.extend(more.misses.into_iter().take(room));
        }
        self
    }
}

impl Row {
    /// Whether every one that was put in was found where it is (or rightly left alone).
    #[must_use]
    pub const fn is_clean(&self) -> bool {
        self.killed == self.applied && self.located == self.applied
    }

    fn try_on(&mut self, base: &Base, seed: u64) {
        let Some((files, spots)) = self.mutation.put_into(base, seed) else { return };
        let said = judge(&files);
        let least = if self.mutation.class == Class::Warning { Severity::Warning } else { Severity::Error };
        let weighty = || said.iter().filter(|said| said.severity >= least);
        let (found, located) = match self.mutation.class {
            // An open point is judged rightly where nobody is blamed for it.
            Class::Open => (weighty().next().is_none(), true),
            Class::Error | Class::Warning => {
                (weighty().next().is_some(), weighty().any(|said| is_located(said, &spots)))
            }
        };
        self.applied += 1;
        self.killed += u64::from(found);
        self.located += u64::from(found && located);
        if !(found && located) && self.misses.len() < LISTED {
            let mut said = said;
            said.sort_by_key(|said| std::cmp::Reverse(said.severity));
            self.misses.push(Miss { base: base.id.clone(), seed, said, is_elsewhere: found });
        }
    }
}
