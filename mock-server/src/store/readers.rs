//! Connections that only read, opened when first needed and used again.

use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::Semaphore;

use super::StoreError;
use super::db::{Db, Place};

/// The pool.
pub(super) struct Readers {
    place: Place,
    idle: Mutex<Vec<Db>>,
    turns: Semaphore,
}

impl std::fmt::Debug for Readers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Readers").field("place", &self.place).finish_non_exhaustive()
    }
}

impl Readers {
    /// Connections at most.
    const MOST: usize = 8;

    pub(super) fn new(place: Place) -> Self {
        Self { place, idle: Mutex::new(Vec::new()), turns: Semaphore::new(Self::MOST) }
    }

    /// Runs a query off the asynchronous threads.
    pub(super) async fn with<T: Send + 'static>(
        self: &Arc<Self>,
        query: impl FnOnce(&mut Db) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let _turn = self.turns.acquire().await.map_err(|_| StoreError::Closed)?;
        let readers = Arc::clone(self);
        let answer = tokio::task::spawn_blocking(move || {
            let idle = readers.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let mut db = match idle.filter(|db| !db.is_closed()) {
                Some(db) => db,
                None => readers.place.open_reader()?,
            };
            // A connection whose query failed is not used again.
            let answer = query(&mut db)?;
            readers.idle.lock().unwrap_or_else(PoisonError::into_inner).push(db);
            Ok(answer)
        });
        answer.await.map_err(|_| StoreError::Closed)?
    }
}
