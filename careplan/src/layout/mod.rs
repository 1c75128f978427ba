//! The layout of every file kind: one file per kind, one row per field. It is the single
//! declaration from which reader, writer, typed records, checks and documents derive.

mod codes;
mod field;
mod kind;

pub use codes::CodeTable;
pub use field::{Confidence, Field, Format, MaxLen, Required};
pub use kind::Kind;

/// The fields of one file kind, in order.
#[derive(Debug)]
pub struct Layout {
    /// The file kind.
    pub kind: Kind,
    /// No. 1 first; `fields[i].no == i + 1`.
    pub fields: &'static [Field],
}
