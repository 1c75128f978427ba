//! How a relay is started, and why it may not start.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;

use crate::assumptions::Assumed;
use crate::clock::{Clock, SystemClock};
use crate::desk::{EmptyShelf, Shelf};
use crate::limits::Limits;
use crate::offices::Office;

/// How a relay is started. The default: a free loopback port, nothing kept.
#[derive(Clone)]
pub struct RelayConfig {
    /// Where to listen; port 0 takes a free one. Loopback, unless `allow_lan`.
    pub listen: SocketAddr,
    /// Whether other machines may reach the relay. Only private addresses are served even then.
    pub allow_lan: bool,
    /// Further private addresses by which the relay is reached, for its server certificate;
    /// needed when `listen` is an unspecified address such as `0.0.0.0`.
    pub reached_at: Vec<IpAddr>,
    /// Where the CA and the database are kept. `None`: the CA lives in memory and the database
    /// in a temporary folder that is removed when the relay ends.
    pub data: Option<PathBuf>,
    /// Offices registered at start; one already known by its number is updated.
    pub offices: Vec<Office>,
    /// The clock under the simulated one.
    pub clock: Arc<dyn Clock>,
    /// Limits; what is chosen in `assumed` goes before.
    pub limits: Limits,
    /// The profile, and what is assumed where public sources are silent.
    pub assumed: Assumed,
    /// `postgres://…`: an environment that several relays share. `None`: SQLite in `data`.
    pub store: Option<String>,
    /// Where the control listens: a loopback address, always; port 0 takes a free one. `None`: nowhere.
    pub control: Option<SocketAddr>,
    /// Makes ids and faults the same again where the calls are the same; chosen at random if
    /// absent, and kept with the data.
    pub seed: Option<u64>,
    /// Seats of the training desk; 0: there is no desk.
    pub seats: u16,
    /// Where the sample files of its scenarios come from.
    pub shelf: Arc<dyn Shelf>,
}

impl std::fmt::Debug for RelayConfig {
    /// Without the address of the store, which may hold a password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RelayConfig")
            .field("listen", &self.listen)
            .field("allow_lan", &self.allow_lan)
            .field("data", &self.data)
            .field("assumed", &self.assumed)
            .field("is_shared", &self.store.is_some())
            .finish_non_exhaustive()
    }
}

impl Default for RelayConfig {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            allow_lan: false,
            reached_at: Vec::new(),
            data: None,
            offices: Vec::new(),
            clock: Arc::new(SystemClock),
            limits: Limits::default(),
            assumed: Assumed::default(),
            store: None,
            control: None,
            seed: None,
            seats: 0,
            shelf: Arc::new(EmptyShelf),
        }
    }
}

/// Why a relay did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// `listen` is not loopback and `allow_lan` was not given.
    #[error("{0} is not a loopback address; the relay is reachable from this machine only unless told otherwise")]
    NotLoopback(IpAddr),
    /// The control is for this machine only, whatever else is allowed.
    #[error("{0} is not a loopback address; the environment is controlled from this machine only")]
    ControlNotLoopback(IpAddr),
    /// The address is public: a training relay has no business there.
    #[error("{0} is not a private address; a training relay is not put on the internet")]
    NotPrivate(IpAddr),
    /// Another relay uses the folder.
    #[error("{0} is in use by another relay")]
    InUse(PathBuf),
    /// The folder cannot be made or read.
    #[error("{path}: {source}")]
    Folder {
        /// The folder or file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The address cannot be listened on.
    #[error("cannot listen on {addr}: {source}")]
    Listen {
        /// The address.
        addr: SocketAddr,
        /// What the system says.
        source: std::io::Error,
    },
    /// The CA cannot be made or read.
    #[error(transparent)]
    Ca(#[from] crate::ca::CaError),
    /// The database cannot be opened.
    #[error("the database: {0}")]
    Store(#[from] crate::store::StoreError),
    /// The system gives no random bytes.
    #[error("the system gives no random bytes")]
    NoChance,
    /// The TLS settings were refused.
    #[error("TLS: {0}")]
    Tls(#[from] rustls::Error),
}
