//! Few cases, as many as a person can do by hand: the first one of each pattern, class and role.

use std::collections::BTreeSet;

use crate::suite::case::{Case, Class};

/// What is worth a person's time; the rest varies the same functions.
const CLASSES: &[Class] = &[Class::Reading, Class::Replacement, Class::Deletion, Class::Refusing, Class::Writing];

/// The first cases that bring a pattern, class and role not seen before, in their order.
#[must_use]
pub fn few<'a>(cases: &[&'a Case]) -> Vec<&'a Case> {
    let mut seen = BTreeSet::new();
    let mut chosen = Vec::new();
    for case in cases.iter().filter(|case| CLASSES.contains(&case.class)) {
        let keys = case.patterns.iter().map(|pattern| (case.class, *pattern, case.roles()));
        // All are noted, whether or not one of them is new.
        if keys.filter(|key| seen.insert(key.clone())).count() > 0 {
            chosen.push(*case);
        }
    }
    chosen
}
