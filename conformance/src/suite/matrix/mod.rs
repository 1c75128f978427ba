//! What one software writes is read by another, for all ordered pairs: the mutual check of vendors
//! without a meeting.
//!
//! ```text
//! writing cases ─exchange─▶ A writes ─rules and meaning─▶ files ─▶ B takes them ─receipt and meaning─▶ a cell
//! ```
//! What A writes is judged once. Where it is wrong, the writer is to mend it and nobody reads it; where
//! it is right, whatever goes wrong is the reader's.

mod exchange;
mod outcome;
mod report;
mod run;

pub use exchange::{Exchange, exchanges};
pub use outcome::{Cell, Found, MatrixOutcome, Member, Side, Tally};
pub use report::{html, json, text};
pub use run::{MatrixPlan, Party, run};
