//! The same seed gives the same bytes, on every machine and in every later version.

use std::collections::BTreeSet;

use conformance::story::{Generated, STORIES};
use sha2::{Digest, Sha256};

use super::{SEEDS, tell};

/// The digest of each story, told from seed 1. A change here is a change of every corpus that
/// somebody made with this program: it belongs into the change log.
const PINS: &[(&str, &str)] = &[];

fn digest(told: &Generated) -> String {
    let mut hasher = Sha256::new();
    for file in told.folder_files().unwrap() {
        hasher.update(file.name.as_bytes());
        hasher.update([0]);
        hasher.update(&file.bytes);
        hasher.update([0]);
    }
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn seed_1_of_every_story_gives_the_pinned_bytes() {
    let found: Vec<_> = STORIES.iter().map(|story| (story.id, digest(&tell(story, 1)))).collect();
    let rows: String = found.iter().map(|(id, digest)| format!("    (\"{id}\", \"{digest}\"),\n")).collect();
    let pinned =
        found.len() == PINS.len() && found.iter().zip(PINS).all(|((id, digest), pin)| (*id, &**digest) == *pin);
    assert!(pinned, "the bytes have changed; the table would now be:\n{rows}");
}

#[test]
fn a_story_told_twice_is_the_same_and_from_another_seed_is_another() {
    for story in STORIES {
        let mut seen = BTreeSet::new();
        for seed in 0..SEEDS {
            let told = digest(&tell(story, seed));
            assert_eq!(told, digest(&tell(story, seed)), "{} {seed}", story.id);
            assert!(seen.insert(told), "{} {seed} is told from another seed too", story.id);
        }
    }
}

#[test]
fn any_number_is_a_seed() {
    for story in STORIES {
        for seed in [0, u64::MAX, 1 << 32, 0xDEAD_BEEF] {
            assert!(!tell(story, seed).sets.is_empty());
        }
    }
}
