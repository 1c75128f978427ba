//! How many browsers run at once.

use std::sync::{Condvar, Mutex, PoisonError};

/// Each browser is some ten processes: more of them than this at once are slower, not faster.
const PLACES: usize = 2;

static TAKEN: Mutex<usize> = Mutex::new(0);
static FREED: Condvar = Condvar::new();

/// One of the [`PLACES`], given back when it is dropped.
pub(super) struct Place(());

impl Place {
    /// Waits for one.
    pub(super) fn take() -> Self {
        // A test that failed while it held the lock has not left the number half written.
        let mut taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
        while *taken == PLACES {
            taken = FREED.wait(taken).unwrap_or_else(PoisonError::into_inner);
        }
        *taken += 1;
        Self(())
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        *TAKEN.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        FREED.notify_one();
    }
}
