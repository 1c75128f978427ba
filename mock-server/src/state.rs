//! What every request shares.

use std::sync::Arc;

use tokio::sync::Semaphore;

use crate::ca::Revocations;
use crate::clock::Clock;
use crate::config::{RelayConfig, StartError};
use crate::limits::Limits;
use crate::location::Location;
use crate::offices::Office;
use crate::store::{Store, StoreError};

/// The state of one relay; clones share it.
#[derive(Clone, Debug)]
pub struct AppState(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    limits: Limits,
    clock: Arc<dyn Clock>,
    /// Declared before `location`: the database closes before its folder goes.
    store: Store,
    location: Location,
    sends: Semaphore,
    revocations: Revocations,
}

impl AppState {
    /// Opens the database of the configuration and registers its offices. No socket is opened.
    ///
    /// # Errors
    /// When the folder or the database cannot be used.
    pub async fn open(config: &RelayConfig) -> Result<Self, StartError> {
        let location = Location::take(config.data.as_deref())?;
        let store = Store::open(&location.database(), &config.limits)?;
        for office in &config.offices {
            store.register(office.clone()).await?;
        }
        Ok(Self(Arc::new(Shared {
            limits: config.limits.clone(),
            clock: Arc::clone(&config.clock),
            store,
            location,
            sends: Semaphore::new(config.limits.concurrent_sends),
            revocations: Revocations::default(),
        })))
    }

    /// Registers an office, or gives a registered one its new name and services.
    ///
    /// # Errors
    /// When it could not be stored.
    pub async fn register(&self, office: Office) -> Result<(), StoreError> {
        self.0.store.register(office).await
    }

    /// The limits in force.
    #[must_use]
    pub fn limits(&self) -> &Limits {
        &self.0.limits
    }

    pub(crate) fn clock(&self) -> &dyn Clock {
        self.0.clock.as_ref()
    }

    pub(crate) fn store(&self) -> &Store {
        &self.0.store
    }

    pub(crate) fn location(&self) -> &Location {
        &self.0.location
    }

    /// Which certificates are revoked.
    #[must_use]
    pub fn revocations(&self) -> &Revocations {
        &self.0.revocations
    }

    pub(crate) fn sends(&self) -> &Semaphore {
        &self.0.sends
    }
}
