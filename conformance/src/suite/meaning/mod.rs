//! The meaning of files, independent of how they are written: `renkei.scenario/1`.
//!
//! Everything is derived from the layout: a record is an object from the Japanese key of each field
//! to a typed value, records stand by kind in sections, sections in units (送信単位).
//!
//! ```text
//! files ─read─▶ Scenario ─write─▶ files (canonical)
//!                  └─Model─▶ what a receiver holds ─differences─▶ named differences
//! ```

mod compare;
mod content;
mod json;
mod key;
mod layout;
mod model;
mod read;
mod record;
mod section;
mod unit;
mod value;
mod write;

pub(super) use compare::declared_field;
pub use compare::{Difference, Scope, What, differences};
pub use content::{Content, Picture};
pub use key::Entity;
pub use layout::layout_json;
pub use model::Model;
pub use read::{Problem, read_files};
pub use record::Record;
pub use section::Section;
pub use unit::{Scenario, Unit, party};
pub use value::{Value, text_of, value_of};
pub use write::write_files;

/// The name and version of the form.
pub const SCHEMA: &str = "renkei.scenario/1";

#[cfg(test)]
mod tests;
