//! All that a generated case is made from.

use std::collections::BTreeSet;
use std::ops::Range;

use proptest::prelude::Strategy;
use proptest::strategy::ValueTree;

use super::ask::Ask;
use super::touch::Touch;
use super::tree::tree;

/// All that a generated case is made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipe {
    /// The seed of the series.
    pub seed: u64,
    /// The number of the case, from 1.
    pub number: u32,
    /// What is asked.
    pub(super) ask: Ask,
    /// Which story.
    pub(super) story: u32,
    /// The seed of the story.
    pub(super) chance: u64,
    /// Choices of the story that turn out as small as can be.
    pub(super) least: Vec<Range<u32>>,
    /// Which receiver of the story.
    pub(super) receiver: u32,
    /// Which unit or deletion.
    pub(super) pick: u32,
    /// Values that are put in; `None` = left out again.
    pub(super) touches: Vec<Option<Touch>>,
    /// Records that are left out.
    pub(super) cut: BTreeSet<u32>,
    /// Which way of writing the files; `None` = as the standard asks for.
    pub(super) variant: Option<u32>,
    /// Which alteration makes it wrong.
    pub(super) mutation: u32,
}

impl Recipe {
    /// The recipe of a number, before anything is made smaller.
    #[must_use]
    pub fn of(seed: u64, number: u32) -> Option<Self> {
        Some(tree(seed, number)?.current())
    }
}

/// A whole number of 32 bits: what is chosen from is known only later.
pub(super) fn any() -> impl Strategy<Value = u32> {
    proptest::num::u32::ANY
}
