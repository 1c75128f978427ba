//! All cases of a corpus.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;

use super::golden::{Golden, goldens};
use super::requirement::{self, RequirementSet};
use super::{Case, duty, edge, exchange, reading, text, variant, writing};
use crate::mutation::{CorpusCase, Expect, Unread, built_in_cases, corpus_cases};

/// The cases, in the order of their ids, and which of them are scored.
#[derive(Debug)]
pub struct Suite {
    /// The cases.
    pub cases: Vec<Case>,
    /// The frozen set that says which of them are scored.
    pub requirements: &'static RequirementSet,
    digest: OnceLock<String>,
}

impl Suite {
    /// Cases, wherever they come from, scored by a requirement set.
    #[must_use]
    pub const fn new(cases: Vec<Case>, requirements: &'static RequirementSet) -> Self {
        Self { cases, requirements, digest: OnceLock::new() }
    }

    /// All cases of a corpus, of the one that is built in unless a folder is given, scored by a
    /// requirement set.
    ///
    /// # Errors
    /// A part of the corpus cannot be read.
    pub fn read(corpus: Option<&Path>, requirements: &'static RequirementSet) -> Result<Self, Unread> {
        let cases = corpus.map_or_else(built_in_cases, corpus_cases)?;
        Ok(Self::new(all_cases(&cases), requirements))
    }

    /// Ids that are required but have no case: a corpus that is not whole.
    #[must_use]
    pub fn missing(&self) -> Vec<&'static str> {
        let known: BTreeSet<&str> = self.cases.iter().map(|case| case.id.as_str()).collect();
        self.requirements.ids().filter(|id| !known.contains(id)).collect()
    }

    /// A digest of every case that is scored and of what it is judged by: two runs with the same one score the same.
    #[must_use]
    pub fn digest(&self) -> &str {
        self.digest.get_or_init(|| requirement::digest(self))
    }
}

/// Every case that the tables make of the cases of a corpus, in the order of their ids. Of two cases
/// with one id the first is kept; a test sees to it that there are none.
#[must_use]
pub fn all_cases(corpus: &[CorpusCase]) -> Vec<Case> {
    let golden: Vec<Golden> =
        corpus.iter().filter(|case| case.expect == Expect::Conformant).flat_map(goldens).collect();
    let made = reading::valid(&golden)
        .chain(reading::altered(corpus))
        .chain(variant::cases(&golden))
        .chain(text::cases(&golden))
        .chain(writing::cases(&golden))
        .chain(exchange::cases(&golden))
        .chain(duty::cases(&golden))
        .chain(edge::cases(&golden));
    let mut by_id = BTreeMap::new();
    for case in made {
        by_id.entry(case.id.clone()).or_insert(case);
    }
    by_id.into_values().collect()
}
