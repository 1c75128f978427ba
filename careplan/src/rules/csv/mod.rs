//! Rules about the CSV grammar (R14, R17–R20).

pub mod blank_line;
pub mod columns;
pub mod free_text_bare_empty;
pub mod free_text_unquoted;
pub mod header_row;
pub mod last_line_end;
pub mod line_end;
pub mod plain_quoted;
pub mod stray_quote;
pub mod unclosed_quote;
