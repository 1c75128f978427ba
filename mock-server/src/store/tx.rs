//! What the writer gives to each piece of work: the tables, and the journal.

use super::db::{Db, Row, Value};
use super::fresh::Scope;
use super::journal::{self, Event};
use super::{StoreError, settings};
use crate::offices::OfficeNo;

/// A transaction that excludes all other writers.
pub(crate) struct Tx<'a> {
    db: &'a mut Db,
    /// The end of the journal, once it was looked up: place and hash.
    head: Option<(i64, String)>,
    /// Whom the present piece of work concerns, if it has said so.
    scope: Option<Vec<OfficeNo>>,
}

impl<'a> Tx<'a> {
    pub(super) const fn new(db: &'a mut Db) -> Self {
        Self { db, head: None, scope: None }
    }

    /// Says that the present piece of work changes nothing but the lists of these offices: what is
    /// known of everything else stays good. Without this, nothing does.
    pub(crate) fn concerns(&mut self, offices: &[OfficeNo]) {
        self.scope = Some(offices.to_vec());
    }

    /// Whom the piece of work that was done concerned; the next begins anew.
    pub(super) fn take_scope(&mut self) -> Scope {
        self.scope.take().map_or(Scope::All, Scope::Lists)
    }

    /// Runs a statement; gives the number of rows that it changed.
    pub(crate) fn run(&mut self, sql: &str, values: &[Value<'_>]) -> Result<u64, StoreError> {
        self.db.run(sql, values)
    }

    /// Runs a query, or a statement with `RETURNING`.
    pub(crate) fn rows<T>(
        &mut self,
        sql: &str,
        values: &[Value<'_>],
        read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        self.db.rows(sql, values, read)
    }

    /// The first row of a query.
    pub(crate) fn first<T>(
        &mut self,
        sql: &str,
        values: &[Value<'_>],
        read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        self.db.first(sql, values, read)
    }

    /// The connection itself, for what readers share with writers.
    pub(crate) const fn db(&mut self) -> &mut Db {
        self.db
    }

    /// The place that the next event of the journal will have: a number that is never given twice
    /// until a reset.
    pub(crate) fn next(&mut self) -> Result<i64, StoreError> {
        Ok(self.head()?.0 + 1)
    }

    /// Writes an event into the journal, at the simulated time `at`.
    pub(crate) fn record(&mut self, at: i64, event: &Event) -> Result<(), StoreError> {
        let (seq, before) = self.head()?;
        self.head = Some(journal::append(self.db, seq + 1, &before, at, event)?);
        Ok(())
    }

    /// All relays of the environment read everything anew before their next answer: rows of the
    /// journal and of the settings were replaced.
    pub(super) fn replaced(&mut self) -> Result<(), StoreError> {
        self.head = None;
        settings::touch(self.db)
    }

    /// Keeps a setting for all relays of the environment; they notice before their next answer.
    pub(crate) fn set(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        settings::set(self.db, key, value)
    }

    /// A setting.
    pub(crate) fn setting(&mut self, key: &str) -> Result<Option<String>, StoreError> {
        settings::get(self.db, key)
    }

    fn head(&mut self) -> Result<(i64, String), StoreError> {
        if self.head.is_none() {
            self.head = Some(journal::head(self.db)?);
        }
        self.head.clone().ok_or(StoreError::Closed)
    }
}
