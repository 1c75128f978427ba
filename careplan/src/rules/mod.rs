//! The rules: one file each, one line each in `RULES`.

use crate::diagnostic::Severity;
use crate::text::Text;

/// A rule and its documentation, under the fixed headings.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// `area/slug`; never changes, never reused.
    pub id: &'static str,
    /// The weight of its findings; a finding may weigh less where the layout is unsure.
    pub severity: Severity,
    /// A short name.
    pub title: Text,
    /// What it checks.
    pub what: Text,
    /// Why it matters: what happens to the receiver.
    pub why: Text,
    /// An example of what it finds.
    pub example: Text,
    /// How to mend it.
    pub mend: Text,
    /// The clauses it stands on.
    pub source: &'static str,
}
