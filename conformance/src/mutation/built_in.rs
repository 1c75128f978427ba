//! The corpus as it was when the library was built.

use super::File;
use super::corpus::{CorpusCase, Unread, case};

/// The name of a file and what is in it.
type Named = (&'static str, &'static [u8]);

/// Folders and their files.
static FOLDERS: &[(&str, &[Named])] = include!(concat!(env!("OUT_DIR"), "/corpus.rs"));

/// The cases that the library brings with it, in the order of their paths.
///
/// # Errors
/// A `case.json` is none; a test sees to it that all are.
pub fn built_in_cases() -> Result<Vec<CorpusCase>, Unread> {
    let file = |(name, bytes): &Named| File { name: (*name).to_owned(), bytes: bytes.to_vec() };
    FOLDERS.iter().map(|(folder, files)| case(folder.as_ref(), files.iter().map(file).collect())).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::mutation::corpus_cases;

    #[test]
    fn what_is_built_in_is_the_corpus() {
        let seen = |cases: Vec<CorpusCase>| -> Vec<_> {
            cases.into_iter().map(|case| (case.base.id, case.base.files, case.about.rule)).collect()
        };
        let corpus = seen(corpus_cases(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus")).unwrap());
        assert!(corpus.len() > 100);
        assert_eq!(seen(built_in_cases().unwrap()), corpus);
    }
}
