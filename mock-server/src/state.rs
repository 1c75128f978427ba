//! What every request shares.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use axum::http::{Extensions, HeaderMap};
use tokio::sync::{Mutex, Semaphore};
use uuid::Uuid;

use crate::assumptions::{Assumed, COMBINED_CERTIFICATE, Profile};
use crate::ca::{Authority, CaError, Revocations};
use crate::clock::{ClockSetting, SimulatedClock};
use crate::config::{RelayConfig, StartError};
use crate::faults::{self, Board, Rules};
use crate::journal::CLOCK;
use crate::limits::Limits;
use crate::location::Location;
use crate::metrics::Metrics;
use crate::offices::{Credential, Identity, Office, terminal};
use crate::refusals::{Refusal, TERMINAL};
use crate::store::{Place, Store, StoreError, certificates, snapshot};

/// The keys of the settings that all relays of an environment share.
const SEED: &str = "seed";
const CLOCK_SETTING: &str = "clock";
const AUTHORITY: &str = "authority";
/// Never part of a snapshot: it holds the key of the CA.
pub(crate) const NEVER_SAVED: &[&str] = &[AUTHORITY];

/// Bytes of a share of the memory that sends may take.
pub(crate) const SHARE: usize = 16 << 10;
/// How many certificates were revoked: who follows the settings, follows the revocations.
pub(crate) const REVOKED: &str = "revoked";
/// Passwords that are judged at the same time.
const LOGINS: usize = 4;

/// The state of one relay; clones share it.
#[derive(Clone, Debug)]
pub struct AppState(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    limits: Limits,
    assumed: Assumed,
    clock: SimulatedClock,
    /// Declared before `location`: the database closes before its folder goes.
    store: Store,
    location: Location,
    sends: Semaphore,
    /// Passwords that are judged at the same time: that takes a processor each.
    logins: Semaphore,
    authority: Arc<Authority>,
    /// As it stands in the store; a snapshot brings its own.
    seed: RwLock<Arc<str>>,
    /// How many changes of the settings this relay has seen.
    seen: AtomicI64,
    /// One after another: what an earlier reader found never takes the place of what a later one did.
    following: Mutex<()>,
    revocations: Revocations,
    /// Registered at the start, and again after a reset.
    offices: Vec<Office>,
    faults: Board,
    metrics: Metrics,
}

impl AppState {
    /// Opens the database of the configuration and registers its offices. No socket is opened.
    ///
    /// # Errors
    /// When the folder or the database cannot be used.
    pub async fn open(config: &RelayConfig) -> Result<Self, StartError> {
        let location = Location::take(config.data.as_deref())?;
        let place = match &config.store {
            Some(url) => Place::Postgres { url: url.clone() },
            None => Place::Sqlite { path: location.database()?, most: config.limits.database_bytes },
        };
        let mut limits = config.limits.clone();
        limits.choose(&config.assumed);
        let store = Store::open(place)?;
        let state = Self(Arc::new(Shared {
            sends: Semaphore::new(limits.waiting_bytes / SHARE),
            logins: Semaphore::new(LOGINS),
            limits,
            assumed: config.assumed.clone(),
            clock: SimulatedClock::over(Arc::clone(&config.clock)),
            seed: RwLock::new(seed(&store, config.seed).await?),
            authority: Arc::new(authority(&store, &location).await?),
            store,
            location,
            seen: AtomicI64::new(-1),
            following: Mutex::default(),
            revocations: Revocations::default(),
            offices: config.offices.clone(),
            faults: Board::default(),
            metrics: Metrics::default(),
        }));
        state.catch_up().await?;
        state.register_all(config.offices.clone()).await?;
        Ok(state)
    }

    /// Registers an office, or gives a registered one its new name and services.
    ///
    /// # Errors
    /// When it could not be stored.
    pub async fn register(&self, office: Office) -> Result<(), StoreError> {
        self.register_all(vec![office]).await
    }

    /// Registers offices, all at once or none.
    ///
    /// # Errors
    /// When they could not be stored.
    pub async fn register_all(&self, offices: Vec<Office>) -> Result<(), StoreError> {
        self.0.store.register(self.now_ms(), offices).await
    }

