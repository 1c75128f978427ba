//! The whole environment in one file: lines of JSON, the same for either database.
//!
//! ```text
//! {"format":"renkei.snapshot/1","schema":6}
//! {"table":"office","columns":["number","name"]}
//! ["9970000001","…"]
//! …
//! {"rows":123,"sha256":"…over every byte before this line…"}
//! ```
//!
//! Tables come in the order of [`TABLES`](super::schema::TABLES), rows in the order of their keys,
//! bytes as base64. The key of the CA is never among them.

mod check;
mod load;
mod save;

use serde::{Deserialize, Serialize};

pub(crate) use load::{restore, sound};
pub(crate) use save::save;

/// The form of the file.
const FORMAT: &str = "renkei.snapshot/1";

/// The first line.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    format: String,
    schema: i64,
}

/// The line before the rows of a table.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    table: String,
    columns: Vec<String>,
}

/// The last line.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct End {
    rows: u64,
    sha256: String,
}
