//! Which cases a run takes: by class, role, pattern, id, and as one share of several.

use std::collections::BTreeSet;

use super::{Case, Class, Pattern};
use crate::story::Role;

/// What a run takes; an empty part does not choose.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Cases of these classes.
    pub classes: BTreeSet<Class>,
    /// Cases in which the software plays none but these roles.
    pub roles: BTreeSet<Role>,
    /// Cases of one of these patterns.
    pub patterns: BTreeSet<Pattern>,
    /// Cases whose id begins so.
    pub only: Vec<String>,
    /// The share `k` of `n`, from 1: every n-th of the cases that are left.
    pub shard: Option<(usize, usize)>,
}

impl Selection {
    /// The cases that are taken, in their order.
    #[must_use]
    pub fn of<'a>(&self, cases: &'a [Case]) -> Vec<&'a Case> {
        let taken = cases.iter().filter(|case| self.takes(case)).enumerate();
        let is_mine = |at: usize| self.shard.is_none_or(|(k, n)| at % n.max(1) == k.saturating_sub(1));
        taken.filter(|(at, _)| is_mine(*at)).map(|(_, case)| case).collect()
    }

    fn takes(&self, case: &Case) -> bool {
        (self.classes.is_empty() || self.classes.contains(&case.class))
            && (self.roles.is_empty() || case.roles().is_subset(&self.roles))
            && (self.patterns.is_empty() || !case.patterns.is_disjoint(&self.patterns))
            && (self.only.is_empty() || self.only.iter().any(|begin| case.id.starts_with(begin)))
    }
}
