//! An environment without sockets for each profile, for requests.

use std::net::{Ipv4Addr, SocketAddr};

use axum::Router;

use super::wait;
use crate::assumptions::{Assumed, LOGIN, Profile};
use crate::config::RelayConfig;
use crate::desk::{self, Desk, Door};
use crate::offices::Office;
use crate::state::AppState;

/// The port at which the control believes to listen: the one that needs no number.
const PORT: u16 = 80;

/// 居宅介護支援, 訪問介護 with 通所介護, 地域包括支援センター: invented.
const OFFICES: &[(&str, &str, &[&str])] = &[
    ("9970000001", "架空居宅介護支援", &["43"]),
    ("9970000002", "架空ケアサービス", &["11", "15"]),
    ("9970000004", "架空地域包括支援センター", &["46"]),
];

/// The two listeners of one relay.
#[derive(Debug)]
pub(super) struct Country {
    pub(super) exchange: Router,
    pub(super) control: Router,
    pub(super) state: AppState,
}

impl Country {
    /// In the profile: with a certificate alone where terminals are, with logins where they are not.
    pub(super) fn of(profile: Profile) -> Result<Self, String> {
        let assumed = match profile {
            Profile::Client12 => Assumed::of(profile).with(&LOGIN, "certificate"),
            Profile::Web41 => Assumed::of(profile).with(&LOGIN, "password"),
        };
        let offices = OFFICES
            .iter()
            .filter_map(|(number, name, services)| Some(Office::new(number.parse().ok()?, *name, services)));
        let config =
            RelayConfig { assumed, offices: offices.collect(), seed: Some(1), seats: 1, ..RelayConfig::default() };
        let state = wait(AppState::open(&config))?.map_err(|error| error.to_string())?;
        let desk = Desk::new(&config, state.clone()).map_err(|error| error.to_string())?;
        let exchange = crate::app(state.clone()).merge(desk::routes(&desk, Door::Exchange));
        let control = crate::control(state.clone(), Some(&desk), SocketAddr::from((Ipv4Addr::LOCALHOST, PORT)));
        Ok(Self { exchange, control, state })
    }
}
