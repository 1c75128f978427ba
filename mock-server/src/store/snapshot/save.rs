//! Writing a snapshot, one row at a time.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::Serialize;
use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use super::{End, FORMAT, Head, Table};
use crate::hash::hex;
use crate::store::db::{ColumnType, Row};
use crate::store::schema::{TABLES, known};
use crate::store::{Db, StoreError, settings};

/// Where the lines go; an error ends the writing.
pub(crate) type Sink<'a> = &'a mut dyn FnMut(&[u8]) -> Result<(), StoreError>;

struct Lines<'a> {
    sink: Sink<'a>,
    hash: Sha256,
}

impl Lines<'_> {
    fn put(&mut self, line: &impl Serialize) -> Result<(), StoreError> {
        let mut bytes = serde_json::to_vec(line).map_err(|_| StoreError::Spoilt("snapshot"))?;
        bytes.push(b'\n');
        self.hash.update(&bytes);
        (self.sink)(&bytes)
    }
}

/// Writes all tables as they are at one moment; of the settings all but those named.
pub(crate) fn save(db: &mut Db, left_out: &[&str], sink: Sink<'_>) -> Result<(), StoreError> {
    db.snapshot(|db| {
        let mut lines = Lines { sink, hash: Sha256::new() };
        lines.put(&Head { format: FORMAT.to_owned(), schema: known() })?;
        let mut rows = 0;
        for (table, order) in TABLES {
            let columns = db.columns(table)?;
            let names: Vec<String> = columns.iter().map(|(name, _)| name.clone()).collect();
            let sql = format!("SELECT {} FROM {table} ORDER BY {order}", names.join(", "));
            lines.put(&Table { table: (*table).to_owned(), columns: names })?;
            // A file may be as large as all other rows together.
            let together = if columns.iter().any(|(_, ty)| *ty == ColumnType::Bytes) { 1 } else { 500 };
            db.each(table, &sql, together, |row| {
                if *table == "setting" && is_left_out(&row.text(0)?, left_out) {
                    return Ok(());
                }
                let cells: Result<Vec<Json>, StoreError> =
                    (0..).zip(&columns).map(|(n, (_, ty))| cell(row, n, *ty)).collect();
                rows += 1;
                lines.put(&cells?)
            })?;
        }
        let sha256 = hex(&lines.hash.clone().finalize());
        lines.put(&End { rows, sha256 })
    })
}

fn is_left_out(key: &str, left_out: &[&str]) -> bool {
    key == settings::VERSION || left_out.contains(&key)
}

fn cell(row: &Row<'_>, n: usize, ty: ColumnType) -> Result<Json, StoreError> {
    Ok(match ty {
        ColumnType::Int => row.maybe_int(n)?.into(),
        ColumnType::Text => row.maybe_text(n)?.into(),
        ColumnType::Bytes => row.maybe_bytes(n)?.map(|bytes| BASE64_STANDARD.encode(bytes)).into(),
    })
}
