//! The suite: reads files, folders and archives, has `careplan` judge what they hold, and
//! writes the outcome as text, JSON, JUnit, SARIF, CTRF, Markdown or HTML.
//!
//! ```text
//! PATH… ─input─▶ items ─judge─▶ CheckOutcome ─report─▶ text | json | junit | sarif | ctrf | markdown | html
//! ```
//! [`suite`] certifies a software behind an adapter: cases made from the corpus, a verdict for each.
//!
//! Whatever could not be judged becomes a finding of its own (`input/…`) and makes the verdict
//! `undecided`: nothing that was left unread can look like success.

pub mod coverage;
mod ctrf;
pub mod input;
pub mod judge;
pub mod mutation;
#[doc(hidden)]
pub mod oracle;
pub mod report;
pub mod shown;
pub mod story;
pub mod suite;
