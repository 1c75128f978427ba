//! 訓練用の模擬環境 — a mock of the national care-plan exchange (ケアプランデータ連携システム),
//! for training and tests only.
//!
//! All that stands between two offices: a CA with its enrolment, a directory with licences, the
//! exchange of messages in two [profiles](assumptions::Profile), a simulated clock, faults on
//! request, a journal of everything. The wire protocol of the real exchange is not public
//! (relay.md §7), so the endpoints under `/v1/` are our own; what is documented is modelled, what
//! is not is a row in [`assumptions::ASSUMPTIONS`].
//!
//! ```text
//! serve ─(certificate → Credential)─▶ app ─▶ faults ─▶ enrolment, directory, exchange ─▶ store ─▶ SQLite
//!   └── ca                            └──▶ pages                                           └────▶ PostgreSQL
//! control (loopback only) ─▶ state: clock, offices, accounts, faults, reset, snapshot, journal
//! ```
//!
//! The store has one thread that writes: one commit for many, the journal in the same transaction.
//! [`app()`] needs no socket: a request that carries a [`Credential`] extension is what it says.
//! [`Relay::start`] adds the CA, the listener and mutual TLS around it.

mod app;
pub mod assumptions;
pub mod ca;
pub mod client;
pub mod clock;
mod config;
mod control;
mod desk;
mod directory;
mod endpoint;
mod enrolment;
mod exchange;
pub mod faults;
mod hash;
mod ids;
pub mod journal;
mod json;
pub mod limits;
mod location;
mod metrics;
mod noted;
mod offices;
mod openapi;
#[doc(hidden)]
pub mod oracle;
mod pages;
pub mod refusals;
mod serve;
mod state;
mod store;
pub mod wire;

pub use app::app;
pub use ca::{CaError, ClientIdentity};
pub use config::{RelayConfig, StartError};
pub use control::control;
pub use desk::{Desk, EmptyShelf, MOST_SEATS, Paper, Seat, Shelf, Told, ToldSet};
pub use directory::{AUTOMATIC_FROM_MS, Licence, Standing};
pub use endpoint::Endpoint;
pub use enrolment::{AccountView, EnrolmentError, NewAccount};
pub use exchange::ENDPOINTS;
pub use offices::{CertificateKind, Credential, Identity, Office, OfficeNo, Site, USERS, UserKind, kind, users_of};
pub use openapi::openapi;
pub use pages::{endpoints, endpoints_and_pages};
pub use serve::{Relay, Running};
pub use state::AppState;
pub use store::StoreError;

/// 「訓練用」: every certificate and every page says it.
pub const TRAINING: &str = "訓練用";
