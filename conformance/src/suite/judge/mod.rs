//! What an answer is worth: receipts must balance, what is held must be right, what is written must
//! be conformant and mean what it was to mean.

mod export;
mod import;
mod receipt;

use careplan::text::Message;

pub(super) use export::{Wanted, written};
pub(crate) use import::{Given, taken};

use super::meaning::{Difference, What};
use super::verdict::Verdict;

/// Differences that are told one by one; the rest are counted.
const TOLD: usize = 8;

/// A verdict with its reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The verdict.
    pub verdict: Verdict,
    /// Why, sentence by sentence.
    pub notes: Vec<Message>,
}

impl Judged {
    /// As it should be.
    #[must_use]
    pub const fn pass() -> Self {
        Self { verdict: Verdict::Pass, notes: Vec::new() }
    }

    /// A verdict with one reason.
    #[must_use]
    pub fn because(verdict: Verdict, ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self { verdict, notes: vec![Message::new(ja, en)] }
    }

    fn fail(ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self::because(Verdict::Fail, ja, en)
    }

    fn silent(ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self::because(Verdict::SilentLoss, ja, en)
    }
}

/// The first differences as sentences.
fn told(differences: &[Difference]) -> Vec<Message> {
    let mut notes: Vec<Message> = differences.iter().take(TOLD).map(Difference::message).collect();
    if let Some(more) = differences.len().checked_sub(TOLD).filter(|more| *more > 0) {
        notes.push(Message::new(format!("ほか {more} 件"), format!("{more} more")));
    }
    notes
}

/// Whether something is gone, rather than something else there.
const fn is_loss(what: What) -> bool {
    matches!(what, What::Missing | What::Unsaid | What::Emptied)
}
