//! Rows of answers, by place from 0.

use super::StoreError;

/// One row of an answer.
pub(crate) enum Row<'a> {
    /// Of SQLite.
    Sqlite(&'a rusqlite::Row<'a>),
    /// Of PostgreSQL.
    Postgres(&'a postgres::Row),
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
        /// A number.
        int -> i64;
        /// A number, or NULL.
        maybe_int -> Option<i64>;
        /// A text.
        text -> String;
        /// A text, or NULL.
        maybe_text -> Option<String>;
        /// Bytes.
        bytes -> Vec<u8>;
        /// Bytes, or NULL.
        maybe_bytes -> Option<Vec<u8>>;
    }

    /// 0 is no, everything else is yes.
    pub(crate) fn flag(&self, at: usize) -> Result<bool, StoreError> {
        Ok(self.int(at)? != 0)
    }
}
