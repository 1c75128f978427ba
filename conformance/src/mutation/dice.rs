//! Chance that can be repeated: the same seed and words give the same choices on every machine.

use crate::story::rng::Rng;

/// Chooses places.
#[derive(Clone, Debug)]
pub struct Dice(Rng);

impl Dice {
    /// Starts from a number and some words, so that every kind and set has its own run.
    #[must_use]
    pub fn new(seed: u64, words: &[&str]) -> Self {
        Self(Rng::new(&words.join("/"), seed))
    }

    /// One of `0..below`; 0 where there is nothing to choose from.
    pub fn below(&mut self, below: usize) -> usize {
        let below = u64::try_from(below).unwrap_or(u64::MAX);
        usize::try_from(self.0.below(below)).unwrap_or_default()
    }

    /// One of the items, if there are any.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.below(items.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_and_words_give_the_same_choices_and_others_do_not() {
        let run = |seed, words: &[&str]| {
            let mut dice = Dice::new(seed, words);
            [dice.below(1000), dice.below(1000), dice.below(1000)]
        };
        assert_eq!(run(1, &["a", "b"]), run(1, &["a", "b"]));
        assert_ne!(run(1, &["a", "b"]), run(1, &["a", "c"]));
        assert_ne!(run(1, &["a"]), run(2, &["a"]));
    }
}
