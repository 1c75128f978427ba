//! The one source of chance. SplitMix64 (Steele, Lea and Flood 2014) is defined by its few lines,
//! so that a seed gives the same bytes on every machine and in every later version: no crate could
//! promise more.

use std::ops::Range;

/// A stream of numbers that a seed and the name of a story fix.
#[derive(Clone, Debug)]
pub(crate) struct Rng {
    state: u64,
    /// How many choices were made so far; digits of numbers are none.
    made: u32,
    /// The choices that turn out as small as can be, whatever the stream says: how a story is made smaller.
    least: Vec<Range<u32>>,
}

impl Rng {
    /// The stream of a story: two stories of one seed share nobody.
    pub(crate) fn new(story: &str, seed: u64) -> Self {
        // FNV-1a of the name.
        let name = story
            .bytes()
            .fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3));
        let mut rng = Self::starting(seed);
        let mixed = rng.next() ^ name;
        Self::starting(mixed)
    }

    const fn starting(state: u64) -> Self {
        Self { state, made: 0, least: Vec::new() }
    }

    /// The same stream, with these choices (from 0) as small as can be; the others stay as they are.
    pub(super) fn at_least(self, least: &[Range<u32>]) -> Self {
        Self { least: least.to_vec(), ..self }
    }

    /// How many choices were made so far.
    pub(super) const fn made(&self) -> u32 {
        self.made
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.state ^ (self.state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `end` − 1; 0 where there is none.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        let number = self.any_below(end);
        let at = self.made;
        self.made = at.saturating_add(1);
        if self.least.iter().any(|range| range.contains(&at)) { 0 } else { number }
    }

    fn any_below(&mut self, end: u64) -> u64 {
        u64::try_from((u128::from(self.next()) * u128::from(end)) >> 64).unwrap_or(0)
    }

    /// A number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: u16, high: u16) -> u16 {
        let width = u64::from(high.saturating_sub(low)) + 1;
        low.saturating_add(u16::try_from(self.below(width)).unwrap_or(0))
    }

    /// A day of a month, both ends included.
    pub(super) fn day(&mut self, low: u8, high: u8) -> u8 {
        u8::try_from(self.between(low.into(), high.into())).unwrap_or(low)
    }

    /// So many decimal digits. They tell people and offices apart, so none of them is ever made smaller.
    pub(super) fn digits(&mut self, count: usize) -> String {
        (0..count).map(|_| char::from(b'0' + u8::try_from(self.any_below(10)).unwrap_or(0))).collect()
    }

    /// True once in so many times.
    pub(super) fn one_in(&mut self, times: u16) -> bool {
        self.between(1, times) == 1
    }

    /// One of a list.
    ///
    /// # Panics
    /// On an empty list; all lists are tables of this module.
    pub(super) fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        let at = self.below(list.len() as u64);
        list[usize::try_from(at).unwrap_or(0)]
    }

    /// Some of a list, in its order: at least one, at most `most`.
    pub(super) fn some<T: Copy>(&mut self, list: &[T], most: usize) -> Vec<T> {
        let mut wanted = usize::from(self.between(1, u16::try_from(most.min(list.len())).unwrap_or(1)));
        let mut found = Vec::new();
        for (index, item) in list.iter().enumerate() {
            let left = list.len() - index;
            if self.below(left as u64) < wanted as u64 {
                found.push(*item);
                wanted -= 1;
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_is_that_of_splitmix64() {
        let mut rng = Rng::starting(1_234_567);
        assert_eq!([rng.next(), rng.next()], [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]);
    }

    #[test]
    fn seeds_and_stories_have_streams_of_their_own() {
        let first = |story, seed| Rng::new(story, seed).next();
        let starts = [first("a", 1), first("a", 2), first("b", 1), first("a", 0)];
        for (index, start) in starts.iter().enumerate() {
            assert!(!starts[..index].contains(start));
        }
    }

    #[test]
    fn choices_that_are_made_smaller_leave_the_others_as_they_are() {
        let draw = |least: &[Range<u32>]| {
            let mut rng = Rng::new("a", 1).at_least(least);
            let drawn = [rng.below(1_000), rng.below(1_000), rng.below(1_000)];
            (drawn, rng.digits(6), rng.made())
        };
        let ([first, _, third], digits, made) = draw(&[]);
        assert_eq!(draw(&[1..2, 3..9]), ([first, 0, third], digits, made));
    }

    #[test]
    fn some_are_at_least_one_and_keep_their_order() {
        let mut rng = Rng::new("some", 1);
        for _ in 0..200 {
            let found = rng.some(&[1, 2, 3, 4], 3);
            assert!((1..=3).contains(&found.len()) && found.is_sorted());
        }
    }
}
