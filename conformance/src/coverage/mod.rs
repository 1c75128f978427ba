//! Coverage: kinds × fields × rules × cases. What the corpus shows of every kind, field and rule,
//! and where a passing or a failing case is wanting.
//!
//! Two sources are counted and named apart: the cases of the corpus, and for each field contents
//! that its row of the layout makes right or wrong, put into a valid file of the corpus
//! (398 fields times their rules would be too many files to keep).
//!
//! ```text
//! corpus ─judged─▶ what each case says ─┬─fields─▶ KindCoverage ─┐
//!   valid files ─content─▶ made cases ──┘                        ├─▶ Coverage ─text | json─▶
//!                                        └─rules──▶ RuleCoverage ┘
//! ```

mod content;
mod exempt;
mod fields;
mod json;
mod judged;
mod missing;
mod rules;
mod text;

use rayon::prelude::*;

use crate::mutation::{CorpusCase, Expect};

pub use exempt::{EXEMPT, Exempt};
pub use fields::{FieldCoverage, KindCoverage, Probed};
pub use json::write_json;
pub use missing::Missing;
pub use rules::RuleCoverage;
pub use text::write_text;

/// Cases of the corpus by what they show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Conformant cases in which nothing is found.
    pub passing: u64,
    /// Cases in which something is found.
    pub failing: u64,
}

/// What the corpus covers.
#[derive(Debug)]
pub struct Coverage {
    /// All cases: conformant ones (`passing`) and those with a defect (`failing`).
    pub cases: Tally,
    /// Every kind, in the order of the standard, with its fields.
    pub kinds: Vec<KindCoverage>,
    /// Every rule, in the order of reading a file.
    pub rules: Vec<RuleCoverage>,
}

/// Judges every case, makes and judges a case for every content of every field, and counts.
#[must_use]
pub fn measure(cases: &[CorpusCase]) -> Coverage {
    let judged: Vec<judged::Judged<'_>> = cases.par_iter().map(judged::judge).collect();
    let passing = cases.iter().filter(|case| case.expect == Expect::Conformant).count() as u64;
    let kinds = fields::measure(&judged);
    let rules = rules::measure(&judged, &kinds);
    Coverage { cases: Tally { passing, failing: cases.len() as u64 - passing }, kinds, rules }
}

impl Coverage {
    /// Every field of every kind.
    pub fn fields(&self) -> impl Iterator<Item = (&KindCoverage, &FieldCoverage)> {
        self.kinds.iter().flat_map(|kind| kind.fields.iter().map(move |field| (kind, field)))
    }

    /// What is wanting; empty where everything has a passing and a failing case.
    #[must_use]
    pub fn missing(&self) -> Vec<Missing> {
        missing::list(self)
    }
}
