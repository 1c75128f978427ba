//! Generated cases: `--generated N --seed S`.
//!
//! ```text
//! seed + number ─ChaCha─▶ Recipe ─story─▶ coherent people ─touch─▶ values of the layout ─cut─▶ Case
//! ```
//! A case is told by its recipe alone. What a story says agrees with itself (keys, calendar, money);
//! what is put into it by the layout (texts, codes, numbers) binds nothing else, or is put in wherever
//! the same stood before. A tree makes a recipe smaller without leaving what is legal.
//!
//! The same seed, number and version give the same bytes on every platform: whole numbers of fixed
//! width only, nothing in the order of a hash.

mod ask;
mod build;
mod cut;
mod recipe;
mod seed;
mod text;
mod touch;
mod tree;

use rayon::prelude::*;

pub use build::Built;
pub use recipe::Recipe;
pub use seed::{Series, id, numbers_of};
pub use tree::{CaseTree, tree};

use super::Case;

/// The most cases of one series: all of them are in memory together.
pub const MOST: u32 = 5_000;

/// The cases of a series, in the order of their numbers. Each depends on its number alone.
#[must_use]
pub fn cases(series: Series) -> Vec<Case> {
    let numbers: Vec<u32> = (1..=series.count.min(MOST)).collect();
    numbers.into_par_iter().filter_map(|number| case(series.seed, number)).collect()
}

/// The case of a seed and a number, from 1. A test holds that there always is one.
#[must_use]
pub fn case(seed: u64, number: u32) -> Option<Case> {
    let recipe = Recipe::of(seed, number)?;
    recipe.build().filter(|built| built.sound).map(|built| built.case)
}

#[cfg(test)]
mod tests;
