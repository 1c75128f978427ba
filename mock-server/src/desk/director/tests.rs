//! Every scenario is played to its end in a real room, and everything that it expects can fail.

mod play;
mod ways;

use std::sync::Arc;

use super::{By, Director, Showing};
use crate::clock::{Clock, SystemClock};
use crate::config::RelayConfig;
use crate::desk::room::{Room, Rooms};
use crate::desk::scenarios::{Scenario, by_id};
use crate::desk::shelf::corpus::Corpus;
use crate::state::AppState;

/// A seat of its own, with the sets of the corpus on its shelf.
async fn room() -> Arc<Room> {
    room_over(Arc::new(SystemClock)).await
}

async fn room_over(clock: Arc<dyn Clock>) -> Arc<Room> {
    let config = RelayConfig { seats: 1, shelf: Arc::new(Corpus), clock, ..RelayConfig::default() };
    let own = AppState::open(&config).await.unwrap();
    Rooms::new(&config, own).unwrap().open(1).await.unwrap()
}

async fn started(room: &Room, id: &str) -> &'static Scenario {
    let scenario = by_id(id).unwrap();
    room.director().start(room, scenario).await.unwrap();
    scenario
}

async fn shown(room: &Room) -> Showing {
    room.director().look(room).await.unwrap().unwrap()
}

/// The director does the step that is to be done.
async fn step(room: &Room) -> Showing {
    let director: &Director = room.director();
    director.step(room, shown(room).await.step).await.unwrap();
    shown(room).await
}
