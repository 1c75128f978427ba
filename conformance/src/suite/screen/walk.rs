//! A case from import to import: what is held before and after each, and what is asked of it.

use super::choose::{when_refused, when_taken};
use super::question::Question;
use crate::mutation::File;
use crate::suite::case::Taking;
use crate::suite::meaning::{Model, Scenario, read_files};
use crate::suite::protocol::Outcome;

/// What a person is asked after an import.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// When all was taken.
    pub taken: Vec<Question>,
    /// When nothing was taken.
    pub refused: Vec<Question>,
}

impl Sheet {
    /// The questions that an outcome brings.
    #[must_use]
    pub fn of(&self, outcome: Outcome) -> &[Question] {
        match outcome {
            Outcome::Taken | Outcome::Warned => &self.taken,
            Outcome::Refused => &self.refused,
            Outcome::Half | Outcome::Unknown => &[],
        }
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &Question> {
        self.taken.iter().chain(&self.refused)
    }
}

/// A case on its way.
#[derive(Clone, Debug, Default)]
pub struct Walk {
    model: Model,
    brought: Scenario,
}

impl Walk {
    /// The next import: what is asked of it. Of files that are against the standard only what became
    /// of them as a whole counts, so nothing is asked of what was taken.
    pub fn import(&mut self, files: &[File], taking: Taking) -> Sheet {
        self.brought = read_files(files).unwrap_or_default();
        let refused = when_refused(&self.model, &self.brought);
        let mut after = self.model.clone();
        after.take(&self.brought);
        let taken = match taking {
            Taking::NotSilently => Vec::new(),
            Taking::Whole | Taking::WholeOrNothing => when_taken(&self.model, &after, &self.brought),
        };
        Sheet { taken, refused }
    }

    /// What became of it.
    pub fn settle(&mut self, outcome: Outcome) {
        let brought = std::mem::take(&mut self.brought);
        if matches!(outcome, Outcome::Taken | Outcome::Warned) {
            self.model.take(&brought);
        }
    }
}
