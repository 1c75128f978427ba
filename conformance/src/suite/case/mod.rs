//! Cases: what is asked of a software, and what of it would be right. They are made from the corpus
//! by tables; adding a set to the corpus adds its cases.

mod corpus;
mod duty;
mod edge;
mod exchange;
mod golden;
mod pattern;
mod reading;
mod requirement;
mod select;
mod stand_in;
mod text;
mod variant;
mod writing;

use std::collections::BTreeSet;

use careplan::diagnostic::Severity;
use careplan::layout::Kind;
use careplan::name::UnitKey;
use careplan::text::{Message, Text};

pub use corpus::{Suite, all_cases};
pub use duty::{DUTIES, Direction, Duty, DutyRow};
pub use golden::Golden;
pub use pattern::Pattern;
pub use requirement::{REQUIREMENT_SETS, RequirementSet};
pub use select::Selection;

use super::meaning::Scenario;
use crate::mutation::File;
use crate::story::Role;

macro_rules! classes {
    ($($(#[$doc:meta])* $class:ident $word:literal $ja:literal $en:literal;)*) => {
        /// What a case is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Class { $($(#[$doc])* $class,)* }

        impl Class {
            /// All of them, in the order of reports.
            pub const ALL: &'static [Self] = &[$(Self::$class),*];

            /// The word in JSON, and the first part of the ids.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$class => $word,)* }
            }

            /// What it is.
            #[must_use]
            pub const fn title(self) -> Text {
                match self { $(Self::$class => Text::new($ja, $en),)* }
            }

            /// The class with this word.
            #[must_use]
            pub fn of_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|class| class.as_str() == word)
            }
        }
    };
}

classes! {
    /// A valid set is taken with its meaning.
    Reading "read" "取り込み" "reading";
    /// What the standard leaves open is taken with its meaning, or refused as a whole.
    Open "open" "標準が決めていない書き方" "open points";
    /// What is implausible is taken with its meaning, or refused as a whole.
    Doubtful "doubt" "疑わしい内容" "implausible contents";
    /// What is against the standard is refused or flagged, never half taken.
    Refusing "refuse" "誤りのあるファイル" "refusing";
    /// A valid set written in another way is taken with the same meaning.
    Variant "variant" "書き方の違い" "variants";
    /// A scenario is written so that it is conformant and means the same.
    Writing "write" "書き出し" "writing";
    /// What is written is taken back with the same meaning.
    RoundTrip "round-trip" "往復" "round trip";
    /// Serials count, not the order of arrival.
    Order "order" "連番の順" "order";
    /// What is newer takes the place of what is older.
    Replacement "replace" "置き換え" "replacement";
    /// Deletions take what hangs on the sheet, and nothing else.
    Deletion "delete" "削除と連動" "deletion";
    /// What was taken from one is passed on to another.
    Relaying "relay" "委託の受け渡し" "relaying";
    /// Each kind that a role must or may take or write.
    Duty "duty" "必須・任意の表" "duties";
    /// Values at the edge of what is legal.
    Edge "edge" "境目の値" "edges";
}

/// One case.
#[derive(Clone, Debug)]
pub struct Case {
    /// Never changes, never reused.
    pub id: String,
    /// What it is.
    pub title: Message,
    /// The clauses.
    pub source: String,
    /// How much a failure weighs.
    pub severity: Severity,
    /// What it is about.
    pub class: Class,
    /// Patterns of the vendor test that it belongs to.
    pub patterns: BTreeSet<Pattern>,
    /// Whether a software of its roles must have the function.
    pub duty: Duty,
    /// What is done, one after another.
    pub steps: Vec<Step>,
}

impl Case {
    /// The roles that the software plays in it.
    #[must_use]
    pub fn roles(&self) -> BTreeSet<Role> {
        self.steps.iter().map(|step| step.role).collect()
    }
}

/// One step of a case.
#[derive(Clone, Debug)]
pub struct Step {
    /// The role that the software plays.
    pub role: Role,
    /// What is asked.
    pub task: Task,
}

/// What is asked in a step.
#[derive(Clone, Debug)]
pub enum Task {
    /// To take files, in this order of arrival.
    Import {
        /// The files.
        files: Vec<File>,
        /// What would be right.
        taking: Taking,
    },
    /// To write one unit.
    Export {
        /// Sender, receiver and a serial.
        unit: UnitKey,
        /// The kinds.
        kinds: Vec<Kind>,
        /// What is to be written; `None` = what is held by now.
        scenario: Option<Scenario>,
        /// Fields that must be filled, but whose text is left to the software (R16).
        free: Vec<(Kind, u16)>,
    },
    /// To take the files that the step before wrote.
    TakeBack,
}

/// What would be right for an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taking {
    /// All of it, with its meaning.
    Whole,
    /// All of it with its meaning, or nothing.
    WholeOrNothing,
    /// Nothing, or all of it but with a word of warning.
    NotSilently,
}

#[cfg(test)]
mod tests;
