//! Collects the reasons of "could not judge", bounded.

use careplan::diagnostic::{Counts, Finding};
use careplan::rules::Rule;
use careplan::text::Message;

use super::{limits, reason};

/// Reasons why something was not judged: the first [`limits::REASONS`] listed, all counted.
#[derive(Debug, Default)]
pub struct Problems {
    listed: Vec<Finding>,
    counts: Counts,
}

impl Problems {
    /// Adds one reason; `found` names the path and what went wrong.
    pub fn add(&mut self, rule: &'static Rule, found: Message) {
        self.push(reason::finding(rule, found));
    }

    /// Adds a finding that is made already.
    pub fn push(&mut self, finding: Finding) {
        self.counts.add(finding.severity);
        if self.listed.len() < limits::REASONS {
            self.listed.push(finding);
        }
    }

    /// Whether everything could be judged.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.counts.total() == 0
    }

    /// The listed reasons and the exact numbers.
    #[must_use]
    pub fn into_parts(self) -> (Vec<Finding>, Counts) {
        (self.listed, self.counts)
    }
}
