//! The training desk (練習机): pages on which people see what sending and receiving is, without
//! live credentials.
//!
//! ```text
//! door (exchange port: seats by code · loopback: everything) ─▶ guard (visitor, token, headers)
//!   ─▶ pages ─▶ room (an environment of its own) ─▶ clerk (acts for an office) ─▶ app(room) ─▶ store
//! ```
//! Each seat is a room with an environment of its own: store, CA, clock, journal, faults. What
//! happens in one cannot be seen in another, and a reset is a reset of its environment. Room 0 is
//! the environment that the relay itself serves; it is shown on the loopback listener only.
//!
//! Whatever is done on a screen goes through the relay's own endpoints, with a certificate of the
//! room's CA: refusals, journal and assumptions are those of the exchange. There is no outside
//! resource, no inline script or style, and every request that changes something carries a token.

mod answers;
mod assets;
mod clerk;
mod code;
mod dates;
mod director;
mod door;
mod entry;
mod form;
mod guard;
mod minutes;
mod page;
mod room;
mod scenarios;
mod screen;
mod shelf;
mod stage;
mod trouble;
mod visit;
mod visitors;

use std::sync::Arc;

use axum::Router;
use axum::middleware;
use axum::routing::{get, post};

pub(crate) use self::door::Door;
use self::room::Rooms;
pub use self::shelf::{EmptyShelf, Paper, Shelf, Told, ToldSet};
use self::visitors::Visitors;
use crate::config::{RelayConfig, StartError};
use crate::state::AppState;

/// How many seats there are, at most.
pub const MOST_SEATS: u16 = 100;

/// The desk: its rooms, and who visits them. Clones share it.
#[derive(Clone, Debug)]
pub struct Desk(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    rooms: Rooms,
    visitors: Visitors,
}

/// A seat, as whoever runs the desk is told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// From 1.
    pub number: usize,
    /// What is typed to sit down.
    pub code: String,
}

impl Desk {
    /// A desk with the seats of the configuration beside the environment of a relay. Rooms are
    /// opened when somebody first sits down.
    ///
    /// # Errors
    /// When there is no chance to draw codes from.
    pub fn new(config: &RelayConfig, relay: AppState) -> Result<Self, StartError> {
        Ok(Self(Arc::new(Shared { rooms: Rooms::new(config, relay)?, visitors: Visitors::default() })))
    }

    /// The seats and their codes.
    #[must_use]
    pub fn seats(&self) -> Vec<Seat> {
        self.0.rooms.seats()
    }

    fn rooms(&self) -> &Rooms {
        &self.0.rooms
    }

    fn visitors(&self) -> &Visitors {
        &self.0.visitors
    }
}

/// The pages of the desk as they are reached through a door.
pub(crate) fn routes(desk: &Desk, door: Door) -> Router {
    let room = Router::new().route("/", get(entry::room)).route("/minutes", get(minutes::page)).merge(stage::routes());
    let at = door::Station { desk: desk.clone(), door };
    Router::new()
        .route("/desk", get(entry::entry))
        .route("/desk/enter", post(entry::enter))
        .nest("/desk/{room}", room)
        .layer(middleware::from_fn_with_state(at.clone(), guard::guard))
        // Without a visitor, a token or anything else that is asked of pages.
        .route("/desk/style.css", get(assets::style))
        .route("/desk/script.js", get(assets::script))
        .layer(middleware::from_fn(guard::headers))
        .with_state(at)
}
