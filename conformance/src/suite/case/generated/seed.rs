//! The seed of a series, and how every case comes to one of its own.

use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use sha2::{Digest, Sha256};

/// Changes when the same seed is to give other cases.
const FORM: &[u8] = b"renkei.generated/1";

/// Cases that come from one seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Series {
    /// The seed.
    pub seed: u64,
    /// How many, numbered from 1.
    pub count: u32,
}

/// The id of a case: `generated/<seed>-<number>`.
#[must_use]
pub fn id(seed: u64, number: u32) -> String {
    format!("generated/{seed}-{number}")
}

/// Seed and number of an id.
#[must_use]
pub fn numbers_of(id: &str) -> Option<(u64, u32)> {
    let (seed, number) = id.strip_prefix("generated/")?.split_once('-')?;
    Some((seed.parse().ok()?, number.parse().ok()?))
}

/// The source of chance of one case: `ChaCha20`, keyed by the SHA-256 of the form, the seed and the
/// number. No case depends on those before it, so shares and threads change nothing.
pub(super) fn runner(seed: u64, number: u32) -> TestRunner {
    let key = Sha256::new().chain_update(FORM).chain_update(seed.to_le_bytes()).chain_update(number.to_le_bytes());
    TestRunner::new_with_rng(Config::default(), TestRng::from_seed(RngAlgorithm::ChaCha, &key.finalize()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_tells_seed_and_number() {
        assert_eq!(numbers_of(&id(u64::MAX, 12)), Some((u64::MAX, 12)));
        for other in ["read/d2_basic-21", "generated/7", "generated/7-x", "generated/-1"] {
            assert_eq!(numbers_of(other), None, "{other}");
        }
    }

    #[test]
    fn the_stream_of_a_case_never_changes() {
        use proptest::strategy::{Strategy, ValueTree};
        let first = |number| {
            let mut runner = runner(7, number);
            proptest::num::u64::ANY.new_tree(&mut runner).expect("a number").current()
        };
        assert_eq!([first(1), first(2)], [6_394_439_328_626_638_978, 2_504_553_501_028_082_508]);
    }
}
