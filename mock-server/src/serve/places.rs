//! How many connections one office holds, so that none takes the places of all others.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::middleware;

use crate::limits::Limits;
use crate::offices::{Credential, OfficeNo};
use crate::refusals::{Problem, TOO_MANY_CONNECTIONS, speak};

/// The places that are taken; clones share them. Who is no office has places of its own.
#[derive(Clone, Debug, Default)]
pub(super) struct Places(Arc<Mutex<HashMap<Option<OfficeNo>, usize>>>);

/// A place that is taken; it is free again when this is dropped.
#[derive(Debug)]
pub(super) struct Place {
    places: Places,
    who: Option<OfficeNo>,
}

impl Places {
    /// Takes a place for a connection; `None` when its office, or all who are none together, hold
    /// as many as the limits allow.
    pub(super) fn take(&self, credential: &Credential, limits: &Limits) -> Option<Place> {
        let (who, most) = match credential {
            Credential::Good(identity) => (Some(identity.office), limits.connections_per_office),
            Credential::None | Credential::Faulty(_) => (None, limits.connections_without_office),
        };
        let mut taken = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let held = taken.entry(who).or_default();
        if *held >= most {
            return None;
        }
        *held += 1;
        Some(Place { places: self.clone(), who })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut taken = self.places.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(held) = taken.get_mut(&self.who) {
            *held = held.saturating_sub(1);
            if *held == 0 {
                taken.remove(&self.who);
            }
        }
    }
}

/// What a connection without a place is answered, whatever it asks.
pub(super) fn turned_away() -> Router {
    Router::new().fallback(|| async { Problem::from(&TOO_MANY_CONNECTIONS) }).layer(middleware::from_fn(speak))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offices::Identity;

    #[test]
    fn a_place_is_free_again_when_its_connection_ends() {
        let limits = Limits { connections_per_office: 2, connections_without_office: 1, ..Limits::default() };
        let places = Places::default();
        let office = |number: &str| Credential::from(Identity::of_office(number.parse().unwrap()));
        let first = places.take(&office("9970000001"), &limits);
        let second = places.take(&office("9970000001"), &limits);
        assert!(first.is_some() && second.is_some());
        assert!(places.take(&office("9970000001"), &limits).is_none());
        let other = places.take(&office("9970000002"), &limits);
        let nobody = places.take(&Credential::None, &limits);
        assert!(other.is_some() && nobody.is_some());
        assert!(places.take(&Credential::None, &limits).is_none());
        drop(first);
        let third = places.take(&office("9970000001"), &limits);
        assert!(third.is_some());
        drop((second, other, nobody, third));
        assert!(places.0.lock().unwrap().is_empty(), "nothing is kept of those who are gone");
    }
}
