//! One way to speak to SQLite and to PostgreSQL: the same statements, written once in the dialect
//! of SQLite, with `?1`, `?2`… for parameters, integers of 64 bits, text and bytes.

mod postgres;
mod row;
mod sqlite;
mod value;

use std::path::PathBuf;

pub(super) use self::postgres::schema as postgres_schema;
pub(crate) use row::Row;
pub(super) use value::ColumnType;
pub(crate) use value::Value;

use super::{StoreError, schema};

/// Where the tables are.
#[derive(Clone)]
pub(crate) enum Place {
    /// A file of this relay alone.
    Sqlite {
        /// The file.
        path: PathBuf,
        /// Bytes that it may grow to.
        most: Option<u64>,
    },
    /// A database that several relays share: `postgres://…`.
    Postgres {
        /// The address, with its password.
        url: String,
    },
}

impl std::fmt::Debug for Place {
    /// Without the password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Sqlite { path, .. } => f.debug_tuple("Sqlite").field(path).finish(),
            Self::Postgres { .. } => f.write_str("Postgres"),
        }
    }
}

impl Place {
    /// Whether other relays may change the tables behind this one's back.
    pub(crate) const fn is_shared(&self) -> bool {
        matches!(self, Self::Postgres { .. })
    }

    /// Opens it for writing and brings its tables up to date.
    pub(super) fn open(&self) -> Result<Db, StoreError> {
        let mut db = match self {
            Self::Sqlite { path, most } => Db::Sqlite(sqlite::open(path, *most)?),
            Self::Postgres { url } => Db::Postgres(Box::new(postgres::Session::open(url)?)),
        };
        schema::migrate(&mut db)?;
        Ok(db)
    }

    /// Opens it for reading only.
    pub(super) fn open_reader(&self) -> Result<Db, StoreError> {
        match self {
            Self::Sqlite { path, .. } => Ok(Db::Sqlite(sqlite::open_reader(path)?)),
            Self::Postgres { url } => Ok(Db::Postgres(Box::new(postgres::Session::open(url)?))),
        }
    }
}

/// One connection.
pub(crate) enum Db {
    Sqlite(rusqlite::Connection),
    Postgres(Box<postgres::Session>),
}

impl Db {
    /// Runs a statement; gives the number of rows that it changed.
    pub(crate) fn run(&mut self, sql: &str, values: &[Value<'_>]) -> Result<u64, StoreError> {
        storable(values)?;
        match self {
            Self::Sqlite(db) => sqlite::run(db, sql, values),
            Self::Postgres(session) => session.run(sql, values),
        }
    }

    /// Runs a query (or a statement with `RETURNING`); each row is read as it comes.
    pub(crate) fn rows<T>(
        &mut self,
        sql: &str,
        values: &[Value<'_>],
        mut read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        storable(values)?;
        match self {
            Self::Sqlite(db) => sqlite::rows(db, sql, values, &mut read),
            Self::Postgres(session) => session.rows(sql, values, &mut read),
        }
    }

    /// The first row of a query.
    pub(crate) fn first<T>(
        &mut self,
        sql: &str,
        values: &[Value<'_>],
        read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        Ok(self.rows(sql, values, read)?.into_iter().next())
    }

    /// Reads a whole table within a transaction, so many rows at a time: more than the memory holds
    /// can pass. `name` is that of a cursor, the same for the same query only.
    pub(super) fn each(
        &mut self,
        name: &str,
        sql: &str,
        together: u32,
        mut read: impl FnMut(&Row<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        if matches!(self, Self::Sqlite(_)) {
            return self.rows(sql, &[], read).map(drop);
        }
        self.batch(&format!("DECLARE each_{name} NO SCROLL CURSOR FOR {sql}"))?;
        let fetch = format!("FETCH {together} FROM each_{name}");
        while !self.rows(&fetch, &[], &mut read)?.is_empty() {}
        self.batch(&format!("CLOSE each_{name}"))
    }

    /// Several statements without parameters.
    pub(super) fn batch(&mut self, sql: &str) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(db) => Ok(db.execute_batch(sql)?),
            Self::Postgres(session) => session.batch(sql),
        }
    }

    /// The columns of a table, in their order.
    pub(super) fn columns(&mut self, table: &str) -> Result<Vec<(String, ColumnType)>, StoreError> {
        let sql = match self {
            Self::Sqlite(_) => "SELECT name, type FROM pragma_table_info(?1) ORDER BY cid",
            Self::Postgres(_) => postgres::COLUMNS,
        };
        let columns = self.rows(sql, &[table.into()], |row| Ok((row.text(0)?, row.text(1)?)))?;
        let typed =
            |(name, word): (String, String)| Ok((name, ColumnType::named(&word).ok_or(StoreError::Spoilt("schema"))?));
        columns.into_iter().map(typed).collect()
    }

    /// Runs the work in a transaction that reads one state of the tables.
    pub(crate) fn snapshot<T>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let begin = match self {
            Self::Sqlite(_) => "BEGIN",
            Self::Postgres(_) => postgres::BEGIN_SNAPSHOT,
        };
        self.within(begin, work)
    }

    /// Runs the work in a transaction that excludes every other writer, of this process and of
    /// others: what it reads stays true until it is committed.
    pub(super) fn exclusive<T>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let begin = match self {
            Self::Sqlite(_) => "BEGIN IMMEDIATE",
            Self::Postgres(_) => postgres::BEGIN_EXCLUSIVE,
        };
        self.within(begin, work)
    }

    fn within<T>(
        &mut self,
        begin: &str,
        work: impl FnOnce(&mut Self) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let done = self.begin(begin).and_then(|()| {
            let done = work(self)?;
            self.commit()?;
            Ok(done)
        });
        if done.is_err() {
            // Also when it did not begin: PostgreSQL begins, and then waits for its turn. If this
            // fails too, there is no transaction, or the connection is broken and it with it.
            let _rolled_back = self.batch("ROLLBACK");
        }
        done
    }

    fn begin(&mut self, begin: &str) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(_) => self.batch(begin),
            Self::Postgres(session) => session.begin(begin),
        }
    }

    fn commit(&mut self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(_) => self.batch("COMMIT"),
            Self::Postgres(session) => session.commit(),
        }
    }

    /// Whether the connection is of no more use.
    pub(super) fn is_closed(&self) -> bool {
        match self {
            Self::Sqlite(_) => false,
            Self::Postgres(session) => session.is_closed(),
        }
    }
}

/// PostgreSQL keeps no U+0000 in a text; so SQLite does not either.
fn storable(values: &[Value<'_>]) -> Result<(), StoreError> {
    let has_nul = |value: &Value<'_>| matches!(value, Value::Text(text) if text.contains('\0'));
    if values.iter().any(has_nul) { Err(StoreError::Nul) } else { Ok(()) }
}
