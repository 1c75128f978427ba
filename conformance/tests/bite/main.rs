//! The mutation table over the corpus: nothing survives that is not known, nobody valid is blamed.

mod committed;
mod table;

use std::path::PathBuf;

use conformance::mutation::{Base, valid_sets};

fn corpus(folder: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../corpus").join(folder)
}

/// The sets that the committed cases are made from.
fn samples() -> Vec<Base> {
    valid_sets(&corpus("samples")).unwrap()
}
