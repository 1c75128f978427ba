//! What became of an import as a whole, as a person says it.

use careplan::text::{Message, Text};

use super::typed::{Typed, folded, special};
use crate::suite::protocol::Outcome;

/// An answer that can be chosen by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Something was seen.
    Seen(Outcome),
    /// There is no such function.
    NoFunction,
}

macro_rules! outcomes {
    ($($choice:expr, $ja:literal $en:literal;)*) => {
        /// What can be chosen, from 1.
        pub const OUTCOMES: &[(Choice, Text)] = &[$(($choice, Text::new($ja, $en))),*];
    };
}

outcomes! {
    Choice::Seen(Outcome::Taken), "すべて取り込まれた（注意や警告はない）" "all of it was taken, without a word of warning";
    Choice::Seen(Outcome::Warned), "すべて取り込まれ、注意や警告が表示された" "all of it was taken, and a warning was shown";
    Choice::Seen(Outcome::Refused), "断られた（何も取り込まれず、そう表示された）" "refused: nothing was taken, and that was shown";
    Choice::Seen(Outcome::Half), "一部だけ取り込まれた" "a part of it was taken";
    Choice::NoFunction, "この機能がない" "there is no such function";
}

/// The question.
#[must_use]
pub fn outcome_question() -> Message {
    Message::new(
        "取り込みはどうなりましたか（番号。分からないときは ?）",
        "What became of the import (a number, or ? if you cannot tell)?",
    )
}

impl Choice {
    /// The choice that is typed: its number, or `?`.
    #[must_use]
    pub fn read(answer: &str) -> Option<Self> {
        let typed = folded(answer);
        if !typed.is_empty() && special(answer) == Some(Typed::Unseen) {
            return Some(Self::Seen(Outcome::Unknown));
        }
        let at: usize = typed.parse().ok()?;
        OUTCOMES.get(at.checked_sub(1)?).map(|(choice, _)| *choice)
    }
}