    /// The limits in force.
    #[must_use]
    pub fn limits(&self) -> &Limits {
        &self.0.limits
    }

    /// The profile, and what is assumed.
    #[must_use]
    pub fn assumed(&self) -> &Assumed {
        &self.0.assumed
    }

    /// The simulated clock.
    #[must_use]
    pub fn clock(&self) -> &SimulatedClock {
        &self.0.clock
    }

    /// The simulated time, milliseconds since 1970.
    #[must_use]
    pub fn now_ms(&self) -> i64 {
        self.0.clock.now_ms()
    }

    /// Sets the clock for all relays of the environment.
    ///
    /// # Errors
    /// When it could not be stored.
    pub async fn set_clock(&self, setting: ClockSetting) -> Result<(), StoreError> {
        let text = serde_json::to_string(&setting).map_err(|_| StoreError::Spoilt(CLOCK_SETTING))?;
        let detail = serde_json::to_value(setting).map_err(|_| StoreError::Spoilt(CLOCK_SETTING))?;
        let (before, event) = (self.now_ms(), CLOCK.event().with(detail));
        self.0
            .store
            .write(move |tx| {
                tx.record(before, &event)?;
                tx.set(CLOCK_SETTING, &text)
            })
            .await?;
        self.catch_up().await
    }

    /// Takes over what other relays of a shared environment have changed.
    pub(crate) async fn refresh(&self) -> Result<(), StoreError> {
        if self.0.store.is_shared() && self.0.store.settings_version().await? != self.0.seen.load(Ordering::Acquire) {
            self.catch_up().await?;
        }
        Ok(())
    }

    /// Reads all settings and follows them.
    pub(crate) async fn catch_up(&self) -> Result<(), StoreError> {
        let _turn = self.0.following.lock().await;
        let (version, settings) = self.0.store.settings().await?;
        self.0.revocations.replace(self.0.store.read(certificates::revoked).await?);
        let Followed { clock, rules, seed } = Followed::read(&settings)?;
        self.0.clock.set(clock);
        self.0.faults.follow(rules);
        if let Some(seed) = seed {
            *self.0.seed.write().unwrap_or_else(PoisonError::into_inner) = seed.into();
        }
        self.0.seen.store(version, Ordering::Release);
        Ok(())
    }

    /// Forgets everything but the CA and the seed, and registers the offices of the configuration
    /// again. The journal starts anew; its first event says so.
    ///
    /// # Errors
    /// When it could not be stored; then everything is as it was.
    pub async fn reset(&self) -> Result<(), StoreError> {
        let (at, offices) = (self.0.clock.under_ms(), self.0.offices.clone());
        self.0.store.reset(at, &[SEED, AUTHORITY], offices).await?;
        self.catch_up().await
    }

    /// A snapshot of everything but the CA, in a file without a name.
    ///
    /// # Errors
    /// When it could not be read, or there is no room for the file.
    pub(crate) async fn keep(&self) -> Result<File, StoreError> {
        self.0
            .store
            .read(|db| {
                let mut file = BufWriter::new(tempfile::tempfile().map_err(|_| StoreError::Full)?);
                let mut put = |line: &[u8]| file.write_all(line).map_err(|_| StoreError::Full);
                snapshot::save(db, NEVER_SAVED, &mut put)?;
                file.into_inner().map_err(|_| StoreError::Full)
            })
            .await
    }

    /// Puts a snapshot in the place of everything but the CA. It is checked first; when anything
    /// in it is not as it has to be, nothing is changed.
    ///
    /// # Errors
    /// [`StoreError::Spoilt`] and the like where the file is at fault, or when it could not be stored.
    pub(crate) async fn restore(&self, file: File) -> Result<(), StoreError> {
        let most_line = longest_line(self.limits());
        let file =
            self.0.store.read(move |db| snapshot::sound(db, &file, most_line, NEVER_SAVED).map(|()| file)).await?;
        let clock = self.0.clock.clone();
        let at = move |settings: &[(String, String)]| {
            let at = clock.under(Followed::read(settings)?.clock);
            let (first, last) = SimulatedClock::RANGE_MS;
            if (first..=last).contains(&at) { Ok(at) } else { Err(StoreError::Spoilt(CLOCK_SETTING)) }
        };
        self.0.store.write(move |tx| snapshot::restore(tx, &file, most_line, NEVER_SAVED, &at)).await?;
        self.catch_up().await
    }

