//! The bite, measured: a table of defects, each put into valid sets by seed, and what the checker
//! says of them. The defects follow from the text of the standard and from what is seen in the
//! field, never from what the checker happens to find.
//!
//! ```text
//! valid set ─kinds (by seed)─▶ set with one defect ─judge─▶ said ─run─▶ killed | misplaced | survived
//! ```

mod built_in;
mod case;
mod corpus;
mod dice;
mod draft;
mod judge;
mod kill_table;
mod kinds;
mod known;
mod run;
mod set;
mod table;

use careplan::text::Text;

pub use built_in::built_in_cases;
pub use case::{Case, SHELVES, committed_cases};
pub use corpus::{About, CorpusCase, Expect, UnitRoles, Unread, corpus_cases, valid_sets};
pub use dice::Dice;
pub use draft::{Draft, Outcome, Spot};
pub use judge::{Said, judge};
pub use kill_table::write_table;
pub use kinds::AREAS;
pub use known::{KNOWN, Known, unexplained};
pub use run::{Miss, Plan, Report, Row, run};
pub use set::{Base, File};

/// What a defect is against, and so what must be said of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A clause of the standard: an error must be found, at the place of the defect.
    Error,
    /// Plausibility or a known hazard: a warning or an error must be found there.
    Warning,
    /// The standard leaves it open: nothing found may be an error.
    Open,
}

impl Class {
    /// The word of `case.json` for it.
    #[must_use]
    pub const fn expect(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Open => "either",
        }
    }
}

/// One kind of defect.
#[derive(Clone, Copy, Debug)]
pub struct Mutation {
    /// `area_slug`; never changes, never reused.
    pub id: &'static str,
    /// What must be said of it.
    pub class: Class,
    /// The clauses that it breaks or touches.
    pub source: &'static str,
    /// What it does.
    pub title: Text,
    /// Puts it into a set.
    pub apply: fn(&mut Draft) -> Outcome,
}

impl Mutation {
    /// Puts the defect into a copy of the set: the files, and where findings may point. `None`
    /// where the set has nothing that could have it.
    #[must_use]
    pub fn put_into(&self, base: &Base, seed: u64) -> Option<(Vec<File>, Vec<Spot>)> {
        let mut draft = Draft::new(base.files.clone(), Dice::new(seed, &[self.id, &base.id]));
        let spots = (self.apply)(&mut draft)?;
        (draft.files != base.files).then_some((draft.files, spots))
    }
}

/// The defects of one area.
#[derive(Clone, Copy, Debug)]
pub struct Area {
    /// What the area is.
    pub title: Text,
    /// Its defects.
    pub mutations: &'static [Mutation],
}

/// Every kind of defect, area by area.
pub fn mutations() -> impl Iterator<Item = &'static Mutation> {
    AREAS.iter().flat_map(|area| area.mutations)
}
