//! What a person is asked of the screen of a software: questions in words, derived from the meaning of
//! a case, and what the typed answers mean.
//!
//! ```text
//! Case ─Walk─▶ Sheet (questions) ─a person, a form─▶ typed ─Question::read─▶ SeenValue ─▶ judge
//! ```
//! A bounded number for each import, the same ones every time: some values that ought to be there,
//! and some things that must be gone.

mod choose;
mod few;
mod identity;
mod listing;
mod outcome;
mod page;
mod question;
mod table;
mod typed;
mod walk;

pub use few::few;
pub use listing::listing;
pub use outcome::{Choice, OUTCOMES, outcome_question};
pub use page::page;
pub use question::{Question, Reading};
pub use walk::{Sheet, Walk};

#[cfg(test)]
mod tests;
