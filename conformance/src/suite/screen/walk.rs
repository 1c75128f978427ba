//! A case from step to step: what is held before and after each import, and what is asked of it.

use super::choose::{when_refused, when_taken};
use super::question::Question;
use crate::mutation::File;
use crate::suite::case::{Case, Step, Taking, Task};
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
    case: Option<Case>,
    step: usize,
    model: Model,
    brought: Scenario,
}

impl Walk {
    /// A case, before its first step.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        Self { case: Some(case.clone()), ..Self::default() }
    }

    /// The id of the case; `case` where there is none.
    #[must_use]
    pub fn id(&self) -> &str {
        self.case.as_ref().map_or("case", |case| case.id.as_str())
    }

    /// The case.
    #[must_use]
    pub const fn case(&self) -> Option<&Case> {
        self.case.as_ref()
    }

    /// The step that is talked about, from 1.
    #[must_use]
    pub const fn step(&self) -> usize {
        self.step
    }

    /// The next step begins.
    pub const fn advance(&mut self) {
        self.step += 1;
    }

    /// The name of the step among others: `read_d1_basic-11/1`, two parts of a path.
    #[must_use]
    pub fn place(&self) -> String {
        format!("{}/{}", self.id().replace('/', "_"), self.step)
    }

    /// The import of the step: what is asked of it. Of files that are against the standard only what
    /// became of them as a whole counts, so nothing is asked of what was taken.
    pub fn import(&mut self, files: &[File]) -> Sheet {
        self.brought = read_files(files).unwrap_or_default();
        let refused = when_refused(&self.model, &self.brought);
        let mut after = self.model.clone();
        after.take(&self.brought);
        let taken = match self.taking() {
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

    /// What would be right for the import of the step.
    fn taking(&self) -> Taking {
        let step = self.case.as_ref().and_then(|case| case.steps.get(self.step.checked_sub(1)?));
        match step {
            Some(Step { task: Task::Import { taking, .. }, .. }) => *taking,
            _ => Taking::Whole,
        }
    }
}
