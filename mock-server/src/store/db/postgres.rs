//! PostgreSQL, for an environment that several relays share.

use std::collections::HashMap;

use postgres::types::ToSql;
use postgres::{NoTls, Statement};

use super::{Postgres, Row, StoreError, Value};

/// Writers of all processes take turns, as the one writer of SQLite does: claims, retries and
/// lock-outs need no other care then. The number is our own; the schema keeps environments apart.
pub(super) const BEGIN_EXCLUSIVE: &str = "BEGIN; SELECT pg_advisory_xact_lock(81273, hashtext(current_schema()))";

/// The columns of a table of this environment.
pub(super) const COLUMNS: &str = "SELECT CAST(column_name AS TEXT), CAST(data_type AS TEXT)
    FROM information_schema.columns
    WHERE CAST(table_schema AS TEXT) = current_schema() AND CAST(table_name AS TEXT) = ?1
    ORDER BY ordinal_position";

/// Statements kept prepared by one connection.
const PREPARED: usize = 256;

/// A connection and the statements that it has prepared.
pub(crate) struct Session {
    client: Postgres,
    prepared: HashMap<String, Statement>,
}

impl Session {
    /// Connects. The connection is not encrypted: the database stands on the same machine or in
    /// the same closed network.
    pub(super) fn open(url: &str) -> Result<Self, StoreError> {
        Ok(Self { client: Postgres::connect(url, NoTls)?, prepared: HashMap::new() })
    }

    fn prepared(&mut self, sql: &str) -> Result<Statement, StoreError> {
        if let Some(statement) = self.prepared.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.client.prepare(&translated(sql))?;
        if self.prepared.len() >= PREPARED {
            self.prepared.clear();
        }
        self.prepared.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }

    pub(super) fn run(&mut self, sql: &str, values: &[Value<'_>]) -> Result<u64, StoreError> {
        let statement = self.prepared(sql)?;
        Ok(self.client.execute(&statement, &given(values))?)
    }

    pub(super) fn rows<T>(
        &mut self,
        sql: &str,
        values: &[Value<'_>],
        read: &mut impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let statement = self.prepared(sql)?;
        let rows = self.client.query(&statement, &given(values))?;
        rows.iter().map(|row| read(&Row::Postgres(row))).collect()
    }

    pub(super) fn batch(&mut self, sql: &str) -> Result<(), StoreError> {
        Ok(self.client.batch_execute(sql)?)
    }

    pub(super) fn is_closed(&self) -> bool {
        self.client.is_closed()
    }
}

fn given<'a>(values: &'a [Value<'a>]) -> Vec<&'a (dyn ToSql + Sync)> {
    values.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

/// A statement with the parameters of PostgreSQL. Ours hold no other `?`.
fn translated(sql: &str) -> String {
    sql.replace('?', "$")
}

/// Tables in the words of PostgreSQL. Only what our schema uses is known here.
pub(in crate::store) fn schema(sql: &str) -> String {
    sql.replace(" INTEGER", " BIGINT")
        .replace(" BLOB", " BYTEA")
        .replace(") STRICT, WITHOUT ROWID", ")")
        .replace(") STRICT", ")")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_said_in_the_words_of_postgresql() {
        assert_eq!(
            schema("CREATE TABLE a (b INTEGER NOT NULL, c BLOB) STRICT, WITHOUT ROWID;"),
            "CREATE TABLE a (b BIGINT NOT NULL, c BYTEA);"
        );
        assert_eq!(translated("SELECT ?1, ?12"), "SELECT $1, $12");
    }
}
