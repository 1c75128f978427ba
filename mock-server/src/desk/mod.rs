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
mod client;
mod clocks;
mod code;
pub(crate) mod dates;
mod director;
mod door;
mod entry;
mod form;
mod forms;
mod guard;
mod minutes;
mod page;
mod panes;
mod reading;
mod room;
mod scenarios;
mod screen;
mod shelf;
mod stage;
#[cfg(test)]
mod tests;
mod trace;
mod trainer;
mod trouble;
mod visit;
mod visitors;

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::middleware;
use axum::routing::{get, post};
use tokio::sync::Semaphore;

pub(crate) use self::door::Door;
use self::room::Rooms;
pub use self::shelf::{EmptyShelf, Paper, Shelf, Told, ToldSet};
use self::visitors::Visitors;
use crate::config::{RelayConfig, StartError};
use crate::state::{AppState, SHARE};

/// How many seats there are, at most.
pub const MOST_SEATS: u16 = 100;

/// The desk: its rooms, and who visits them. Clones share it.
#[derive(Clone, Debug)]
pub struct Desk(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    rooms: Rooms,
    visitors: Visitors,
    /// Where the exchange listens, as browsers reach it.
    addresses: Vec<String>,
    is_here_only: bool,
    /// Shares of the memory that forms may take, of all rooms together. Whoever holds some asks for
    /// a turn of the exchange next, never the other way round, so that nobody waits for ever.
    uploads: Semaphore,
    /// Files that were dropped to be read.
    piles: reading::Piles,
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
    /// A desk with the seats of the configuration beside the environment of a relay that listens
    /// at `config.listen`. Rooms are opened when somebody first sits down.
    ///
    /// # Errors
    /// When there is no chance to draw codes from.
    pub fn new(config: &RelayConfig, relay: AppState) -> Result<Self, StartError> {
        let uploads = Semaphore::new(relay.limits().waiting_bytes / SHARE);
        Ok(Self(Arc::new(Shared {
            rooms: Rooms::new(config, relay)?,
            visitors: Visitors::default(),
            addresses: addresses(config),
            is_here_only: config.listen.ip().is_loopback(),
            uploads,
            piles: reading::Piles::default(),
        })))
    }

    /// The seats and their codes.
    #[must_use]
    pub fn seats(&self) -> Vec<Seat> {
        self.0.rooms.seats()
    }

    fn rooms(&self) -> &Rooms {
        &self.0.rooms
    }

    fn uploads(&self) -> &Semaphore {
        &self.0.uploads
    }

    fn piles(&self) -> &reading::Piles {
        &self.0.piles
    }

    fn visitors(&self) -> &Visitors {
        &self.0.visitors
    }

    fn addresses(&self) -> &[String] {
        &self.0.addresses
    }

    fn is_here_only(&self) -> bool {
        self.0.is_here_only
    }
}

/// What people type to come to the desk from where they sit.
fn addresses(config: &RelayConfig) -> Vec<String> {
    let at = |ip| format!("https://{}/desk", SocketAddr::new(ip, config.listen.port()));
    let listen = config.listen.ip();
    let named = config.reached_at.iter().copied().filter(|ip| !ip.is_loopback());
    let own = Some(listen).filter(|ip| !ip.is_unspecified());
    let mut all: Vec<String> = if listen.is_loopback() { vec![at(listen)] } else { named.chain(own).map(at).collect() };
    all.dedup();
    all
}

/// The style sheet and the script: pages are never without them.
pub(crate) fn dress() -> Router {
    Router::new()
        .route("/desk/style.css", get(assets::style))
        .route("/desk/script.js", get(assets::script))
        .layer(middleware::from_fn(guard::headers))
}

/// The pages of the desk as they are reached through a door; [`dress`] belongs to them.
pub(crate) fn routes(desk: &Desk, door: Door) -> Router {
    let at = door::Station { desk: desk.clone(), door };
    let room = panes::routes()
        .merge(clocks::routes())
        .merge(client::routes())
        .merge(stage::routes())
        .merge(reading::routes())
        .route("/minutes", get(minutes::page))
        .fallback(|| async { &trouble::NO_PAGE })
        // Before any page of a room is looked at, also one that nobody has thought of.
        .layer(middleware::from_fn_with_state(at.clone(), visit::seated));
    let trainer = if door == Door::Loopback { trainer::routes() } else { Router::new() };
    Router::new()
        .route("/desk", get(entry::entry))
        .route("/desk/enter", post(entry::enter))
        .nest("/desk/{room}", room)
        .merge(trainer)
        .layer(middleware::from_fn_with_state(at.clone(), guard::guard))
        .layer(middleware::from_fn(guard::headers))
        .with_state(at)
}
