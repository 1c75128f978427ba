//! Refusals: why the relay says no. One row each in the table; nothing else refuses.

mod problem;
mod table;

use careplan::text::Text;

pub use problem::Problem;
pub(crate) use problem::speak;
pub use table::*;

/// The word that stands in `source` where no public source says what the real exchange does.
pub const ASSUMPTION: &str = "assumption";

/// One refusal.
#[derive(Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Our code, a slug that never changes; `urn:renkei:problem:<code>` in documents.
    pub code: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// What happened.
    pub title: Text,
    /// What the sender can do.
    pub what_to_do: Text,
    /// The clause it stands on, or the word [`ASSUMPTION`] with what was assumed.
    pub source: &'static str,
}

impl Refusal {
    /// `urn:renkei:problem:<code>`.
    #[must_use]
    pub fn urn(&self) -> String {
        format!("urn:renkei:problem:{}", self.code)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_refusal_has_a_code_of_its_own_both_languages_and_a_source() {
        let mut seen = HashSet::new();
        for refusal in REFUSALS {
            assert!(seen.insert(refusal.code), "{} is there twice", refusal.code);
            assert!(refusal.code.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{}", refusal.code);
            assert!((400..600).contains(&refusal.status), "{}", refusal.code);
            for text in [refusal.title, refusal.what_to_do] {
                assert!(text.ja.ends_with('。') && text.en.ends_with('.'), "{}", refusal.code);
            }
            assert!(!refusal.source.is_empty(), "{}", refusal.code);
        }
    }
}
