//! Chance that can be repeated: the same seed and words give the same choices on every machine.

/// SplitMix64; small, and good enough to choose places.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// Starts from a number and some words (FNV-1a), so that every kind and base has its own run.
    #[must_use]
    pub fn new(seed: u64, words: &[&str]) -> Self {
        let bytes = words.iter().flat_map(|word| word.bytes().chain([0]));
        Self(bytes.fold(seed ^ 0xCBF2_9CE4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
        }))
    }

    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// One of `0..below`; 0 where there is nothing to choose from.
    pub fn below(&mut self, below: usize) -> usize {
        let below = u64::try_from(below).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % below).unwrap_or_default()
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
            [dice.next(), dice.next(), dice.next()]
        };
        assert_eq!(run(1, &["a", "b"]), run(1, &["a", "b"]));
        assert_ne!(run(1, &["a", "b"]), run(1, &["ab"]));
        assert_ne!(run(1, &["a"]), run(2, &["a"]));
    }
}