    /// The identity of a request, if it counts at this moment.
    ///
    /// # Errors
    /// The refusal that says why it does not.
    pub(crate) fn identity<'a>(&self, extensions: &'a Extensions) -> Result<&'a Identity, &'static Refusal> {
        let credential = extensions.get().unwrap_or(&Credential::None);
        let assumed = self.assumed().is(&COMBINED_CERTIFICATE, "accept");
        credential.judge(self.now_ms(), assumed, |serial| self.revocations().is_revoked(serial))
    }

    /// The terminal of a request: always there in client-1.2, never in web-4.1.
    ///
    /// # Errors
    /// When it should be there and is not.
    pub(crate) fn terminal(&self, headers: &HeaderMap) -> Result<Option<String>, &'static Refusal> {
        match self.assumed().profile() {
            Profile::Client12 => terminal(headers).map(Some).ok_or(&TERMINAL),
            Profile::Web41 => Ok(None),
        }
    }

    /// What ids and faults follow from.
    pub(crate) fn seed(&self) -> Arc<str> {
        Arc::clone(&self.0.seed.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The faults in force.
    pub(crate) fn faults(&self) -> &Board {
        &self.0.faults
    }

    /// What is counted.
    pub(crate) fn metrics(&self) -> &Metrics {
        &self.0.metrics
    }

    /// The CA.
    #[must_use]
    pub fn authority(&self) -> &Arc<Authority> {
        &self.0.authority
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

    pub(crate) fn logins(&self) -> &Semaphore {
        &self.0.logins
    }
}

/// Bytes of the longest line of a snapshot: a file of the largest size as base64, and room for the
/// rest of its row.
fn longest_line(limits: &Limits) -> usize {
    limits.file_bytes.saturating_mul(2).saturating_add(1 << 20)
}

/// What a relay follows of the settings.
pub(crate) struct Followed {
    clock: ClockSetting,
    rules: Rules,
    seed: Option<String>,
}

impl Followed {
    /// Reads the settings.
    pub(crate) fn read(settings: &[(String, String)]) -> Result<Self, StoreError> {
        let find = |wanted: &str| settings.iter().find(|(key, _)| key == wanted).map(|(_, value)| value.as_str());
        let clock = find(CLOCK_SETTING).map(serde_json::from_str).transpose();
        Ok(Self {
            clock: clock.map_err(|_| StoreError::Spoilt(CLOCK_SETTING))?.unwrap_or_default(),
            rules: Rules::read(find(faults::SETTING)).ok_or(StoreError::Spoilt(faults::SETTING))?,
            seed: find(SEED).map(str::to_owned),
        })
    }
}

/// The seed that was given, or the one that is kept, or a new one; kept from now on.
async fn seed(store: &Store, given: Option<u64>) -> Result<Arc<str>, StoreError> {
    let new = Uuid::now_v7().to_string();
    let seed = store
        .write(move |tx| {
            let seed = match (given, tx.setting(SEED)?) {
                (Some(given), _) => given.to_string(),
                (None, Some(kept)) => return Ok(kept),
                (None, None) => new.clone(),
            };
            tx.set(SEED, &seed)?;
            Ok(seed)
        })
        .await?;
    Ok(seed.into())
}

/// The CA: of the store where relays share one, of the data folder where it stays, else a new one.
async fn authority(store: &Store, location: &Location) -> Result<Authority, StartError> {
    if !store.is_shared() {
        let kept = location.stays().then(|| Authority::kept(&location.authority()));
        return Ok(kept.unwrap_or_else(Authority::new)?);
    }
    let new = Authority::new()?.secret_text();
    let text = store
        .write(move |tx| match tx.setting(AUTHORITY)? {
            Some(kept) => Ok(kept),
            None => tx.set(AUTHORITY, &new).map(|()| new.clone()),
        })
        .await?;
    Ok(Authority::from_secret_text(&text).map_err(|_| CaError::Unreadable)?)
}
