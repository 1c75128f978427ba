//! Reading a snapshot, of which nothing is certain: one line at a time, none longer than allowed,
//! and every line what has to come next.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use super::{End, FORMAT, Head, Table};
use crate::hash::hex;
use crate::store::StoreError;
use crate::store::db::{ColumnType, Value};
use crate::store::schema::{TABLES, known};

const SPOILT: StoreError = StoreError::Spoilt("snapshot");

/// A value out of a snapshot.
#[derive(Debug)]
pub(super) enum Cell {
    Null,
    Int(i64),
    Text(String),
    Bytes(Vec<u8>),
}

impl Cell {
    fn of(json: Json, ty: ColumnType) -> Result<Self, StoreError> {
        match (json, ty) {
            (Json::Null, _) => Ok(Self::Null),
            (Json::Number(number), ColumnType::Int) => number.as_i64().map(Self::Int).ok_or(SPOILT),
            // PostgreSQL knows no NUL in a text.
            (Json::String(text), ColumnType::Text) if !text.contains('\0') => Ok(Self::Text(text)),
            (Json::String(text), ColumnType::Bytes) => {
                BASE64_STANDARD.decode(text).map(Self::Bytes).map_err(|_| SPOILT)
            }
            _ => Err(SPOILT),
        }
    }

    pub(super) fn value(&self) -> Value<'_> {
        match self {
            Self::Null => Value::Null,
            Self::Int(number) => Value::Int(*number),
            Self::Text(text) => Value::Text(text),
            Self::Bytes(bytes) => Value::Bytes(bytes),
        }
    }
}

/// The columns of all tables, in the order of [`TABLES`].
pub(super) type Columns = Vec<Vec<(String, ColumnType)>>;

/// Reads the file from its start; gives every row to `take`, with the place of its table.
///
/// # Errors
/// [`StoreError::Spoilt`] at the first thing that is not as it has to be, or what `take` says.
pub(super) fn read(
    file: &File,
    most_line: usize,
    columns: &Columns,
    mut take: impl FnMut(usize, Vec<Cell>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut file = file;
    file.rewind().map_err(|_| SPOILT)?;
    let mut lines = Lines { file: BufReader::new(file), most: most_line, hash: Sha256::new(), before: Sha256::new() };
    if parse::<Head>(&lines.next()?)? != (Head { format: FORMAT.to_owned(), schema: known() }) {
        return Err(SPOILT);
    }
    let mut line = lines.next()?;
    let mut rows = 0;
    for (n, ((table, _), columns)) in TABLES.iter().zip(columns).enumerate() {
        let names = columns.iter().map(|(name, _)| name.clone()).collect();
        if parse::<Table>(&line)? != (Table { table: (*table).to_owned(), columns: names }) {
            return Err(SPOILT);
        }
        loop {
            line = lines.next()?;
            if line.first() != Some(&b'[') {
                break;
            }
            let cells: Vec<Json> = parse(&line)?;
            if cells.len() != columns.len() {
                return Err(SPOILT);
            }
            let cells = cells.into_iter().zip(columns).map(|(json, (_, ty))| Cell::of(json, *ty));
            take(n, cells.collect::<Result<_, _>>()?)?;
            rows += 1;
        }
    }
    let sha256 = hex(&lines.before.finalize_reset());
    if parse::<End>(&line)? == (End { rows, sha256 }) && lines.is_at_end()? { Ok(()) } else { Err(SPOILT) }
}

struct Lines<R> {
    file: R,
    most: usize,
    /// Over all lines so far.
    hash: Sha256,
    /// Over all lines before the last.
    before: Sha256,
}

impl<R: BufRead> Lines<R> {
    fn next(&mut self) -> Result<Vec<u8>, StoreError> {
        let mut line = Vec::new();
        let room = u64::try_from(self.most).unwrap_or(u64::MAX);
        self.file.by_ref().take(room).read_until(b'\n', &mut line).map_err(|_| SPOILT)?;
        if line.last() != Some(&b'\n') {
            return Err(SPOILT);
        }
        self.before = self.hash.clone();
        self.hash.update(&line);
        Ok(line)
    }

    fn is_at_end(&mut self) -> Result<bool, StoreError> {
        Ok(self.file.fill_buf().map_err(|_| SPOILT)?.is_empty())
    }
}

fn parse<T: DeserializeOwned>(line: &[u8]) -> Result<T, StoreError> {
    serde_json::from_slice(line).map_err(|_| SPOILT)
}
