//! Rows of answers, by place from 0.

use std::error::Error;

use tokio_postgres::types::{FromSql, Type};

use super::StoreError;

/// One row of an answer.
pub(crate) enum Row<'a> {
    /// Of SQLite.
    Sqlite(&'a rusqlite::Row<'a>),
    /// Of PostgreSQL.
    Postgres(&'a tokio_postgres::Row),
}

/// One getter for each type of column.
macro_rules! getters {
    ($($(#[$doc:meta])* $name:ident -> $ty:ty;)*) => {
        $(
            $(#[$doc])*
            pub(crate) fn $name(&self, at: usize) -> Result<$ty, StoreError> {
                match self {
                    Self::Sqlite(row) => Ok(row.get(at)?),
                    Self::Postgres(row) => Ok(row.try_get(at)?),
                }
            }
        )*
    };
}

impl Row<'_> {
    getters! {
        /// A text.
        text -> String;
        /// A text, or NULL.
        maybe_text -> Option<String>;
        /// Bytes.
        bytes -> Vec<u8>;
        /// Bytes, or NULL.
        maybe_bytes -> Option<Vec<u8>>;
    }

    /// A number.
    pub(crate) fn int(&self, at: usize) -> Result<i64, StoreError> {
        match self {
            Self::Sqlite(row) => Ok(row.get(at)?),
            Self::Postgres(row) => Ok(row.try_get::<_, Number>(at)?.0),
        }
    }

    /// A number, or NULL.
    pub(crate) fn maybe_int(&self, at: usize) -> Result<Option<i64>, StoreError> {
        match self {
            Self::Sqlite(row) => Ok(row.get(at)?),
            Self::Postgres(row) => Ok(row.try_get::<_, Option<Number>>(at)?.map(|number| number.0)),
        }
    }

    /// 0 is no, everything else is yes.
    pub(crate) fn flag(&self, at: usize) -> Result<bool, StoreError> {
        Ok(self.int(at)? != 0)
    }
}

/// What SQLite calls an integer, though PostgreSQL has other names for it: columns are `BIGINT`,
/// but literals and lengths are shorter, and conditions are neither.
struct Number(i64);

impl<'a> FromSql<'a> for Number {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Self(match *ty {
            Type::INT4 => i32::from_sql(ty, raw)?.into(),
            Type::BOOL => bool::from_sql(ty, raw)?.into(),
            _ => i64::from_sql(ty, raw)?,
        }))
    }

    fn accepts(ty: &Type) -> bool {
        matches!(*ty, Type::INT8 | Type::INT4 | Type::BOOL)
    }
}
