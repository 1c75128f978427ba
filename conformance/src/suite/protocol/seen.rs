//! What somebody saw who sees the screen of the software, but not its receipt. Ways of the suite that
//! have a person in them answer so; it never comes over the wire: a program has a receipt.

use careplan::text::Message;

use crate::suite::meaning::Content;

/// What was seen of an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// What became of it as a whole.
    pub outcome: Outcome,
    /// What the screen shows, question by question.
    pub values: Vec<SeenValue>,
    /// Everything that is held now, where the software can write that out.
    pub holds: Option<Content>,
}

/// What became of an import, as far as a person can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// All of it was taken.
    Taken,
    /// All of it was taken, with a word of warning.
    Warned,
    /// Nothing was taken, and the software said so.
    Refused,
    /// A part was taken.
    Half,
    /// Nobody can tell.
    Unknown,
}

/// One answer about the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenValue {
    /// What was asked.
    pub question: Message,
    /// What ought to be seen.
    pub expected: Message,
    /// What was answered.
    pub answer: String,
    /// What that means.
    pub found: Found,
}

/// What an answer means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// It is as it ought to be.
    Right,
    /// It is something else.
    Wrong,
    /// There is nothing where something ought to be.
    Gone,
    /// It cannot be seen: no judgement.
    Unseen,
}
