//! All rooms of a relay: its own environment, and those of the seats.

use std::sync::Arc;

use tokio::sync::OnceCell;

use super::Room;
use crate::assumptions::Profile;
use crate::config::{RelayConfig, StartError};
use crate::desk::trouble::{NO_PAGE, ROOM_FAILED, Trouble};
use crate::desk::{MOST_SEATS, Seat, code};
use crate::state::AppState;

/// All rooms: that of the relay itself, and those of the seats.
#[derive(Debug)]
pub(in crate::desk) struct Rooms {
    own: AppState,
    config: RelayConfig,
    codes: Vec<String>,
    /// One more than there are seats: room 0 comes first.
    opened: Vec<OnceCell<Arc<Room>>>,
}

impl Rooms {
    pub(in crate::desk) fn new(config: &RelayConfig, own: AppState) -> Result<Self, StartError> {
        let seats = usize::from(config.seats.min(MOST_SEATS));
        // A seat keeps nothing: it is for one lesson.
        let config = RelayConfig { data: None, store: None, control: None, seed: None, ..config.clone() };
        let opened = (0..=seats).map(|_| OnceCell::new()).collect();
        Ok(Self { own, config, codes: code::draw(seats)?, opened })
    }

    pub(in crate::desk) fn seats(&self) -> Vec<Seat> {
        let numbered = self.codes.iter().enumerate();
        numbered.map(|(n, code)| Seat { number: n + 1, code: code.clone() }).collect()
    }

    /// The number of the seat with this code.
    pub(in crate::desk) fn by_code(&self, code: &str) -> Option<usize> {
        self.codes.iter().position(|one| one == code).map(|n| n + 1)
    }

    /// The profile in which seats begin.
    pub(in crate::desk) fn profile(&self) -> Profile {
        self.config.assumed.profile()
    }

    /// The time by the clock with which seats begin, milliseconds since 1970.
    pub(in crate::desk) fn now_ms(&self) -> i64 {
        self.own.clock().under_ms()
    }

    /// A room, if somebody has sat down there already.
    pub(in crate::desk) fn known(&self, number: usize) -> Option<Arc<Room>> {
        self.opened.get(number)?.get().cloned()
    }

    /// A room; its environment is made when it is first asked for.
    pub(in crate::desk) async fn open(&self, number: usize) -> Result<Arc<Room>, &'static Trouble> {
        let cell = self.opened.get(number).ok_or(&NO_PAGE)?;
        let room = cell.get_or_try_init(|| async {
            let state = if number == 0 { self.own.clone() } else { AppState::open(&self.config).await? };
            Room::new(number, state, self.config.clone()).map(Arc::new)
        });
        room.await.map(Arc::clone).map_err(|problem| {
            tracing::error!(%problem, number, "a room could not be opened");
            &ROOM_FAILED
        })
    }
}
