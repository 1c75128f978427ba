//! Which certificates are revoked, as every request asks.

use std::collections::HashSet;
use std::sync::{Arc, PoisonError, RwLock};

/// Serial numbers that are revoked; clones share them.
#[derive(Clone, Debug, Default)]
pub struct Revocations(Arc<RwLock<HashSet<String>>>);

impl Revocations {
    /// Whether a serial number (hexadecimal in lower case) is revoked.
    #[must_use]
    pub fn is_revoked(&self, serial: &str) -> bool {
        // A set is whole after every step, whoever panicked while holding it.
        self.0.read().unwrap_or_else(PoisonError::into_inner).contains(serial)
    }

    /// Revokes one more.
    pub fn insert(&self, serial: impl Into<String>) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(serial.into());
    }

    /// Takes another set in place of the present one, all at once.
    pub fn replace(&self, serials: HashSet<String>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = serials;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_clone_revokes_all_know() {
        let here = Revocations::default();
        let there = here.clone();
        there.insert("0a");
        assert!(here.is_revoked("0a") && !here.is_revoked("0b"));
        here.replace(HashSet::from(["0b".to_owned()]));
        assert!(!there.is_revoked("0a") && there.is_revoked("0b"));
    }
}
