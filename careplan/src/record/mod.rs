//! Typed records, one type per CSV kind, made from the same rows as the layouts.
//!
//! A record is made from the texts of its fields (decoded, quotes taken off, in order) and gives
//! them back canonically. Whatever it cannot hold is refused by name; nothing is lost silently.
//! In JSON a record is a map from the Japanese key of each field to the same text; a field
//! without a value is `null`, a free text that is empty is `""`.

mod any;
mod fault;
mod json;
mod macros;
mod reader;
mod slot;

pub use any::*;
pub use fault::{Fault, FieldProblem};

use crate::layout::Kind;

/// A record of one CSV kind.
///
/// ```
/// use careplan::record::{CarePlanSheet1Deletion, Record};
///
/// let record = CarePlanSheet1Deletion::from_texts(&["202407", "990001", "0000000001", "20250401"])?;
/// assert_eq!(record.insured_no.to_string(), "0000000001");
/// assert!(CarePlanSheet1Deletion::from_texts(&["202407", "990001", "1", "20250401"]).is_err());
/// # Ok::<(), Vec<careplan::record::FieldProblem>>(())
/// ```
pub trait Record: Sized {
    /// The kind it is a record of.
    const KIND: Kind;

    /// Makes a record from the texts of its fields, in order.
    ///
    /// # Errors
    /// Every field that cannot be held, in order; too few or too many fields among them.
    fn from_texts(fields: &[&str]) -> Result<Self, Vec<FieldProblem>>;

    /// The texts of its fields, in order, as the standard writes them: without quotes, without
    /// `+` and leading zeros of numbers.
    fn to_texts(&self) -> Vec<String>;
}
