//! Rooms: environments of their own, one for each seat.

mod accounts;
mod desks;
mod house;
mod rooms;

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use axum::Router;

pub(crate) use desks::KeptDesks;
pub(crate) use house::{Account, Installed};
pub(super) use rooms::Rooms;

use self::house::House;
use super::answers::Answers;
use super::director::Director;
use super::shelf::Shelf;
use super::trouble::{ONE_PROFILE, ROOM_FAILED, Trouble};
use crate::assumptions::Profile;
use crate::config::{RelayConfig, StartError};
use crate::offices::Office;
use crate::state::AppState;

/// One environment, and what is on the desks in it: certificates that are installed, users that
/// are logged in.
pub(crate) struct Room {
    number: usize,
    /// For the environment of another profile; that of room 0 stays as it is.
    config: RelayConfig,
    house: RwLock<Arc<House>>,
    /// One reset after another.
    staging: tokio::sync::Mutex<()>,
    /// One draft after another.
    keeping: tokio::sync::Mutex<()>,
    /// What was answered at the screens.
    answers: Answers,
    /// Who leads through scenarios.
    director: Director,
    /// How often it was staged: who leads through something else by then has to stop.
    staged: AtomicU64,
}

impl fmt::Debug for Room {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Room").field("number", &self.number).finish_non_exhaustive()
    }
}

impl Room {
    fn new(number: usize, state: AppState, config: RelayConfig) -> Result<Self, StartError> {
        let house = RwLock::new(House::new(state, config.offices.clone())?);
        Ok(Self {
            number,
            config,
            house,
            staging: tokio::sync::Mutex::default(),
            keeping: tokio::sync::Mutex::default(),
            answers: Answers::default(),
            director: Director::default(),
            staged: AtomicU64::default(),
        })
    }

    /// 0 for the environment of the relay itself, else the number of the seat.
    pub(crate) const fn number(&self) -> usize {
        self.number
    }

    /// The environment.
    pub(crate) fn state(&self) -> AppState {
        self.house().state.clone()
    }

    /// Its application.
    pub(crate) fn router(&self) -> Router {
        self.house().router.clone()
    }

    /// The exchange that is played.
    pub(crate) fn profile(&self) -> Profile {
        self.house().state.assumed().profile()
    }

    /// The offices that are played, the first two side by side.
    pub(crate) fn cast(&self) -> Vec<Office> {
        self.house().desks().cast.clone()
    }

    /// The offices of the configuration, with which a seat begins.
    pub(crate) fn first_cast(&self) -> Vec<Office> {
        self.config.offices.clone()
    }

    /// Forgets everything and begins anew with these offices, in this profile.
    ///
    /// # Errors
    /// When it could not be stored; then the environment is as it was. The environment of the
    /// relay itself has one profile.
    pub(crate) async fn stage(&self, cast: Vec<Office>, profile: Profile) -> Result<(), &'static Trouble> {
        let _turn = self.staging.lock().await;
        let state = if self.profile() == profile {
            let state = self.state();
            state.reset().await.map_err(|problem| failed(&problem))?;
            state
        } else if self.number == 0 {
            return Err(&ONE_PROFILE);
        } else {
            let config = RelayConfig { assumed: self.config.assumed.in_profile(profile), ..self.config.clone() };
            AppState::open(&config).await.map_err(|problem| failed(&problem))?
        };
        state.register_all(cast.clone()).await.map_err(|problem| failed(&problem))?;
        let house = House::new(state, cast).map_err(|problem| failed(&problem))?;
        *self.house.write().unwrap_or_else(PoisonError::into_inner) = house;
        self.staged.fetch_add(1, Ordering::AcqRel);
        Ok(())
    }

    /// How often it was staged.
    pub(crate) fn staged(&self) -> u64 {
        self.staged.load(Ordering::Acquire)
    }

    /// What was answered at the screens.
    pub(crate) const fn answers(&self) -> &Answers {
        &self.answers
    }

    /// Who leads through scenarios.
    pub(crate) const fn director(&self) -> &Director {
        &self.director
    }

    /// Where the files of scenarios come from.
    pub(crate) fn shelf(&self) -> &dyn Shelf {
        &*self.config.shelf
    }

    fn house(&self) -> Arc<House> {
        Arc::clone(&self.house.read().unwrap_or_else(PoisonError::into_inner))
    }
}

fn failed(problem: &dyn std::error::Error) -> &'static Trouble {
    tracing::error!(%problem, "a room");
    &ROOM_FAILED
}
