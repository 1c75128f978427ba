//! Survivors that are known: each with the reason why it cannot be found, or not yet.

use super::{Mutation, Report};

/// A kind that is not always found, and why.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// The id of the kind.
    pub id: &'static str,
    /// Why.
    pub reason: &'static str,
}

/// All of them. One that is found everywhere after all is stale, and the tests say so.
pub static KNOWN: &[Known] = &[];

/// The kinds that were not always judged rightly and that no reason is given for.
#[must_use]
pub fn unexplained(report: &Report) -> Vec<&'static Mutation> {
    let unclean = report.rows.iter().filter(|row| !row.is_clean()).map(|row| row.mutation);
    unclean.filter(|mutation| !KNOWN.iter().any(|known| known.id == mutation.id)).collect()
}
