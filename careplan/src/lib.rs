//! The exchange format of ケアプランデータ連携標準仕様 V4.1 (CSVバージョン 202407): one
//! declaration of every field, strict MS932 and CSV, file names, typed records, rules and
//! sets (送信単位). No I/O, no async, no server: bytes come in, findings and records go out.
//!
//! ```text
//! bytes ─encoding─▶ fields ─csv─▶ rows ─layout─▶ records (record)
//!                     └──────── check ────────▶ findings (diagnostic)
//! ```
#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, clippy::panic)
)]

pub mod check;
pub mod csv;
pub mod diagnostic;
pub mod encoding;
pub mod layout;
pub mod money;
pub mod name;
#[doc(hidden)]
pub mod oracle;
pub mod reading;
pub mod record;
pub mod rules;
pub mod set;
pub mod text;
pub mod value;
